"""How robots play each round format, and their registry."""

from collections.abc import Mapping

from quiz.bots.formats import buzzer, golden_bell
from quiz.bots.formats.declaring import Errand, Plays
from quiz.core.views import RoundView

PLAYS: Mapping[str, Plays] = {
    "golden_bell": golden_bell.PLAYS,
    "buzzer": buzzer.PLAYS,
}
"""By format; in one that is not here everybody just answers."""
ERRANDS: tuple[Errand, ...] = tuple(errand for each in PLAYS.values() for errand in each.errands)
"""Of all formats."""


def of_format(name: str) -> Plays:
    """How to play a format."""
    return PLAYS.get(name, Plays())


def plays_of(round_: RoundView | None) -> Plays:
    """How to play the round under way."""
    return of_format(round_.format) if round_ else Plays()
