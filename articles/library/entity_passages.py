"""The sentences that name an entity."""

from __future__ import annotations

from collections.abc import Iterator

from articles.library import article_store, entity_store
from articles.library.article_entities import corrected, of_article
from articles.library.codec import unpack
from articles.library.connection import Connection
from articles.library.passages import citations
from articles.model import Annotations, Mention, Passage


def passages(connection: Connection, identity: int, limit: int) -> tuple[Passage, ...]:
    """The sentences that name an entity, newest articles first.

    Raises:
        NotFoundError: There is no such entity.
    """
    shown = entity_store.one(connection, identity).id
    found: list[Passage] = []
    articles = connection.rows(
        "SELECT DISTINCT article FROM article_entity JOIN article ON article.id = article"
        " WHERE entity = ? ORDER BY listed DESC, article DESC LIMIT ?",
        (shown, limit),
    )
    for (article,) in articles:
        found.extend(_passages_of(connection, shown, article))
        if len(found) >= limit:
            break
    return tuple(found[:limit])


def _passages_of(connection: Connection, identity: int, article: int) -> Iterator[Passage]:
    packed = connection.value("SELECT content FROM annotations WHERE article = ?", (article,))
    annotations = corrected(connection, article, unpack(Annotations, packed))
    text = article_store.load(connection, article)
    citation = citations(connection, (article,))[article]
    ids = of_article(connection, article)
    own = {position for position, entity in enumerate(ids) if entity == identity}
    first_in: dict[int, Mention] = {}
    for mention in annotations.mentions:
        if mention.entity in own:
            for number, sentence in enumerate(annotations.sentences):
                if sentence.block == mention.block and sentence.start <= mention.start < sentence.end:
                    first_in.setdefault(number, mention)
    for number, mention in sorted(first_in.items()):
        sentence = annotations.sentences[number]
        words = text.text_of(sentence.block)[sentence.start : sentence.end]
        yield Passage(
            article,
            citation.title,
            citation.outlet,
            citation.published,
            sentence.block,
            sentence.start,
            sentence.end,
            words,
            mention.start,
            mention.end,
        )
