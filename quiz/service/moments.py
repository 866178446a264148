"""Times of day for files that people take away."""

from datetime import UTC, datetime


def moment(at: int) -> str:
    """A time of day, ISO 8601 in the time zone of this machine; `at` in ms since 1970."""
    local = datetime.fromtimestamp(at / 1000, UTC).astimezone()
    return local.isoformat(timespec="milliseconds")
