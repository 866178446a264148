"""How robots play each round format, and their registry."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from quiz.bots.formats.declaring import Errand, Plays
from quiz.core.nouns.shapes import RoundView

PLAYS: Mapping[str, Plays] = {
    found.name: import_module(f"{__name__}.{found.name}").PLAYS
    for found in iter_modules(__path__)
    if found.name != "declaring"
}
"""By format, whose module here has its name; in one that has none everybody just answers."""
ERRANDS: tuple[Errand, ...] = tuple(errand for each in PLAYS.values() for errand in each.errands)
"""Of all formats."""


def of_format(name: str) -> Plays:
    """How to play a format."""
    return PLAYS.get(name, Plays())


def plays_of(round_: RoundView | None) -> Plays:
    """How to play the round under way."""
    return of_format(round_.format) if round_ else Plays()
