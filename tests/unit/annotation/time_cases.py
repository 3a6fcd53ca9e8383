"""How the tests of times state a case: a sentence with its expressions in brackets, and how they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from articles.annotation.engine import Engine
from articles.annotation.times import find_times
from articles.model import UNDATED, Basis, Precision, Published, TimeExpression

_BRACKETED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Found:
    """A time expression with its words."""

    words: str
    time: TimeExpression

    @property
    def days(self) -> str:
        """The interval as `first..last`, one day for an interval of one, empty for none."""
        interval = self.time.interval
        if interval is None:
            return ""
        return f"{interval.first}" if interval.days == 1 else f"{interval.first}..{interval.last}"


def on(day: str, precision: Precision = Precision.DAY) -> Published:
    """A stated publication date; undated for an empty one."""
    return Published(date.fromisoformat(day), precision, Basis.STATED) if day else UNDATED


def plain(marked: str) -> str:
    """The sentence without its brackets."""
    return _BRACKETED.sub(r"\1", marked)


def bracketed(marked: str) -> list[str]:
    """The words that stand in brackets."""
    return _BRACKETED.findall(marked)


def times_in(text: str, engine: Engine, published: Published = UNDATED) -> list[Found]:
    """What is found in a text, each paragraph a block."""
    blocks = engine.parse(list(enumerate(text.split("\n\n"))))
    texts = {block.block: block.text for block in blocks}
    return [Found(texts[time.block][time.start : time.end], time) for time in find_times(blocks, published)]
