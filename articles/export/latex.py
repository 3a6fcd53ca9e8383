"""Text for LaTeX and BibTeX, in which nothing is a command and every brace has its partner."""

from __future__ import annotations

from articles.text import one_line, printable

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        '"': r"\textquotedbl{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)
_IN_ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "\\{} \t"})


def latex(text: str) -> str:
    """Text on one line. Braces become commands, since BibTeX counts even those behind a backslash."""
    return one_line(printable(text)).translate(_SPECIAL)


def latex_address(address: str) -> str:
    """An address as the field `url` takes it, which is read letter by letter."""
    return one_line(printable(address)).translate(_IN_ADDRESS)
