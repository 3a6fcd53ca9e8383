"""The front matter of a Markdown document, in YAML or TOML: what it states of the article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from articles.cleaning.bylines import natural_case
from articles.cleaning.dating import find_date, stated
from articles.model import UNDATED, Basis, LineRole, Precision, Published
from articles.text import one_line, printable

_TITLES = ("title", "headline", "name")
_BYLINES = ("author", "authors", "byline", "by", "creator", "writer")
_OUTLETS = ("outlet", "source", "publisher", "publication", "site", "site_name", "website", "newspaper")
_DATES = ("date", "published", "publish_date", "published_at", "pubdate", "date_published", "datepublished", "created")
_ADDRESSES = ("url", "link", "canonical", "canonical_url", "permalink", "address", "source_url")
_LANGUAGES = ("lang", "language", "locale")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
"""How front matter begins, and how it ends."""
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w -]{0,40}):(?:\s+(?P<value>[^\s\[{&*!|>%@`].*)|\s*$)")
_SEPARATOR = re.compile(r"[:=]")
_LONGEST = 200
"""Lines that front matter may have; a rule in a text far below opens none."""
_LANGUAGE = re.compile(r"^([A-Za-z]{2})(?:[-_]|$)")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter states; all empty where there is none or it cannot be read."""

    lines: int = 0
    """How many lines it takes up, its fences included."""
    roles: tuple[tuple[LineRole, str], ...] = ()
    """The role and reason of each of them."""
    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: Published = UNDATED
    address: str = ""
    language: str = ""


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """The front matter at the head of a document.

    Between fences that hold no mapping there is text: nothing is taken from it, and it is not left out.
    """
    end = _closing_fence(lines)
    if end is None:
        return FrontMatter()
    source = "\n".join(lines[1:end])
    fields = _named(_toml(source) if lines[0].startswith("+") else _yaml(source))
    if fields is None:
        return FrontMatter()
    address = _text(fields, _ADDRESSES)
    language = _LANGUAGE.match(_text(fields, _LANGUAGES))
    return FrontMatter(
        lines=end + 1,
        roles=tuple(_role(line) for line in lines[: end + 1]),
        title=_text(fields, _TITLES),
        byline=_byline(fields),
        outlet=_outlet(fields),
        published=_published(fields),
        address=address if address.startswith(("http://", "https://")) else "",
        language=language[1].lower() if language else "",
    )


def _closing_fence(lines: Sequence[str]) -> int | None:
    closing = _FENCES.get(lines[0].rstrip()) if lines else None
    if closing is None:
        return None
    for number, line in enumerate(lines[1:_LONGEST], 1):
        if line.rstrip() in closing:
            return number
    return None


def _yaml(source: str) -> object:
    """What YAML says; where one of its values cannot be, such as 30 February, all of them as they are written."""
    import yaml

    for loader in (yaml.SafeLoader, yaml.BaseLoader):
        try:
            return yaml.load(source, loader)
        except (ValueError, OverflowError):
            continue
        except yaml.YAMLError:
            return _line_by_line(source)
        except RecursionError:
            return None
    return None


def _line_by_line(source: str) -> dict[str, str] | None:
    """The fields of front matter that is no YAML, as `title: Trouble: a report`, where every line is one."""
    lines = [line for line in source.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    found = [_FIELD.match(line) for line in lines]
    if not lines or not all(found):
        return None
    return {match["name"]: (match["value"] or "").strip().strip("\"'") for match in found if match}


def _toml(source: str) -> object:
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError):
        return None


def _named(fields: object) -> Mapping[str, object] | None:
    return {_key(str(key)): value for key, value in fields.items()} if isinstance(fields, dict) else None


def _key(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")


def _role(line: str) -> tuple[LineRole, str]:
    key = _key(_SEPARATOR.split(line, maxsplit=1)[0])
    for role, keys in (
        (LineRole.TITLE, _TITLES),
        (LineRole.BYLINE, _BYLINES),
        (LineRole.OUTLET, _OUTLETS),
        (LineRole.DATE, _DATES),
    ):
        if key in keys:
            return role, "stated in the front matter"
    return LineRole.CHROME, "front matter"


def _text(fields: Mapping[str, object], names: Sequence[str]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return one_line(printable(str(value)), 400)
    return ""


def _outlet(fields: Mapping[str, object]) -> str:
    named = [_text(fields, (name,)) for name in _OUTLETS]
    return next((name for name in named if name and not name.startswith(("http://", "https://"))), "")


def _byline(fields: Mapping[str, object]) -> str:
    for name in _BYLINES:
        value = fields.get(name)
        values = value if isinstance(value, list) else [value]
        people = [person for each in values if (person := _BY.sub("", _text({"name": each}, ("name",))))]
        if people:
            people = [natural_case(person) for person in people]
            return people[0] if len(people) == 1 else ", ".join(people[:-1]) + " and " + people[-1]
    return ""


def _published(fields: Mapping[str, object]) -> Published:
    for name in _DATES:
        published = _as_published(fields.get(name), f"front matter {name}")
        if published.day:
            return published
    return UNDATED


def _as_published(value: object, where: str) -> Published:
    if isinstance(value, datetime):
        return _at_moment(value, where)
    if isinstance(value, date):
        return Published(value, Precision.DAY, Basis.STATED, (f'{where} "{value.isoformat()}"',))
    words = one_line(printable(str(value)), 100) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    found = find_date(words)
    return stated(found, where, words) if found else UNDATED


def _at_moment(value: datetime, where: str) -> Published:
    """YAML gives a moment with a zone in UTC or in that zone, and one without a zone as naive."""
    evidence = (f'{where} "{value.isoformat(sep=" ")}"',)
    if value.tzinfo is None:
        return Published(value.date(), Precision.DAY, Basis.STATED, evidence)
    if value.timetz() == time(tzinfo=UTC):
        return Published(value.date(), Precision.DAY, Basis.STATED, evidence, value)
    return Published(value.date(), Precision.MINUTE, Basis.STATED, evidence, value)
