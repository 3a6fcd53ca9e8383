"""What happens to a text between two newsrooms, or between two versions of one page: seeded edits of several kinds.

The words that are put in come from other articles of the same collection, so that they look as right there as those
that they replace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from articles.model import Article, Block

_SENTENCE_END = re.compile(r"(?<=[a-z0-9\"'][.!?])\s+(?=[A-Z\"'])")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[A-Za-z]{3,}")
_MASTHEADS = ("Harbour Courier", "Evening Ledger", "The Delta Post", "Inland Gazette", "Coast Observer", "Morning Echo")
_WRITERS = ("Ana Quintas", "Jon Okafor", "M. Lindqvist", "Our business staff", "R. P. Haldane")
_TOWNS = ("LONDON", "Frankfurt", "OSLO", "New York", "Rotterdam")
_AROUND = (
    "Sign up for our morning letter and get the news that matters before breakfast, every day of the week.",
    "You have read three of your five free articles this month. Subscribers read without limits.",
    "This report was first published by an agency and has not been edited by our newsroom.",
    "Have you seen something that we should know? Write to the news desk; we never name who tells us.",
    "Copyright. No part of this page may be copied, stored or sent on without leave of the publisher.",
    "Follow us for more on this story, and tell us below what you think about it.",
)

Edit = Callable[[Article, Random, Sequence[Article]], Article]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of edit, with how strong it is."""

    edit: Edit
    strength: str


def masthead(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """Another paper prints it: its name, a byline, a dateline in the text, its name behind the title."""
    outlet = chance.choice(_MASTHEADS)
    title = f"{article.title} - {outlet}" if chance.random() < 0.5 else article.title
    lead = f"{chance.choice(_TOWNS)} ({chance.choice(('Agency', 'Wire', outlet))}) - {article.blocks[0].text}"
    blocks = (replace(article.blocks[0], text=lead), *article.blocks[1:])
    return replace(article, title=title, outlet=outlet, byline=chance.choice(_WRITERS), blocks=blocks)


def cut(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """Shortened from the end: two to seven in ten of the sentences stay away, the first one never."""
    sentences = _sentences(article)
    kept = max(1, round(len(sentences) * chance.uniform(0.3, 0.8)))
    return _of_sentences(article, sentences[:kept])


def update(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """Brought up to date: one to four sentences put in, each from another article, sometimes before all others."""
    sentences = _sentences(article)
    for _ in range(chance.randint(1, min(4, len(sentences)))):
        new = chance.choice(_sentences(chance.choice(others)))
        sentences.insert(chance.randrange(len(sentences) + 1), new)
    return _of_sentences(article, sentences)


def words(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """Edited for style: three to twelve in a hundred words replaced by others, names too."""
    share = chance.uniform(0.03, 0.12)
    stock = _WORD.findall(" ".join(_texts(chance.choice(others)))) or ["said"]

    def other(found: re.Match[str]) -> str:
        return chance.choice(stock) if chance.random() < share * 1.3 else found[0]

    return _mapped(article, lambda text: _WORD.sub(other, text))


def typography(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """Set otherwise: curly quotation marks, long dashes, hard spaces, other commas; or all of it in capitals."""
    if chance.random() < 0.3:
        return _mapped(replace(article, title=article.title.title()), str.upper)
    if chance.random() < 0.2:
        return _mapped(replace(article, title=article.title.casefold()), str.casefold)
    table = str.maketrans({"'": "’", '"': "“", "-": "‐", " ": chance.choice(" \u00a0")})
    return _mapped(article, lambda text: text.translate(table).replace(", ", chance.choice((" ", ", ", " – "))))


def figures(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """Corrected: one figure, or one in ten of them, is another."""
    found = [(number, each.span()) for number, text in enumerate(_texts(article)) for each in _FIGURE.finditer(text)]
    chosen = sorted(chance.sample(found, max(1, len(found) // 10)) if found else (), reverse=True)
    texts = list(_texts(article))
    for number, (start, end) in chosen:
        texts[number] = f"{texts[number][:start]}{chance.randint(2, 9999)}{texts[number][end:]}"
    return _with_texts(article, texts)


def around(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """What belongs to the page is left around it: one to three such sentences before or behind the text."""
    texts = list(_texts(article))
    for text in chance.sample(_AROUND, chance.randint(1, 3)):
        texts.insert(chance.choice((0, len(texts))), text)
    return _with_texts(article, texts)


def mixed(article: Article, chance: Random, others: Sequence[Article]) -> Article:
    """Three of the others, one after another."""
    chosen = chance.sample([kind.edit for name, kind in KINDS.items() if name != "mixed"], 3)
    for edit in chosen:
        article = edit(article, chance, others)
    return article


KINDS: Mapping[str, Kind] = {
    "masthead": Kind(masthead, "other outlet, byline, dateline"),
    "cut": Kind(cut, "20-70 % of the sentences cut from the end"),
    "update": Kind(update, "1-4 sentences of others put in"),
    "words": Kind(words, "3-12 % of the words replaced"),
    "typography": Kind(typography, "case, quotation marks, dashes, commas"),
    "figures": Kind(figures, "one figure, or one in ten, corrected"),
    "around": Kind(around, "1-3 sentences of the page before or behind"),
    "mixed": Kind(mixed, "three of these together"),
}
"""Every kind of edit by its name."""


def _texts(article: Article) -> tuple[str, ...]:
    return tuple(block.text for block in article.blocks)


def _mapped(article: Article, change: Callable[[str], str]) -> Article:
    return _with_texts(article, [change(text) for text in _texts(article)])


def _with_texts(article: Article, texts: Sequence[str]) -> Article:
    kind = article.blocks[0].kind
    return replace(article, blocks=tuple(Block(kind, text) for text in texts if text))


def _sentences(article: Article) -> list[tuple[int, str]]:
    """The sentences, each with the number of its paragraph."""
    return [(number, each) for number, text in enumerate(_texts(article)) for each in _SENTENCE_END.split(text)]


def _of_sentences(article: Article, sentences: Sequence[tuple[int, str]]) -> Article:
    texts: dict[tuple[int, int], list[str]] = {}
    place = (0, -1)
    for number, sentence in sentences:
        place = place if number == place[1] else (place[0] + 1, number)
        texts.setdefault(place, []).append(sentence)
    return _with_texts(article, [" ".join(each) for each in texts.values()])
