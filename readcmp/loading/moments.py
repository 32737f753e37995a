"""The moment at which a text was published, where its time of day and its time zone are told."""

from __future__ import annotations

from datetime import UTC, datetime


def find_moment(text: str) -> str | None:
    """Return a moment as ISO 8601 has it, in UTC (``2024-05-03T14:05:00Z``); None for a day alone, or without a zone.

    Reads ISO 8601 and dates as the headers of mails have them.
    """
    found = _parsed(text.strip())
    if found is None or found.tzinfo is None:
        return None
    try:
        return found.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except OverflowError:
        return None


def lacks_zone(text: str) -> bool:
    """Return whether a text is a moment of which nobody can say when it was, since its time zone is missing."""
    found = _parsed(text.strip()) if ":" in text else None
    return found is not None and found.tzinfo is None


def _parsed(text: str) -> datetime | None:
    if not 10 <= len(text) <= 60 or not any(map(str.isdigit, text)):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
