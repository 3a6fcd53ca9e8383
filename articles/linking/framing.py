"""How two reports word the same thing: what the event itself is called, who acts in it, and what ends or begins.

Only places are compared at which both sentences must speak of one thing: the triggers of what is held to be one event,
the words right beside these, and what follows one relational noun, as "the end of". What is found there is shown only
where the two words judge: "protest" and "riot" do, "car" and "vehicle" don't.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from articles.linking.terms import stem
from articles.model import Difference, Passage
from articles.text import fold

_JUDGING = (
    # what is called one way or the other: alternatives between |, words that judge alike side by side
    "war | invasion aggression | conflict hostilities | intervention operation",
    "kill slay | execute execution | assassinate assassination | massacre slaughter butcher",
    "murder | manslaughter",
    "protest demonstration demonstrate | riot mob | unrest disturbance | uprising revolt rebellion insurrection",
    "coup putsch | takeover | revolution uprising | transition",
    "raid | massacre | operation | crackdown | incursion invasion",
    "accident crash | incident | disaster catastrophe tragedy | attack sabotage",
    "resign resignation quit | sack fire dismiss dismissal oust ouster expel",
    "arrest detain detention | abduct abduction kidnap kidnapping",
    "annex annexation | reunification reunify | occupy occupation | liberate liberation",
    "torture | abuse mistreat mistreatment | interrogate interrogation",
    "genocide | massacre | killing",
    "bailout | rescue | handout | loan",
    "suicide | murder | accident",
)
_JUDGED = (
    # who is called one way or the other
    "protester demonstrator | rioter looter | activist campaigner | mob | agitator",
    "rebel insurgent guerrilla | militant fighter | terrorist extremist jihadist | separatist | gunman | bandit pirate",
    "migrant immigrant | refugee | alien",
    "government administration | regime dictatorship | junta",
    "suspect gunman shooter attacker assailant | killer murderer | terrorist",
    "whistleblower | leaker | spy | traitor | hacker",
)
_RELATIONAL = frozenset(stem(word) for word in "end beginning start outbreak eve aftermath anniversary act".split())
_TIMES = frozenset(
    "day days night week weeks weekend month months quarter year years season decade century time era term january"
    " february march april may june july august september october november december monday tuesday wednesday thursday"
    " friday saturday sunday spring summer autumn fall winter".split()
)
_STOPS = frozenset(
    "the a an and or but that which who whom whose when where while in on at to for from by with as is are was were be"
    " been being has have had do does did will would can could may might must shall should after before into over under"
    " about against between during through until since without than not its their his her our this these those it he"
    " she they there what if because both also said says of".split()
)
_JOINING = frozenset({"and", "or"})
_DETERMINERS = frozenset("the a an its their his her this that these those all".split())
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_MOST_WORDS = 4
_BESIDE = 3
"""Words before and after a trigger among which those stand who act."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or mark of a sentence."""

    text: str
    start: int
    end: int
    """As a half-open span of the sentence."""

    @property
    def folded(self) -> str:
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class _Wording:
    """The places of a sentence at which its wording is compared."""

    trigger: str
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    """The words before and after the trigger, near enough to act in the event."""
    words: frozenset[str]
    """The stems of all its words."""
    relational: tuple[tuple[str, str, frozenset[str]], ...]
    """Relational nouns, the whole phrase, and the stems of what it is of."""


def framing(here: Passage, there: Passage) -> tuple[Difference, ...]:
    """The wording by which two sentences that report one event judge it, or delimit it, differently.

    Args:
        here: A sentence with the event's trigger.
        there: One of another article.
    """
    mine, theirs = _wording_of(here), _wording_of(there)
    judged = (*_called(mine, theirs), *_acting(mine, theirs))
    told = (pair for pair in judged if not (_has(theirs, pair[0]) or _has(mine, pair[1])))
    pairs = (*told, *_complements(mine, theirs))
    return tuple(Difference("wording", *pair) for pair in dict.fromkeys(pairs))


def _wording_of(passage: Passage) -> _Wording:
    return _read(passage.text, passage.trigger_start - passage.start, passage.trigger_end - passage.start)


@lru_cache(maxsize=1 << 11)
def _read(text: str, start: int, end: int) -> _Wording:
    words = tuple(_Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text))
    before = tuple(word.text for word in words if word.end <= start)[-_BESIDE:]
    after = tuple(word.text for word in words if word.start >= end)[:_BESIDE]
    stems_of_all = frozenset(stem(word.folded) for word in words)
    return _Wording(text[start:end], (before, after), stems_of_all, tuple(_relational(text, words)))


def _has(wording: _Wording, word: str) -> bool:
    """Whether a sentence has a word anywhere: then it does not avoid it."""
    return stem(fold(word)) in wording.words


def _called(mine: _Wording, theirs: _Wording) -> Iterator[tuple[str, str]]:
    """What the event itself is called."""
    if _judge_differently(mine.trigger, theirs.trigger, _table(_JUDGING)):
        yield mine.trigger, theirs.trigger


def _acting(mine: _Wording, theirs: _Wording) -> Iterator[tuple[str, str]]:
    """What those are called who stand before, or after, the triggers."""
    for own, others in zip(mine.beside, theirs.beside, strict=True):
        for pair in product(own, others):
            if _judge_differently(*pair, _table(_JUDGED)):
                yield pair


def _complements(mine: _Wording, theirs: _Wording) -> Iterator[tuple[str, str]]:
    """What follows one relational noun: "end of the war", "end of hostilities"."""
    others = {noun: (phrase, stems) for noun, phrase, stems in theirs.relational}
    for noun, phrase, stems in mine.relational:
        if noun in others and not stems & others[noun][1]:
            yield phrase, others[noun][0]


def _judge_differently(one: str, other: str, table: Mapping[str, frozenset[tuple[int, int]]]) -> bool:
    """Whether two words stand in one group as different alternatives, and in none as the same."""
    mine, theirs = table.get(stem(fold(one)), frozenset()), table.get(stem(fold(other)), frozenset())
    return not mine & theirs and bool({group for group, _ in mine} & {group for group, _ in theirs})


@cache
def _table(groups: tuple[str, ...]) -> Mapping[str, frozenset[tuple[int, int]]]:
    """For each stem the groups in which it stands, and as which alternative."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, group in enumerate(groups):
        for alternative, words in enumerate(group.split("|")):
            for word in words.split():
                found.setdefault(stem(word), set()).add((number, alternative))
    return {word: frozenset(places) for word, places in found.items()}


def _relational(text: str, words: Sequence[_Word]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Relational nouns with "of" and what they are of, where the end of that can be told."""
    for at in range(len(words) - 2):
        if words[at + 1].text != "of" or (noun := stem(words[at].folded)) not in _RELATIONAL:
            continue
        first = at + 3 if words[at + 2].folded in _DETERMINERS else at + 2
        last = first
        while last < len(words) and words[last].text[0].isalnum() and words[last].folded not in _STOPS:
            last += 1
        goes_on = last < len(words) and words[last].folded in _JOINING
        if 0 < last - first <= _MOST_WORDS and not goes_on and not _is_time(words[last - 1].folded):
            phrase = text[words[at].start : words[last - 1].end]
            yield noun, phrase, frozenset(stem(word.folded) for word in words[first:last])


def _is_time(word: str) -> bool:
    return word in _TIMES or word.isdigit()
