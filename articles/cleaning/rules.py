"""The order in which the rules look at a page."""

from __future__ import annotations

from collections.abc import Sequence

from articles.cleaning.body_lines import settle_body, settle_captions
from articles.cleaning.page import Page, open_page
from articles.cleaning.signatures import settle_mastheads, settle_signatures, settle_site_name
from articles.cleaning.surroundings import settle_phrases, settle_rest, settle_title
from articles.cleaning.units import Unit


def settle_page(units: Sequence[Unit], title: str = "") -> Page:
    """A page of which every unit is settled.

    Args:
        units: The units of the page in order.
        title: The title, where something better than the lines states it.
    """
    page = open_page(units)
    settle_signatures(page)
    settle_title(page, title)
    settle_mastheads(page)
    settle_site_name(page)
    settle_phrases(page)
    settle_captions(page)
    settle_body(page)
    settle_rest(page)
    return page
