"""Pages made to break a reader end in an article or in one clear line, in bounded time."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.cleaning import clean
from articles.cleaning.page_tree import parse_page
from articles.errors import CleaningError
from articles.model import RawDocument, SourceFormat
from tests.unit.cleaning.pages import NOW, PROSE, TITLE

BODY = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in PROSE)
LONGEST_SECONDS = 15.0
"""Of the processor; the slowest takes a quarter of that."""

HOSTILE = {
    "100,000 levels of elements": "<div>" * 100_000 + BODY + "</div>" * 100_000,
    "100,000 levels of quotations after the text": BODY + "<blockquote>" * 100_000 + "x",
    "100,000 levels of emphasis": f"<article>{BODY}<p>" + "<b><i>" * 50_000 + PROSE[0] + "</article>",
    "100,000 lists in lists": "<ul><li>" * 100_000 + BODY,
    "1 MB on one line": f"<article>{BODY}<p>{(PROSE[0] + ' ') * 10_000}</p></article>",
    "5 MB without a blank": f"<article>{BODY}<p>{'x' * 5_000_000}</p></article>",
    "an attribute of 5 MB": f'<article class="{"related " * 600_000}">{BODY}</article>',
    "an address of 5 MB": f'<article>{BODY}<p><a href="{"x" * 5_000_000}">Link</a></p></article>',
    "100,000 attributes": f"<article {' '.join(f'a{n}=1' for n in range(100_000))}>{BODY}</article>",
    "entities within entities": '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
    + BODY
    + "<p>"
    + "&c;" * 100_000,
    "a million references": f"<article>{BODY}<p>{'&#65;&#x42; ' * 250_000}</p></article>",
    "NUL characters": BODY.replace(" ", "\0 \0"),
    "comments that never end": BODY + "<!--" * 200_000,
    "no body": f"<html><head><title>{TITLE}</title></head></html>",
    "a frameset": '<html><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset></html>',
    "20,000 links": BODY + "".join(f'<p><a href="/{n}">Another story, number {n}</a></p>' for n in range(20_000)),
    "20,000 rows": BODY + "<table>" + "<tr><td>1</td><td>2</td></tr>" * 20_000 + "</table>",
    "tables in tables": BODY + "<table><tr><td>" * 20_000,
    "the same sentence 10,000 times": f"<article><h1>{TITLE}</h1>" + f"<p>{PROSE[0]}</p>" * 10_000 + "</article>",
    "20,000 headings": "".join(f"<h1>{TITLE} {n}</h1>" for n in range(20_000)) + BODY,
    "JSON without end": f'{BODY}<script type="application/ld+json">' + '{"a":[' * 500_000,
    "commas in JSON": f'{BODY}<script type="application/ld+json">[' + ", " * 500_000 + "</script>",
    "a wrong charset": f'<meta charset="utf-16">{BODY}',
    "a charset that is none": f'<meta charset="{"x" * 5000}">{BODY}',
}


def outcome(page: str) -> str:
    """The article's first block, or the line that says why there is none."""
    try:
        return clean(RawDocument(page.encode(), "page.html", SourceFormat.HTML, NOW)).blocks[0].text
    except CleaningError as error:
        return str(error)


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_ends_in_time(page: str) -> None:
    started = time.process_time()
    assert "\n" not in outcome(page)
    assert time.process_time() - started < LONGEST_SECONDS


def test_a_page_that_is_still_compressed_is_refused_in_one_line() -> None:
    content = gzip.compress(BODY.encode() * 20)
    with pytest.raises(CleaningError, match="not text"):
        clean(RawDocument(content, "page.html", SourceFormat.HTML, NOW))


@given(before=st.integers(0, 12_000), after=st.integers(0, 12_000), length=st.integers(10_001, 25_000))
def test_a_tag_of_absurd_length_loses_its_attributes_wherever_it_stands(before: int, after: int, length: int) -> None:
    tree = parse_page(f'{"x" * before}<img src="{"a" * length}">{"y" * after}')
    assert tree is not None
    assert [element.attrib for element in tree.iter("img")] == [{}]
