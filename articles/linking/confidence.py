"""How sure a link is, given what hand-set weights and what the learnt trees make of it."""

from __future__ import annotations

import math

_ORDINARY = 1.65
"""In log-odds, how much rarer true pairs are in ordinary news than among the articles that the trees learnt from, where
every topic is full of reports of a few events. Set by hand; `python -m tests.quality pane` tells what it comes to."""
_LEAST = 1e-4
"""How near to impossible and to certain a chance may come."""


def blend(judgement: float, sentences: float) -> float:
    """Both opinions as one chance: halfway between them in log-odds."""
    return _expit((_logit(judgement) + _logit(sentences)) / 2)


def strict(chance: float) -> float:
    """A chance as it is where most of what comes up as likely is not of one event: in ordinary news."""
    return _expit(_logit(chance) - _ORDINARY)


def _logit(chance: float) -> float:
    bounded = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def _expit(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
