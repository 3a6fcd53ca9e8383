"""Every error a reader can meet. Each message says what, where, and what to do about it, in one line."""

from __future__ import annotations

from datetime import datetime


class BroadsheetError(Exception):
    """Base of all errors that are shown to the reader as one line.

    Args:
        what: What went wrong, without a full stop.
        where: The file, address, article or setting concerned; empty when there is none.
        remedy: What the reader can do about it.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        subject = f"{self.where}: {self.what}" if self.where else self.what
        return f"{subject}. {self.remedy}." if self.remedy else f"{subject}."


class SourceError(BroadsheetError):
    """A source could not be read: no such file, no permission, not text, too large."""


class FetchError(SourceError):
    """An address could not be fetched: no such host, refused, timed out, too large, or the server said no."""

    def __init__(
        self,
        what: str,
        where: str = "",
        remedy: str = "",
        *,
        is_gone: bool = False,
        retry_at: datetime | None = None,
    ) -> None:
        super().__init__(what, where, remedy)
        self.is_gone = is_gone
        """Whether the server says that there will never be anything there again (410)."""
        self.retry_at = retry_at
        """When the server wants to be asked again at the earliest (Retry-After), in UTC; None where it did not say."""


class Cancelled(Exception):  # noqa: N818 - a request, not an error
    """The reader asked to stop; nothing is to be told to him."""


class CleaningError(BroadsheetError):
    """A raw document holds no article that could be made out."""


class AnnotationError(BroadsheetError):
    """The language engine could not be loaded, or failed on one article."""


class RunError(BroadsheetError):
    """A run of the pipeline ended before its time; what was stored is kept."""


class LibraryError(BroadsheetError):
    """The library file cannot be used as it is."""


class LibraryVersionError(LibraryError):
    """The library was written by a newer Broadsheet, or is another program's file."""


class NotFoundError(LibraryError):
    """No article, entity or event has the given id."""


class OutputError(BroadsheetError):
    """What was made cannot be written where it was to go: no room, no permission, something else in its place."""


class QueryError(BroadsheetError):
    """A query cannot be understood; the message points at the place."""


class ThemeError(BroadsheetError):
    """A theme file cannot be used; the message names its file, line and key."""


class SettingsError(BroadsheetError):
    """The settings file cannot be used; the message names its file and key."""
