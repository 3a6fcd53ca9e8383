"""The one way in: a raw document of any format to an article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from articles.cleaning.dated import with_date
from articles.cleaning.decoding import decode
from articles.cleaning.links import with_whole_links
from articles.cleaning.plain_text import clean_text
from articles.errors import CleaningError
from articles.model import Article, RawDocument, SourceFormat
from articles.text import is_text, opening

_LONGEST_OPENING = 80
"""Characters of its first words that stand for the title of an article without one."""


def clean(raw: RawDocument) -> Article:
    """The article in a raw document, with every line of the document accounted for.

    Raises:
        CleaningError: The document is empty, is not text, or holds nothing that could be an article.
    """
    latest = raw.retrieved_at.date() + timedelta(days=1)
    article = with_whole_links(with_date(_cleaned(raw, latest), raw.origin, latest))
    if not article.blocks:
        raise CleaningError("no article could be found in it", raw.origin, "Save the text of the article by itself")
    if article.title:
        return article
    return replace(article, title=opening(article.blocks[0].text, _LONGEST_OPENING))


def _cleaned(raw: RawDocument, latest: date) -> Article:
    if not raw.content:
        raise CleaningError("empty", where=raw.origin, remedy="There is nothing to read in it")
    if not is_text(raw.content):
        raise CleaningError("not text", where=raw.origin, remedy="Save the article as text, Markdown or HTML")
    if raw.format is SourceFormat.MHTML:
        from articles.cleaning.mhtml import clean_mhtml

        return clean_mhtml(raw.content, raw.origin, latest)
    text = decode(raw.content, raw.charset).text
    if not text.strip():
        raise CleaningError("nothing but blanks", where=raw.origin, remedy="There is nothing to read in it")
    if raw.format is SourceFormat.HTML:
        from articles.cleaning.html import clean_html

        return clean_html(text, latest=latest)
    if raw.format is SourceFormat.FEED_ITEM:
        from articles.cleaning.feed_item import clean_feed_item

        return clean_feed_item(text)
    if raw.format is SourceFormat.MARKDOWN:
        from articles.cleaning.markdown import clean_markdown

        return clean_markdown(text)
    return clean_text(text)
