"""Signatures by which the texts that may be the same are found among any number of others.

They are MinHash values of runs of three words (Broder, On the resemblance and containment of documents, 1997), cut into
bands that are looked up in an index (Indyk and Motwani, Approximate nearest neighbors, 1998).
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.linking.wording import Wording, runs_of

METHOD = 1
"""To be raised when signatures come out otherwise than before; a migration then
sets `signed_by` to 0, and stored texts are signed anew."""
LEAST_AGREEMENT = 0.12
"""Share of equal values in two signatures below which an exact comparison is not worth its time."""

LEAD = 25
"""Words of the beginning, which has a signature of its own: copy that was cut to a third still shares that."""
_ROWS = 2
_WHOLE_BANDS = 30
_LEAD_BANDS = 8
"""Texts with a share s of their runs in common meet in one of 30 bands of two with the chance 1 - (1 - s²)³⁰: .94 at
s = .3, .9999 at .5, and .003 at .01, which is what unrelated news has in common."""
_SEED = 20070
_KEY_BITS = 21
"""Bits of each value that a key holds: with the number of the band, 48 for two rows, six bytes in the index."""


def signature(text: Wording) -> tuple[int, ...]:
    """The MinHash values of a text, 32 bits each, those of its beginning last; none where it is not comparable."""
    from rensa import RMinHash

    if not text.is_comparable:
        return ()
    values: list[int] = []
    for runs, bands in ((text.runs, _WHOLE_BANDS), (frozenset(runs_of(text.words[:LEAD])), _LEAD_BANDS)):
        minhash = RMinHash(bands * _ROWS, _SEED)
        minhash.update(sorted(runs))
        values.extend(minhash.digest())
    return tuple(values)


def band_keys(values: Sequence[int]) -> tuple[int, ...]:
    """The keys, of 48 bits, under which a text with this signature is looked up: one a band."""
    bands = (values[start : start + _ROWS] for start in range(0, len(values), _ROWS))
    return tuple(_key(number, band) for number, band in enumerate(bands))


def agreement(one: Sequence[int], other: Sequence[int]) -> float:
    """Share of equal values in two signatures, which estimates how many of their runs two texts have in common."""
    return sum(map(int.__eq__, one, other)) / (len(one) or 1)


def _key(number: int, band: Sequence[int]) -> int:
    key = number
    for value in band:
        key = key << _KEY_BITS | value & (1 << _KEY_BITS) - 1
    return key
