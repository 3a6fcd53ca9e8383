"""The present moment, and dates in and out of text. Moments are aware UTC; days are plain dates."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def now() -> datetime:
    """The present moment in UTC, or the one `BROADSHEET_NOW` (ISO 8601) freezes it at, for tests and pictures."""
    frozen = os.environ.get("BROADSHEET_NOW")
    if frozen:
        moment = datetime.fromisoformat(frozen)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.now(UTC)


def day_in_words(day: date) -> str:
    """A day as readers write it, without a leading zero: `4 Sep 2023`."""
    return f"{day.day} {day:%b %Y}"


def moment_in_words(moment: datetime) -> str:
    """A moment as the reader's clock shows it: `4 Sep 2023, 14:05`."""
    local = moment.astimezone()
    return f"{day_in_words(local.date())}, {local:%H:%M}"
