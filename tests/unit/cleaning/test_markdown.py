"""Markdown: front matter, structure, markup, and the page that was scraped along."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articles.model import Article, BlockKind, LineRole, MarkupKind, SourceFormat
from tests.unit.cleaning.pages import PROSE, TITLE, cleaned, role_of, texts

TEXT = f"# {TITLE}\n\n" + "\n\n".join(PROSE)


def markdown(text: str) -> Article:
    return cleaned(text, SourceFormat.MARKDOWN)


def test_front_matter_states_what_it_states() -> None:
    article = markdown(
        "---\ntitle: 'Harbour: closed'\nauthor: [Jane Doe, JOHN ROE]\npublisher: Varn Post\n"
        f"date: 2024-03-04T10:00:00Z\nurl: https://post.example/x\nlang: en-GB\ntags: [sea]\n---\n\n{TEXT}"
    )
    assert (article.title, article.byline, article.outlet) == ("Harbour: closed", "Jane Doe and John Roe", "Varn Post")
    assert (article.address, article.language) == ("https://post.example/x", "en")
    assert (article.published.day, article.published.moment) == (date(2024, 3, 4), datetime(2024, 3, 4, 10, tzinfo=UTC))
    assert article.published.evidence[0].startswith("front matter date")
    assert article.lines[1].role is LineRole.TITLE


@pytest.mark.parametrize("front", ["title: [unclosed", "- a\n- b", "just words", "a: &a [*a]", "{{ template }}: x"])
def test_broken_front_matter_is_text_and_nothing_is_taken_from_it(front: str) -> None:
    article = markdown(f"---\n{front}\n---\n\n{TEXT}")
    assert article.title == TITLE
    assert all(paragraph in texts(article) for paragraph in PROSE)


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    article = markdown(TEXT)
    assert (article.title, texts(article)) == (TITLE, list(PROSE))
    assert role_of(article, f"# {TITLE}") is LineRole.TITLE


def test_structure_and_markup_are_kept() -> None:
    article = markdown(
        f"{TEXT}\n\n## What the port says\n\n> We have never seen anything like it in our lives.\n\n"
        "- Two ferries were *held* in the bay.\n\n"
        "The [harbour](https://port.example) was **closed** by `radio` on Monday, the mayor said."
    )
    kinds = [block.kind for block in article.blocks[3:]]
    assert kinds == [BlockKind.HEADING, BlockKind.QUOTATION, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]
    last = article.blocks[-1]
    assert last.text == "The harbour was closed by radio on Monday, the mayor said."
    assert [(last.text[mark.start : mark.end], mark.kind) for mark in last.markup] == [
        ("harbour", MarkupKind.LINK), ("closed", MarkupKind.STRONG), ("radio", MarkupKind.CODE),
    ]  # fmt: skip
    assert last.markup[0].target == "https://port.example"


def test_pictures_become_captions() -> None:
    article = markdown(f"# {TITLE}\n\n![Waves break over the pier on Monday](a.jpg)\n\n" + "\n\n".join(PROSE))
    assert texts(article, BlockKind.CAPTION) == ["Waves break over the pier on Monday"]


def test_html_is_text_without_tags() -> None:
    article = markdown(
        f"{TEXT}\n\n<script>alert('x')</script>\n\n"
        "The <b onclick=x>mayor</b> said<br>that the port was closed for a day."
    )
    shown = " ".join(block.text for block in article.blocks)
    assert "The mayor said that the port was closed for a day." in shown
    assert "<" not in shown


@pytest.mark.parametrize(
    "line",
    [
        "[Home](/) / [Coast](/coast) / [Port Varn](/v)",
        "[f](#) [in](#) [x](#) [print](#)",
        "*4 minute read*",
        "Share this article",
        "**Related reading**",
    ],
)
def test_the_page_around_it_is_dropped(line: str) -> None:
    article = markdown(f"# {TITLE}\n\n{line}\n\n" + "\n\n".join(PROSE))
    assert texts(article) == list(PROSE)
    assert role_of(article, line) is LineRole.CHROME


def test_links_to_other_stories_are_dropped() -> None:
    article = markdown(f"{TEXT}\n\n### More from Varn\n\n* [Lifeboat turns 150](#)\n* [Night buses are back](#)\n")
    assert texts(article, BlockKind.LIST_ITEM) == []
    assert len(article.dropped) == 3


STRUCTURED = f"""# {TITLE}

{PROSE[0]}

3. Two ferries were held.
4. The pier is closed.

   It will stay so.
   - Some wait.
     1) One wrote.

> The sea was high.
>
> > We saw it, said the keeper.

| Pier | Boats |
|------|-------|
| **One** | 7 |

```
def close():
    return True
```

{PROSE[1]}
"""


def test_lists_keep_their_numbers_and_quotations_their_depth() -> None:
    blocks = cleaned(STRUCTURED, SourceFormat.MARKDOWN).blocks
    assert [(block.kind.value, block.marker, block.depth, block.text) for block in blocks[1:8]] == [
        ("list item", "3.", 0, "Two ferries were held."),
        ("list item", "4.", 0, "The pier is closed."),
        ("paragraph", "", 1, "It will stay so."),
        ("list item", "", 1, "Some wait."),
        ("list item", "1)", 2, "One wrote."),
        ("quotation", "", 0, "The sea was high."),
        ("quotation", "", 1, "We saw it, said the keeper."),
    ]


def test_a_row_of_a_table_and_a_line_of_code_are_a_block_each() -> None:
    blocks = cleaned(STRUCTURED, SourceFormat.MARKDOWN).blocks
    assert [block.text for block in blocks[8:12]] == [
        "Pier | Boats",
        "One | 7",
        "def close():",
        "\N{NO-BREAK SPACE}" * 4 + "return True",
    ]
    marks = [(block.text[mark.start : mark.end], mark.kind) for block in blocks[8:12] for mark in block.markup]
    assert marks == [
        ("Pier", MarkupKind.STRONG),
        ("Boats", MarkupKind.STRONG),
        ("One", MarkupKind.STRONG),
        ("def close():", MarkupKind.CODE),
        ("\N{NO-BREAK SPACE}" * 4 + "return True", MarkupKind.CODE),
    ]


def test_toml_front_matter_is_read_as_well() -> None:
    fields = (
        'title = "A storm"\nauthor = ["Ann Roe", "Jim Poe"]\nsource = "Varn Post"\ndate = 2024-03-04T23:30:00+09:00'
    )
    article = cleaned(f"+++\n{fields}\n+++\n\n{PROSE[0]}", SourceFormat.MARKDOWN)
    assert (article.title, article.byline, article.outlet) == ("A storm", "Ann Roe and Jim Poe", "Varn Post")
    assert article.published.moment is not None
    assert article.published.moment.isoformat() == "2024-03-04T23:30:00+09:00"
    assert role_of(article, 'source = "Varn Post"') is LineRole.OUTLET


def test_a_date_that_is_none_costs_nothing_but_itself() -> None:
    article = cleaned(
        f"---\ntitle: A storm\ndate: 2024-02-30\nauthor: Ann Roe\n---\n\n{PROSE[0]}", SourceFormat.MARKDOWN
    )
    assert (article.title, article.byline, article.published.day) == ("A storm", "Ann Roe", None)


HOSTILE_FRONT_MATTER = (
    "title: !!python/object/apply:os.system ['true']",
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ntitle: *d",
    "a: &a\n  a: *a\ntitle: *a",
    "title: [" * 3000,
    "title: {title: {title: {title: 1}}}",
    "? [a, b]\n: c",
    "title: .inf\ndate: .nan",
    "date: [2024, 3, 4]\nauthor: {a: 1}\nlanguage: [en]\nurl: {}",
    "date: 99999-99-99",
    "title: \x1b[31mred",
)


@pytest.mark.parametrize("fields", HOSTILE_FRONT_MATTER)
@pytest.mark.parametrize("fence", ["---", "+++"])
def test_hostile_front_matter_breaks_nothing(fields: str, fence: str) -> None:
    article = cleaned(f"{fence}\n{fields}\n{fence}\n\n# {TITLE}\n\n{PROSE[0]}\n\n{PROSE[1]}", SourceFormat.MARKDOWN)
    assert PROSE[0] in texts(article)
    assert "\x1b" not in article.title
    assert len(article.title) <= 400


def test_a_note_written_by_hand_is_kept_whole() -> None:
    article = markdown(
        "# What the harbour knew\n\nThe inquiry published its report on Friday, and nobody resigned.\n\n"
        "## Found\n\n- It was warned twice\n  - in March\n\n1. First, the pumps failed.\n2. Then the alarm did.\n\n"
        "> We were told it was safe.\n>\n> > It was not.\n\n| Year | Warnings |\n|---|---|\n| 2021 | 1 |\n\n"
        "The minister said on Saturday that she would not comment.\n\n[The report](https://example.org/report)\n"
    )
    assert [block.text for block in article.blocks] == [
        "The inquiry published its report on Friday, and nobody resigned.",
        "Found",
        "It was warned twice",
        "in March",
        "First, the pumps failed.",
        "Then the alarm did.",
        "We were told it was safe.",
        "It was not.",
        "Year | Warnings",
        "2021 | 1",
        "The minister said on Saturday that she would not comment.",
        "The report",
    ]


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    article = markdown("---\ntitle: Broken: the wall\nauthor: Ana Ruiz\ndate: 2024-02-11\n---\n\nThe wall broke.\n")
    assert (article.title, article.byline, article.published.day) == ("Broken: the wall", "Ana Ruiz", date(2024, 2, 11))
    assert [block.text for block in article.blocks] == ["The wall broke."]
