"""OPML: the feeds of a reader, in and out of other programs (opml.org/spec2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from articles.errors import SourceError
from articles.model import FeedAddress
from articles.sources.addresses import web_address
from articles.sources.feed_items import absolute
from articles.sources.feed_text import decode_feed, plain_title
from articles.sources.xml_repair import repaired
from articles.text import one_line, printable

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLE = "Feeds of Broadsheet"
_DEEPEST = 20


def read_opml(content: bytes, origin: str = "the list of feeds") -> tuple[FeedAddress, ...]:
    """The feeds that an OPML file names, in its order, each address once.

    Nested outlines without an address are categories; so is the first of a `category` attribute on a feed.

    Args:
        content: The file's bytes.
        origin: Where they are from, for the error.

    Raises:
        SourceError: It is no OPML, or names no feed.
    """
    from lxml import etree

    text = _repaired(content, origin)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    feeds = {feed.address: feed for feed in reversed(list(_feeds(root, ())))} if root is not None else {}
    if not feeds:
        raise SourceError("names no feed", where=origin, remedy="Export it again")
    return tuple(reversed(feeds.values()))


def _repaired(content: bytes, origin: str) -> str:
    try:
        return repaired(decode_feed(content), origin)
    except SourceError as error:
        raise SourceError("not a list of feeds", where=origin, remedy="Name an OPML file") from error


def _feeds(element: _Element, folders: tuple[str, ...]) -> Iterator[FeedAddress]:
    for outline in element:
        attributes = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        title = plain_title(attributes.get("title") or attributes.get("text") or "")
        address = absolute(web_address(attributes.get("xmlurl") or ""), "")
        if address:
            stated = (attributes.get("category") or "").split(",")[0].strip().strip("/")
            yield FeedAddress(address, "" if title == address else title, "/".join(folders) or stated)
        elif len(folders) < _DEEPEST:
            is_folder = str(outline.tag).lower() == "outline" and title
            yield from _feeds(outline, (*folders, title.replace("/", "-")) if is_folder else folders)


def write_opml(feeds: Iterable[FeedAddress], title: str = TITLE) -> str:
    """An OPML 2.0 file that names feeds, in nested folders by their categories."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = one_line(printable(title))
    folders = {"": SubElement(root, "body")}
    for feed in feeds:
        name = one_line(printable(feed.title or feed.address))
        outline = SubElement(_folder(folders, feed.category), "outline", type="rss", text=name, title=name)
        outline.set("xmlUrl", printable(feed.address))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _folder(folders: dict[str, Element], category: str) -> Element:
    """The outline of a category, made within that of the one around it where it is not there yet."""
    path = "/".join(part for each in category.split("/")[:_DEEPEST] if (part := one_line(printable(each))))
    if path not in folders:
        around, _, name = path.rpartition("/")
        folders[path] = SubElement(_folder(folders, around), "outline", text=name, title=name)
    return folders[path]
