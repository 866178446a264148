"""Which rules the form of a new contest shows for a format; the others go along unseen."""

from collections.abc import Mapping

SCORES = frozenset({"penalty", "floor_zero"})
OWN: Mapping[str, frozenset[str]] = {
    "golden_bell": frozenset(
        {
            *("out_on_wrong", "out_on_none", "all_wrong", "lifeline", "sole_survivor", "ending"),
            *("rescue_below", "rescue_below_percent", "rescue_until", "reserve_count", "chain"),
            *("reserve", "change_answer"),
        }
    ),
    "points": SCORES | {"speed", "reserve", "change_answer"},
    "buzzer": SCORES | {"answer_seconds", "aloud", "early", "again"},
}
"""Fields that not every format has, by format."""


def kept(format: str) -> list[str]:
    """The fields that other formats show and this one does not."""
    return sorted(frozenset[str]().union(*OWN.values()) - OWN[format])
