"""W3C annotations: each says what it is, and its selectors find its words."""

from __future__ import annotations

import json
from typing import Any

from articles.export.web_annotations import annotation_collection
from articles.library import Library
from articles.model import Article, Block, BlockKind
from tests.library.building import article as make_article
from tests.library.building import raw


def items(library: Library) -> list[dict[str, Any]]:
    collection = json.loads("".join(annotation_collection(library, sorted(library.ids()))))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(found)
    assert len({each["id"] for each in found}) == len(found)
    assert {each["type"] for each in found} <= {"Annotation"}
    return found


def whole(article: Article) -> str:
    return "\n".join((article.title, *(block.text for block in article.blocks)))


def test_marks_and_tags_are_told_apart_by_what_they_are_for(library: Library) -> None:
    found = [(each["motivation"], each.get("body", {}).get("value")) for each in items(library)]
    assert found == [
        ("commenting", "Who is she?\n- really"),
        ("highlighting", None),
        ("tagging", "to read"),
        ("highlighting", None),
        ("commenting", "+ **mine**"),
        ("tagging", "=1+1"),
        ("tagging", "to read"),
    ]


def test_selectors_find_their_words(library: Library) -> None:
    placed = [each["target"] for each in items(library) if isinstance(each["target"], dict)]
    assert len(placed) == 3
    exact = []
    for target in placed:
        text = whole(library.article(int(target["source"].rpartition(":")[2])))
        quotation, position = target["selector"]
        exact.append(quotation["exact"])
        assert (quotation["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[position["start"] : position["end"]] == quotation["exact"]
        assert text.count(quotation["prefix"] + quotation["exact"] + quotation["suffix"]) == 1
    assert exact == ["Ana Ruiz", "9 million", "Report"]


def test_what_is_about_the_whole_article_has_no_selector(library: Library) -> None:
    targets = [each["target"] for each in items(library) if each["motivation"] == "tagging"]
    assert targets == ["urn:broadsheet:article:1", "urn:broadsheet:article:3", "urn:broadsheet:article:3"]


def test_a_mark_that_has_lost_its_place_keeps_its_quotation_only(library: Library) -> None:
    library.replace_article(1, make_article("Other", "Nothing of all this is left."))
    lost = next(each["target"] for each in items(library) if each["id"] == "urn:broadsheet:mark:1")
    (only,) = lost["selector"]
    assert (only["type"], only["exact"]) == ("TextQuoteSelector", "Ana Ruiz")


def test_an_article_of_the_web_is_named_by_its_address_without_a_password(library: Library) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, "Words."),)
    for number, address in enumerate(
        ("https://me:pw@news.example/a?b=c", "javascript:alert(1)", "https://x y/<b>"), 10
    ):
        page = Article(f"Page {number}", blocks, address=address)
        library.tags.add([library.store_article(raw(number), page).id], "web")
    sources = [each["target"] for each in items(library) if each.get("body", {}).get("value") == "web"]
    assert sources == ["https://news.example/a?b=c", "urn:broadsheet:article:5", "urn:broadsheet:article:6"]
