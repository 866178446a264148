"""Times as the figures print them: the time of day, the zone, seconds."""

from datetime import UTC, datetime

from flask_babel import format_decimal
from flask_babel import gettext as _


def moment(at: int) -> str:
    """A time of day to the ms, 19:02:03.250, in the time zone of this machine; `at` in ms."""
    local = datetime.fromtimestamp(at // 1000, UTC).astimezone()
    return f"{local:%H:%M:%S}.{at % 1000:03d}"


def zone(at: int) -> str:
    """The time zone of such times, UTC+07:00."""
    offset = f"{datetime.fromtimestamp(at // 1000, UTC).astimezone():%z}"
    return f"UTC{offset[:3]}:{offset[3:]}"


def seconds(ms: int) -> str:
    """Ms as seconds with three decimals."""
    return str(format_decimal(ms / 1000, "0.000"))


def still(left_ms: int) -> str:
    """That a clock stands, and what it still has."""
    return str(_("đồng hồ đứng, còn %(s)s giây", s=seconds(left_ms)))
