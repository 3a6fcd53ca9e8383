"""Short ways to clean a page in a test."""

from __future__ import annotations

from datetime import UTC, datetime

from articles.cleaning import clean
from articles.model import Article, BlockKind, LineRole, RawDocument, SourceFormat

NOW = datetime(2024, 3, 5, tzinfo=UTC)
PROSE = (
    "The mayor of Port Varn said on Monday that the harbour would be closed until the storm had passed.",
    "Two ferries were held in the bay overnight, and their passengers were given blankets and soup by the crew.",
    "The harbour has been closed only twice before, in 1987 and in 2003, when the sea wall broke near the lighthouse.",
)
TITLE = "Port Varn closes its harbour as storm nears"


def cleaned(text: str | bytes, source_format: SourceFormat = SourceFormat.TEXT) -> Article:
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return clean(RawDocument(content, "page", source_format, NOW))


def page(*lines: str) -> Article:
    """A plain text page: the title, the given lines, and three paragraphs."""
    return cleaned("\n\n".join([TITLE, *lines, *PROSE]))


def foot(*lines: str) -> Article:
    """A plain text page with the given lines under its text."""
    return cleaned("\n\n".join([TITLE, *PROSE, *lines]))


def role_of(article: Article, text: str) -> LineRole:
    """The role of the first line that says exactly this."""
    return next(line.role for line in article.lines if line.text == text)


def texts(article: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in article.blocks if block.kind is kind]
