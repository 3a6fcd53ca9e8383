"""The order in which a page is looked at: first by the rules, then, where it was scraped, by the line model."""

from __future__ import annotations

from collections.abc import Sequence

from articles.cleaning.bare_text import keep_whole
from articles.cleaning.body_lines import settle_body, settle_captions
from articles.cleaning.chrome_categories import settle_categories
from articles.cleaning.judging import judge
from articles.cleaning.line_model import LineModel
from articles.cleaning.page import Page, open_page
from articles.cleaning.page_signs import is_bare, is_plain, is_scraped
from articles.cleaning.signatures import settle_mastheads, settle_signatures, settle_site_name
from articles.cleaning.surroundings import settle_phrases, settle_rest, settle_title
from articles.cleaning.units import Unit


def settle_page(units: Sequence[Unit], title: str = "", model: LineModel | None = None) -> Page:
    """A page of which every unit is settled.

    Args:
        units: The units of the page in order.
        title: The title, where something better than the lines states it.
        model: The line model for scraped text; the shipped one where none is given.
    """
    page = _settled(settle_by_rules(units, title), title, model)
    settle_categories(page)
    return page


def _settled(page: Page, title: str, model: LineModel | None) -> Page:
    """The page as it is judged when the rules have had their say: a whole page that is marked up is left to them."""
    if is_bare(page):
        return keep_whole(page, title)
    return judge(page, title, model) if is_plain(page) and is_scraped(page) else page


def settle_by_rules(units: Sequence[Unit], title: str = "") -> Page:
    """A page of which the rules alone have settled every unit."""
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
