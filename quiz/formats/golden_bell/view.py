"""What is shown of a Golden Bell round only: the rescue, the lifeline, the bell."""

from dataclasses import dataclass

from quiz.core.nouns.rules import Views
from quiz.core.nouns.shapes import Person
from quiz.core.nouns.state import Contest, Stage
from quiz.core.views.people import person
from quiz.formats.golden_bell import lifeline, rescue
from quiz.formats.golden_bell.play import GoldenBellPlay


@dataclass(frozen=True, slots=True)
class GoldenBellView:
    """For phones and hall.

    `winner` after the bell, `bell_silent` when it stayed silent; `spared`: the last question took
    nobody because all were wrong; `lifeline`: the sole survivor asks the hall; `rescue`:
    one is open, and nothing is decided.
    """

    winner: Person | None
    bell_silent: bool
    spared: bool
    lifeline: bool
    rescue: bool


@dataclass(frozen=True, slots=True)
class RescueView:
    """A rescue: offered by the rules, open for confirmation, who would return; for the host.

    `by_hand`: the host ticked who would return, no rule proposed them.
    `taken_back` is whom the bell was taken from (0: it had stayed silent), None when it was not.
    """

    offered: bool
    open: bool
    numbers: tuple[int, ...]
    used: int
    allowed: int
    taken_back: int | None = None
    by_hand: bool = False


def open_view(contest: Contest, play: GoldenBellPlay) -> GoldenBellView:
    """What phones and hall share; whom a rescue brings back is told once it is decided."""
    under_way = contest.stage is Stage.PLAYING
    return GoldenBellView(
        winner=person(contest, play.bell),
        bell_silent=play.bell == 0,
        spared=under_way and bool(play.spared) and play.spared[-1] == len(play.log) - 1,
        lifeline=under_way and lifeline.is_helping(play),
        rescue=under_way and play.proposed is not None,
    )


def host_view(contest: Contest, play: GoldenBellPlay) -> RescueView | None:
    """The rescue as the host sees it."""
    if contest.stage is not Stage.PLAYING:
        return None
    return RescueView(
        offered=play.proposed is None and rescue.is_offered(play),
        open=play.proposed is not None,
        numbers=rescue.listed(play),
        used=rescue.rescues_used(play),
        allowed=len(play.settings.rescues),
        taken_back=play.taken_back,
        by_hand=play.opened is not None and not play.opened.how_many,
    )


VIEWS = Views(
    phone=open_view,
    hall=open_view,
    host=host_view,
    prompter=host_view,
    shapes=(GoldenBellView, RescueView),
)
