"""The reader's rules for outlets as a list with a cursor: what each does, and how many lines it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from articles.model import OutletRule
from tui.listings.rules import effect_words, rule_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe
from tui.widgets.text_column import TextColumn


class RuleList(TextColumn):
    """Rules, each under the name of its outlet."""

    gutter_cells = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rules: Sequence[OutletRule] = ()

    @property
    def selected(self) -> OutletRule | None:
        """The rule under the cursor; None where there are none."""
        return next((rule for rule in self._rules if rule.id == self.cursor_key), None)

    def show(self, rules: Sequence[OutletRule]) -> None:
        """Show rules, which come in the order of their outlets; the cursor stays on its rule."""
        key = self.cursor_key
        self._rules = rules
        self.set_paragraphs(tuple(_paragraphs(rules)), key=key)


def _paragraphs(rules: Sequence[OutletRule]) -> Iterator[Paragraph]:
    outlet = ""
    for rule in rules:
        if rule.outlet.casefold() != outlet.casefold():
            outlet = rule.outlet
            yield Paragraph(Content.styled(safe(outlet), "bold $accent"), gap=1)
        words = rule_words(rule)
        line = Content.assemble(
            safe(words[:1].upper() + words[1:]), (f" · {effect_words(rule)}", "$muted"), strip_control_codes=False
        )
        yield Paragraph(line, key=rule.id, lead="  ", gap=0)
