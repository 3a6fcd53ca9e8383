"""What the library offers about corrections: of single lines, and of all articles of an outlet by a rule."""

from __future__ import annotations

from articles.library import corrected_text, correction_store
from articles.library.connection import Connection
from articles.model import Article, LineCorrection, OutletRule, Recleaned


class Corrections:
    """The corrections of a library. Reached as `Library.corrections`.

    Rules are stored at once, and applied to one article after another: `awaiting` tells which of them still wait for
    that, `apply` does it. So a run that is stopped goes on where it was.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_article(self, identity: int) -> tuple[LineCorrection, ...]:
        """What the reader said of single lines of an article."""
        return correction_store.line_corrections(self._connection, identity)

    def machine_text(self, identity: int) -> Article:
        """What the cleaner made of an article. Raises `NotFoundError`."""
        return corrected_text.machine_text(self._connection, identity)

    def correct(self, identity: int, correction: LineCorrection) -> Recleaned:
        """Keep or drop a line of an article; the opposite correction undoes it.

        Raises:
            NotFoundError: There is no such article, or no such line in it.
            LibraryError: Nothing would be left of the article.
        """
        with self._connection.transaction():
            return corrected_text.correct(self._connection, identity, correction)

    def always(self, identity: int, correction: LineCorrection) -> tuple[OutletRule, Recleaned]:
        """Make a rule, for all articles of its outlet, of what a correction says of a line of one article.

        The article itself is corrected at once; the others, and those to come, by the rule.

        Returns:
            The rule, and what became of the article.

        Raises:
            NotFoundError: There is no such article.
            LibraryError: No outlet of it is known, or nothing would be left of it.
        """
        with self._connection.transaction():
            wanted = corrected_text.rule_for(self._connection, identity, correction)
            made = correction_store.add_rule(self._connection, wanted)
            outcome = corrected_text.correct(self._connection, identity, correction)
            return correction_store.rule(self._connection, made.id), outcome

    def rules(self) -> tuple[OutletRule, ...]:
        """All rules with what they have changed, by outlet."""
        return correction_store.rules(self._connection)

    def add_rule(self, rule: OutletRule) -> OutletRule:
        """Make a rule, as one that was revoked, in place of one about the same lines."""
        with self._connection.transaction():
            return correction_store.add_rule(self._connection, rule)

    def revoke_rule(self, identity: int) -> OutletRule:
        """Take a rule back. Raises `NotFoundError`."""
        with self._connection.transaction():
            return correction_store.revoke_rule(self._connection, identity)

    def awaiting(self) -> tuple[int, ...]:
        """The articles that the rules, which have changed since, have not been applied to, newest first."""
        return correction_store.awaiting(self._connection)

    def apply(self, identity: int) -> Recleaned:
        """Apply corrections and rules anew to an article. Raises `NotFoundError`."""
        with self._connection.transaction():
            return corrected_text.reapply(self._connection, identity)
