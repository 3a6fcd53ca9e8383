"""The query language: what a reader types into the search line, the filter or the command line, to a frozen `Query`.

All terms must hold; `OR` joins the two terms beside it; `-` before a term excludes it:

    parade "Red Square"       both, the second as a phrase          weap*           words that begin so
    title: body: source: by:  words of one part of the article      tag:korea       a tag
    person: org: place:       who and where it names                entity:         a name of any kind
    event:parade              an event that it reports              id:12           one article
    feed:courier              a feed or folder that it came from
    after:2023-09-04          published on that day or later        before:2023-10  published before 1 October
    is:unread  is:read  is:starred  is:differs  is:related  is:undated  is:waiting  is:failed
    is:summary                only what a feed tells of it

A value with spaces is quoted: `person:"Kim Jong Un"`. `entity:#7`, `event:#7` and `feed:#7` name one by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from articles.errors import QueryError
from articles.text import one_line, printable


class Field(StrEnum):
    """What a term looks at. The value is the word before the colon; `TEXT` is written without one."""

    TEXT = "text"
    TITLE = "title"
    BODY = "body"
    SOURCE = "source"
    FEED = "feed"
    BYLINE = "by"
    TAG = "tag"
    PERSON = "person"
    ORGANISATION = "org"
    PLACE = "place"
    ENTITY = "entity"
    EVENT = "event"
    NOTE = "note"
    AFTER = "after"
    BEFORE = "before"
    IS = "is"
    ID = "id"


class Condition(StrEnum):
    """What may stand after `is:`."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    NOTED = "noted"
    """With a highlight or a note."""
    DIFFERS = "differs"
    """Another article differs from it on a figure, day, place or name, or disputes it."""
    RELATED = "related"
    UNDATED = "undated"
    WAITING = "waiting"
    FAILED = "failed"
    SUMMARY = "summary"
    """Only what a feed tells of it; the full text can be fetched."""


WORD_FIELDS = frozenset({Field.TEXT, Field.TITLE, Field.BODY, Field.SOURCE, Field.BYLINE})
"""The fields that look at the words of an article."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on an article."""

    field: Field
    value: str
    """Words, a name, an ISO 8601 day, a condition, or a number in digits."""
    is_negated: bool = False
    is_prefix: bool = False
    """Whether the last word stands for all words that begin so."""

    def __str__(self) -> str:
        text = f"{self.value}*" if self.is_prefix else self.value
        named = "" if self.field is Field.TEXT else f"{self.field}:"
        return f"{'-' if self.is_negated else ''}{named}{text if _is_bare(text) else _quoted(text, self)}"


@dataclass(frozen=True, slots=True)
class Query:
    """All clauses must hold, and of each clause one term. The empty query holds for every article."""

    clauses: tuple[tuple[Term, ...], ...] = ()

    def __and__(self, other: Query) -> Query:
        """The query that holds where both hold."""
        return Query(self.clauses + tuple(clause for clause in other.clauses if clause not in self.clauses))

    def __bool__(self) -> bool:
        return bool(self.clauses)

    def __str__(self) -> str:
        return " ".join(" OR ".join(map(str, clause)) for clause in self.clauses)

    @property
    def words(self) -> tuple[str, ...]:
        """The words and phrases that are looked for, to be highlighted in what is found."""
        terms = (term for clause in self.clauses for term in clause)
        return tuple(term.value for term in terms if term.field in WORD_FIELDS and not term.is_negated)


def where(field: Field, value: str | int) -> Query:
    """The query with one term, for code that narrows by a tag, an entity or a condition.

    Raises:
        QueryError: The value is none that the field can have.
    """
    text = one_line(printable(str(value)))
    return Query(((Term(field, _value_of(field, text, _Place(text, 0))),),))


def of_articles(ids: Iterable[int]) -> Query:
    """The query that holds for some articles, given by their numbers; for none of them for every article."""
    clause = tuple(Term(Field.ID, str(each)) for each in ids)
    return Query((clause,)) if clause else Query()


def parse(text: str, *, is_unfinished: bool = False, today: date | None = None) -> Query:
    """Read a query.

    Args:
        text: What the reader typed.
        is_unfinished: Whether the reader is still typing: the last word then stands for all words that begin so, and
            a term or quotation that has only been begun is no error.
        today: The day that `today` and `yesterday` count from; by default the present one.

    Raises:
        QueryError: The text cannot be understood; `where` names the place in it.
    """
    line = one_line(printable(text))
    clauses: list[tuple[Term, ...]] = []
    is_joined = False
    last = _Place(line, 0)
    is_word_open = is_unfinished and not text[-1:].isspace()
    for token in _tokens(line, is_unfinished=is_unfinished):
        last = token.place
        if token.is_or:
            if is_joined or not clauses:
                raise token.place.error("OR stands between two terms")
            is_joined = True
            continue
        term = _term(token, today, is_unfinished=is_unfinished, is_word_open=is_word_open)
        if term is None:
            continue
        if is_joined:
            clauses[-1] += (term,)
        else:
            clauses.append((term,))
        is_joined = False
    if is_joined and not is_unfinished:
        raise last.error("OR stands between two terms")
    return Query(tuple(dict.fromkeys(clauses)))


@dataclass(frozen=True, slots=True)
class _Place:
    line: str
    offset: int

    def error(self, what: str, remedy: str = "") -> QueryError:
        rest = one_line(self.line[self.offset :], 30)
        return QueryError(what, where=f"query, character {self.offset + 1} ({rest})", remedy=remedy)


@dataclass(frozen=True, slots=True)
class _Token:
    place: _Place
    is_negated: bool
    field: str
    value: str
    is_quoted: bool
    is_last: bool

    @property
    def is_or(self) -> bool:
        return self.value == "OR" and not (self.field or self.is_quoted or self.is_negated)


_BARE = re.compile(r'(?!OR\Z)[^\s":\-*][^\s":]*')
_TOKEN = re.compile(
    r'(?P<minus>-?)(?:(?P<field>[A-Za-z]{2,}):(?!//))?(?:"(?P<phrase>[^"]*)(?P<end>"\*?)?|(?P<word>[^\s"]*))'
)
_FIELD_NAMES = {field.value: field for field in Field if field is not Field.TEXT}
_DATE_FIELDS = frozenset({Field.AFTER, Field.BEFORE})
_NUMBER = re.compile(r"#?[0-9]{1,15}")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def _is_bare(text: str) -> bool:
    """Whether a value reads back as itself without quotation marks; what begins with # would be a number."""
    return bool(_BARE.fullmatch(text)) and (not text.startswith("#") or bool(_NUMBER.fullmatch(text)))


def _quoted(text: str, term: Term) -> str:
    inner = term.value.replace('"', " ")
    return f'"{inner}"*' if term.is_prefix else f'"{text.replace(chr(34), " ")}"'


def _tokens(line: str, *, is_unfinished: bool) -> Iterator[_Token]:
    position = 0
    while position < len(line):
        found = _TOKEN.match(line, position)
        if found is None or found.end() == position or line[position] == " ":
            position += 1
            continue
        phrase, word = found["phrase"], found["word"]
        place = _Place(line, position)
        if phrase is not None and found["end"] is None and not is_unfinished:
            raise _Place(line, found.start("phrase") - 1).error("the quotation is not closed", 'Add a "')
        value = word if phrase is None else phrase + (found["end"] or "")[1:]
        yield _Token(
            place, bool(found["minus"]), found["field"] or "", value, phrase is not None, found.end() == len(line)
        )
        position = found.end()


def _term(token: _Token, today: date | None, *, is_unfinished: bool, is_word_open: bool) -> Term | None:
    field, value = _field_of(token)
    being_typed = is_unfinished and token.is_last
    if field in _DATE_FIELDS | {Field.IS, Field.ID} or (value.startswith("#") and not token.is_quoted):
        try:
            return Term(field, _value_of(field, value, token.place, today), token.is_negated)
        except QueryError:
            if being_typed:
                return None
            raise
    is_prefix = value.endswith("*") or (is_word_open and token.is_last and not token.is_quoted)
    words = one_line(value.rstrip("*"))
    if not words and field is not Field.TEXT and not being_typed:
        raise token.place.error(f"{field}: needs a value")
    if not any(char.isalnum() for char in words):
        return None
    return Term(field, words, token.is_negated, is_prefix)


def _field_of(token: _Token) -> tuple[Field, str]:
    name = token.field.casefold()
    if not name:
        return Field.TEXT, token.value
    if name in _FIELD_NAMES:
        return _FIELD_NAMES[name], token.value
    if not token.value:
        return Field.TEXT, token.field
    raise token.place.error(f"there is no field {token.field}:", f"Fields are {', '.join(_FIELD_NAMES)}")


def _value_of(field: Field, value: str, place: _Place, today: date | None = None) -> str:
    if field in _DATE_FIELDS:
        return _day(value, place, today).isoformat()
    if field is Field.IS:
        if value.casefold() not in set(Condition):
            raise place.error(f"is: cannot be followed by {value or 'nothing'}", f"Choose from {', '.join(Condition)}")
        return value.casefold()
    if field is Field.ID:
        if not _NUMBER.fullmatch(value):
            raise place.error("id: needs a number")
        return value.removeprefix("#")
    if value.startswith("#") and not _NUMBER.fullmatch(value):
        raise place.error("# is followed by a number")
    return value


def _day(value: str, place: _Place, today: date | None) -> date:
    """The day that a value names; of a year or a month, its first."""
    from articles.clock import now

    present = today or now().astimezone().date()
    if value.casefold() in ("today", "yesterday"):
        return date.fromordinal(present.toordinal() - (value.casefold() == "yesterday"))
    try:
        if iso := _ISO_DATE.fullmatch(value):
            return date(int(iso[1]), int(iso[2] or 1), int(iso[3] or 1))
        from dateutil import parser

        return parser.parse(value, default=datetime(present.year, 1, 1, tzinfo=UTC)).date()
    except (ValueError, OverflowError, TypeError) as error:
        raise place.error(f"{value or 'nothing'} is no date", "Write it as 2023-09-04, 2023-09 or 2023") from error
