"""Who published it: the outlet's name where the page says it, never one made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from articles.cleaning.bylines import natural_case
from articles.cleaning.newsroom_words import PRESS, SECTION, WIRE

_CAPITALISED = r"[A-Z][\w'’&.-]*(?: (?:of|the|and|&|in|on|for|[A-Z0-9][\w'’&.-]*)){0,5}"
_CONNECT = re.compile(
    r"\b(?i:connect|account|comment|subscription|log ?in|sign ?in|sign ?up|register|subscribe|subscribing|newsletters?"
    r"|support|welcome)\b"
    rf"(?: \w+){{0,3}} (?:with|to|from|at|on|by) (?:the |The )?({_CAPITALISED})\W*$"
)
_LOGIN_SIGNS = tuple("connect account comment subscri log sign register newsletter support welcome".split())
"""What a line must have something of for `_CONNECT` to find anything, which takes much longer than to see that."""
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)\d\d|present))?)?"
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©]*(?:\([cC]\)|[Cc]opyright\b)?"
    rf"\s*{_YEARS},?\s*(?:by )?(?:the )?(.{{2,60}})",
    re.DOTALL,
)
_COPYRIGHT_END = re.compile(
    r"\s*(?:[.|·•,]\s|\s[|–—-]\s|,? all rights|,? unless\b|\s(?:19|20)\d\d|;|\n|\(|®|™)", re.IGNORECASE
)
_COMPANY = re.compile(
    r",?\s+(?:inc|ltd|llc|limited|co|corp|company|plc|gmbh|pty|s\.?a|group)\b\.?(?:\s+(?:ltd|inc|llc)\b\.?)?$",
    re.IGNORECASE,
)
_PRESS_NAME = re.compile(
    rf"(?:The )?(?:[A-Z][\w'’&.-]* (?:of |the |and )?){{1,4}}{PRESS}(?: [A-Z]\w+)?"
    r"|Reuters|(?:The )?Associated Press|Agence France-Presse"
)
_SECTION_NAME = re.compile(rf"\b{SECTION}\b (?:news|post|press|review|today|record)", re.IGNORECASE)
_DATELINE_AGENCY = re.compile(
    rf"[^()]{{2,60}}\(\s?({WIRE}|[A-Z][A-Za-z]+(?: News| Press| Wire)?(?: Agency| Service)?)\s?\)\s?[-–—:]"
)
_ORIGIN = re.compile(rf"\b(?:first|originally) (?:published|appeared) (?:by|in|on|at) (?:the )?({_CAPITALISED})")
_AGENCY = re.compile(
    r"\b(?:Agency|Reuters|Associated Press|Agence France-Presse|Press Association|Wire|News Service)\b"
    r"|^(?:AP|AFP|dpa|UPI)$"
)
_FREE_MAIL = frozenset(
    "gmail.com yahoo.com hotmail.com outlook.com aol.com icloud.com proton.me protonmail.com gmx.de gmx.net mail.com"
    " mail.ru".split()
)


def from_login(text: str) -> str:
    """The outlet that a log-in or subscription line names last: `connect with the Harbour Gazette`."""
    if not any(map(text.casefold().__contains__, _LOGIN_SIGNS)):
        return ""
    match = _CONNECT.search(text[:400])
    return _tidy(match[1]) if match and not match[1].isupper() else ""


def from_copyright(text: str) -> str:
    """The holder that a copyright line names, without year and company form."""
    match = _COPYRIGHT.search(text[:400])
    if not match:
        return ""
    holder = _COPYRIGHT_END.split(match[1].strip(), maxsplit=1)[0]
    holder = _COMPANY.sub("", holder.strip(" .,|-–—"))
    words = holder.split()
    return _tidy(holder) if 1 <= len(words) <= 6 and words[0][0].isupper() else ""


def from_dateline(text: str) -> str:
    """The agency in a dateline: `PORT VARN (Reuters) -`."""
    match = _DATELINE_AGENCY.match(text[:120])
    return match[1] if match else ""


def from_origin(text: str) -> str:
    """The outlet in `first published in the Harbour Gazette`."""
    match = _ORIGIN.search(text[:400])
    return _tidy(match[1]) if match else ""


def is_masthead(text: str) -> bool:
    """Whether a line alone is the name of a newspaper, agency or station, and not of a section of one."""
    name = natural_case(text)
    return len(text) <= 50 and bool(_PRESS_NAME.fullmatch(name)) and not _SECTION_NAME.search(name)


def is_confirmed(name: str, texts: Iterable[str]) -> bool:
    """Whether a name that a page asks to log in to or subscribe to is that of its outlet.

    It is where the name is a newsroom's by its words, where the page says "connect with" it, or says it elsewhere.
    """
    if is_masthead(name):
        return True
    said = [text for text in texts if name in text]
    return any("onnect with" in text for text in said) or (len(said) >= 2 and len(name.split()) >= 2)


def is_agency(text: str) -> bool:
    """Whether the name of a newsroom is that of an agency, which others print."""
    return bool(_AGENCY.search(text))


def name_said_again(top: str, elsewhere: Sequence[str]) -> str:
    """The name that a line at the top of a page shares with a line elsewhere, as that one spells it.

    The line begins with the name; a name has two words or more.
    """
    words = top.split()
    if not 2 <= len(words) <= 6 or not words[0][0].isupper():
        return ""
    first = words[0].casefold()
    elsewhere = [text for text in elsewhere if first in text.casefold()]
    for count in range(len(words), 1, -1):
        name = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words[:count])) + r"(?!\w)", re.IGNORECASE)
        said = [found[0] for text in elsewhere if text != top and (found := name.search(text))]
        mixed = [name for name in said if not name.isupper() and not name.islower()]
        if mixed:
            return mixed[0]
    return ""


def as_name(top: str, elsewhere: Sequence[str]) -> str:
    """A masthead as the rest of the page spells it, or else in natural case."""
    return name_said_again(top, elsewhere) or natural_case(top)


def from_mail(domain: str) -> str:
    """A mail address's domain, which is evidence of its owner, unless anyone can have an address there."""
    return "" if domain in _FREE_MAIL else domain


def most_said(names: Iterable[str]) -> str:
    """The name given most often, the first of equals; the empty string when none is given."""
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else ""


def _tidy(name: str) -> str:
    return name.strip(" .,:;|-–—\"'“”")
