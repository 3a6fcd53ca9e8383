"""The heading `Notes` of an article's note: what the reader has highlighted in it and written about it, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from articles.export.markdown_blocks import block_id
from articles.export.markdown_text import escaped, wiki_link
from articles.model import TITLE_BLOCK, PassageMark


def notes_section(marks: Sequence[PassageMark], ids: Mapping[int, str]) -> str:
    """The section, ending with a line end; empty where there is no mark.

    Args:
        marks: The highlights and notes.
        ids: The id of each block.
    """
    if not marks:
        return ""
    items = ("\n".join(_item(mark, ids)) for mark in marks)
    return "## Notes\n\n" + "\n".join(items) + "\n"


def _item(mark: PassageMark, ids: Mapping[int, str]) -> Iterator[str]:
    if mark.is_of_article:
        yield "- On the article:"
    else:
        yield f"- “{escaped(mark.quotation.exact)}” {_place(mark, ids)}"
    if mark.note:
        yield ""
        yield from (f"  {line}".rstrip() for line in mark.note.splitlines())


def _place(mark: PassageMark, ids: Mapping[int, str]) -> str:
    return block_link(mark.block, ids) if mark.is_placed else "(has lost its place)"


def block_link(block: int, ids: Mapping[int, str]) -> str:
    """A link to a block of the note that it stands in."""
    shown = "the title" if block == TITLE_BLOCK else f"paragraph {block}"
    return wiki_link("", shown, ids.get(block, block_id(block)))
