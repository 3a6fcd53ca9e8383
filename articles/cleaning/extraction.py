"""The body of an HTML page as trafilatura makes it out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def extracted_text(tree: HtmlElement, *, thorough: bool) -> str:
    """The text of the article in a page; empty where trafilatura finds none.

    Args:
        tree: The page, which is left as it is.
        thorough: Whether to compare with what readability and justext find, which takes half as long again.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it says "error" where there is merely no article
    try:
        document = trafilatura.bare_extraction(
            tree,
            fast=not thorough,
            favor_precision=True,
            include_comments=False,
            include_formatting=False,
            include_links=False,
            include_tables=True,
            with_metadata=False,
        )
    except Exception:  # any markup may reach a third party's parser, and a page it fails on is read without it
        return ""
    if document is None or isinstance(document, dict) or document.body is None:
        return ""
    return "\n".join(document.body.itertext())
