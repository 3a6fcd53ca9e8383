"""Which articles of a list are selected, as a frozen value: picked one by one, and a stretch that is being drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids that are selected, whether or not they are listed now."""

    picked: frozenset[int] = field(default_factory=frozenset)
    anchor: int | None = None
    """The id at which the stretch begins that ends at the cursor; None while none is drawn."""

    def __bool__(self) -> bool:
        return bool(self.picked) or self.anchor is not None

    def toggle(self, ids: Iterable[int]) -> Selection:
        """The selection with these in it, or, where all of them are, without them."""
        wanted = frozenset(ids)
        return replace(self, picked=self.picked - wanted if wanted <= self.picked else self.picked | wanted)

    def begin(self, identity: int) -> Selection:
        """The selection with a stretch that begins at a row."""
        return replace(self, anchor=identity)

    def end(self, ids: Sequence[int], cursor: int) -> Selection:
        """The selection with the stretch picked that was being drawn."""
        return Selection(self.picked | set(self.stretch(ids, cursor)))

    def stretch(self, ids: Sequence[int], cursor: int) -> Sequence[int]:
        """The ids from the anchor to the cursor, both included; where the anchor is not listed, that at the cursor."""
        if self.anchor is None or not ids:
            return ()
        start = ids.index(self.anchor) if self.anchor in ids else cursor
        return ids[min(start, cursor) : max(start, cursor) + 1]

    def listed(self, ids: Sequence[int], cursor: int) -> tuple[int, ...]:
        """The selected ones of a list, in its order, without the headings of stories."""
        if not self:
            return ()
        chosen = self.picked.union(self.stretch(ids, cursor))
        return tuple(each for each in ids if each in chosen and each > 0)
