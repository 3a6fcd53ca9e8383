"""Names of one block: the model's spans repaired, and what it missed, run by run of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.annotation.names.kinds import found_span
from articles.annotation.names.reading import FIGURES, Found, Marked, Reading
from articles.annotation.names.runs import runs
from articles.annotation.names.tables import Listed, listed_at, look_up
from articles.annotation.names.words import HEADS, PARTICLES, REGAL, ROLE_SUBJECTS, ROLES
from articles.countries import Naming
from articles.model import EntityKind
from articles.naming import COMPANY_TAIL

_OFFICE_LINKS = frozenset({"of", "for", "and"})
_VERSION = re.compile(r"^(?:\d{1,2}(?:\.\d+)*[A-Za-z]{0,2}|[IVX]{1,4})$")
_NUMERAL = re.compile(r"^[IVX]{1,5}$")
_QUOTED = re.compile(r'"([^"]{3,60})"')
_LONGEST_PERSON = 5
_MOST_QUOTED_WORDS = 6


def names_of(reading: Reading) -> list[Found]:
    """The names of a block whose capitals can be trusted, in order of text, none inside another."""
    claimed: set[int] = set()
    found: list[Found] = []
    for each in (*_figures(reading), *_quoted_titles(reading)):
        if claimed.isdisjoint(range(each.first, each.last)):
            claimed.update(range(each.first, each.last))
            found.append(each)
    for first, last in runs(reading):
        if claimed.isdisjoint(range(first, last)):
            country, role = _said_before(reading, first)
            found.extend(_names_of_run(reading, first, last, country=country, role=role))
    return sorted((_with_version(reading, each) for each in found), key=lambda each: each.first)


def _with_version(reading: Reading, found: Found) -> Found:
    """A product with the number that follows it: `iPhone 4`, but not the count in `Boeing 4 jets`."""
    at = found.last
    if found.kind is not EntityKind.PRODUCT or at >= len(reading.tokens) or at in reading.taken:
        return found
    token, before = reading.tokens[at], reading.tokens[at - 1]
    if not _VERSION.match(token.text) or token.start != before.end + 1:
        return found
    counts = token.dep == "nummod" and token.head > at and reading.tokens[token.head].tag == "NNS"
    return found if counts else replace(found, last=at + 1)


def _figures(reading: Reading) -> Iterator[Found]:
    """Money and measures, as the model marks them."""
    for span in reading.marked:
        if span.kind not in FIGURES:
            continue
        first, last = span.first, span.last
        while first < last and reading.tokens[last - 1].pos in ("CCONJ", "ADP", "PUNCT", "DET", "PART"):
            last -= 1
        while first > 0 and reading.touches(first - 1) and reading.tokens[first - 1].text[-1] in "0123456789.,$€£":
            first -= 1
        words = reading.text(first, last) if first < last else ""
        if last - first > 1 and any(map(str.isdigit, words)) and reading.taken.isdisjoint(range(first, last)):
            yield Found(reading.position, first, last, span.kind, certain=True)


def _quoted_titles(reading: Reading) -> Iterator[Found]:
    """Names that the article puts between quotation marks: an event by its last word, else the title of a work."""
    text = _plain(reading)
    for quotation in _QUOTED.finditer(text):
        inside = list(reading.parsed.tokens_in(*quotation.span(1)))
        while inside and inside[-1].text in ",.;!?":
            inside.pop()
        if not 2 <= len(inside) <= _MOST_QUOTED_WORDS:
            continue
        first, last = inside[0].index, inside[-1].index + 1
        if not all(token.text[0].isupper() or token.text.lower() in _TITLE_SMALL for token in inside):
            continue
        is_phrase = any(token.text.lower() in ("of", "for", "in", "on") for token in inside)
        kind = None if is_phrase else HEADS.get(inside[-1].text.lower())
        if look_up(reading.text(first, last), first, last) is None:
            yield Found(reading.position, first, last, kind or EntityKind.WORK, certain=kind is not None)


_TITLE_SMALL = PARTICLES | {"of", "the", "and", "for", "in", "on", "to", "a", "an", "'s", "-"}


def _plain(reading: Reading) -> str:
    text = list(reading.parsed.text)
    for token in reading.tokens:
        text[token.start : token.end] = token.text
    return "".join(text)


def _names_of_run(
    reading: Reading, first: int, last: int, *, country: str = "", role: str = "", is_person: bool = False
) -> list[Found]:
    """The names that one run of capitalised words holds: a country, roles and people stand side by side in it."""
    if first >= last:
        return []
    if (
        not is_person
        and (whole := look_up(reading.text(first, last), first, last))
        and whole.naming is not Naming.PLACE
    ):
        return _single(found_span(reading, first, last, None))
    roles = _roles(reading, first, last)
    if roles is not None:
        begin, end = roles
        before = _names_of_run(reading, first, begin, country=country, role=role)
        told = before[-1].country if before and before[-1].last == begin else country if begin == first else ""
        title = " ".join(reading.lower[begin:end])
        after = _names_of_run(reading, end, last, country=told, role=title, is_person=_names_people(reading, end))
        return before + after
    if not is_person and (split := _leading_country(reading, first, last)):
        told = split.country if split.naming is Naming.DEMONYM else ""
        rest = _names_of_run(reading, split.last, last, country=told)
        return _single(found_span(reading, first, split.last, None)) + rest
    return [_with(each, country, role) for each in _segment(reading, first, last, is_person=is_person)]


def _with(found: Found, country: str, role: str) -> Found:
    if found.kind in (EntityKind.PERSON, EntityKind.ORGANISATION, None):
        return replace(found, country=found.country or country, role=role)
    return found


def _single(found: Found | None) -> list[Found]:
    return [found] if found is not None else []


def _names_people(reading: Reading, first: int) -> bool:
    """Whether the words after a role name its bearer: not where they name an organisation or a place."""
    if first >= len(reading.tokens):
        return False
    span = reading.in_marked.get(first)
    listed = listed_at(reading, first, len(reading.tokens))
    if listed is not None and listed.naming is not Naming.PLACE:
        return False
    return span is None or span.kind in (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, None)


def _roles(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The first stretch of role words in a run; None where there is none that stands apart from the name."""
    for index in range(first, last):
        if not _is_title(reading.lower[index]) or _is_within_name(reading, index, first, last):
            continue
        begin, end = index, index + 1
        while begin > first and reading.lower[begin - 1] in ROLE_SUBJECTS:
            begin -= 1
        while end < last and (_is_title(reading.lower[end]) or reading.lower[end] == "-"):
            end += 1
        while end + 1 < last and reading.lower[end] in _OFFICE_LINKS and reading.lower[end + 1] in ROLE_SUBJECTS:
            end += 2
            while end < last and reading.lower[end] in ROLE_SUBJECTS:
                end += 1
        return begin, end
    return None


def _is_title(word: str) -> bool:
    return word.replace(".", "") in ROLES


def _is_within_name(reading: Reading, index: int, first: int, last: int) -> bool:
    """Whether a role word is part of a name: the `General` of General Motors, the `King` of Martin Luther King."""
    word = reading.lower[index].rstrip(".")
    tail = reading.lower[last - 1].rstrip(".")
    if index + 2 < last and reading.lower[index + 1] in ("of", "for"):
        return reading.lower[index + 2] not in ROLE_SUBJECTS
    if index + 1 < last and tail in HEADS and not _person_ends(reading, last):
        return word not in ("minister", "president", "secretary") or index == first
    if index + 1 < last and reading.lower[index + 1] in COMPANY_TAIL | {"electric", "mills", "dynamics"}:
        return True
    if word in REGAL and (last - index == 2 or (last - index == 3 and _NUMERAL.match(reading.tokens[last - 1].text))):
        return True
    span = reading.in_marked.get(index)
    return span is not None and span.kind is EntityKind.PERSON and span.first < index and span.last == index + 1


def _person_ends(reading: Reading, last: int) -> bool:
    span = reading.in_marked.get(last - 1)
    return span is not None and span.kind is EntityKind.PERSON


def _leading_country(reading: Reading, first: int, last: int) -> Listed | None:
    """A country, people or capital that begins a run without being part of the name that follows."""
    listed = listed_at(reading, first, last)
    if listed is None or listed.naming is None or listed.naming is Naming.BODY or listed.last == last:
        return None
    words = reading.lower[listed.last : last]
    span = reading.in_marked.get(first)
    whole = span is not None and span.first <= first and span.last >= last
    if words[-1].rstrip(".") in HEADS or words[-1] in COMPANY_TAIL or "of" in words:
        return None
    if whole and span is not None and span.kind is EntityKind.PERSON:
        return listed if listed.naming is Naming.COUNTRY or listed.naming is Naming.DEMONYM else None
    return None if whole and span is not None and span.kind is not EntityKind.NATIONALITY else listed


def _segment(reading: Reading, first: int, last: int, *, is_person: bool) -> list[Found]:
    """The names of a stretch that holds no roles: what the model marked in it, stretched to its ends."""
    spans = _spans_within(reading, first, last)
    if is_person and last - first <= _LONGEST_PERSON + 2:
        return _single(found_span(reading, first, last, EntityKind.PERSON, is_person=True))
    is_byname = any(reading.tokens[index].text in ("'", '"', "(") for index in range(first, last))
    if is_byname and HEADS.get(reading.lower[last - 1]) is not EntityKind.PLACE:
        return _single(found_span(reading, first, last, EntityKind.PERSON, is_person=True))
    if len(spans) <= 1 or _is_one_name(reading, spans, first, last):
        kind = (
            EntityKind.PERSON if any(s.kind is EntityKind.PERSON for s in spans) else spans[0].kind if spans else None
        )
        return _single(found_span(reading, first, last, kind))
    found: list[Found] = []
    for span in spans:
        found.extend(_single(found_span(reading, max(span.first, first), min(span.last, last), span.kind)))
    return found


def _spans_within(reading: Reading, first: int, last: int) -> list[Marked]:
    spans: list[Marked] = []
    for index in range(first, last):
        span = reading.in_marked.get(index)
        if span is not None and span.kind not in FIGURES and (not spans or spans[-1] is not span):
            spans.append(span)
    return spans


def _is_one_name(reading: Reading, spans: list[Marked], first: int, last: int) -> bool:
    """Whether spans that stand side by side are pieces of one name: `Yoon Suk | Yeol`, `Kim Il Sung | Square`."""
    words = reading.lower[first:last]
    if words[-1].rstrip(".") in HEADS:
        return True
    if any(word in PARTICLES for word in words[1:-1]) and any(s.kind is EntityKind.PERSON for s in spans):
        return True
    length = sum(word != "-" for word in words)
    people = sum(span.kind is EntityKind.PERSON for span in spans)
    return length <= _LONGEST_PERSON - 1 and people > 0 and spans[0].kind is EntityKind.PERSON


def _said_before(reading: Reading, first: int) -> tuple[str, str]:
    """The country and the role told right before a run: Seoul's intelligence service, North Korean leader Kim."""
    before = first - 1
    if before >= 0 and reading.lower[before] == "'s":
        return _country_ending(reading, before - 1), ""
    begin = before
    while begin >= max(first - 4, 0) and reading.tokens[begin].text.islower() and _speaks_of_role(reading, begin):
        begin -= 1
    if begin < 0 or (begin < before and not _is_role(reading.lower[before])):
        return "", ""
    if reading.lower[begin] == "'s" and begin < before:
        begin -= 1
    role = " ".join(reading.lower[begin + 1 : first]) if begin < before else ""
    return _country_ending(reading, begin), role.removeprefix("'s ")


def _speaks_of_role(reading: Reading, index: int) -> bool:
    return reading.tokens[index].pos in ("NOUN", "ADJ", "PROPN") or _is_role(reading.lower[index])


def _is_role(word: str) -> bool:
    return word.rstrip(".") in ROLES or word.rstrip("s") in ROLES


def _country_ending(reading: Reading, last: int) -> str:
    """The country of the listed name that ends with a token."""
    for start in range(max(last - 2, 0), last + 1):
        listed = look_up(reading.text(start, last + 1), start, last + 1)
        if listed is not None and listed.naming is not None and listed.naming is not Naming.BODY:
            return listed.country
    return ""
