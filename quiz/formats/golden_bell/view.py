"""What is shown of a Golden Bell round only: the rescue, the lifeline, the bell."""

from dataclasses import dataclass

from quiz.core.nouns.rules import Views
from quiz.core.nouns.shapes import Person
from quiz.core.nouns.state import Contest, Stage
from quiz.core.views.people import people, person
from quiz.formats.golden_bell import lifeline, rescue
from quiz.formats.golden_bell.play import GoldenBellPlay


@dataclass(frozen=True, slots=True)
class GoldenBellView:
    """For phones and hall.

    `winner` after the bell, `bell_silent` when it stayed silent; `spared`: the last question took
    nobody because all were wrong; `lifeline`: the sole survivor asks the hall; `rescue`: those
    who would return while a rescue is open, else None.
    """

    winner: Person | None
    bell_silent: bool
    spared: bool
    lifeline: bool
    rescue: tuple[Person, ...] | None


@dataclass(frozen=True, slots=True)
class RescueView:
    """A rescue: offered by the rules, open for confirmation, who would return; for the host.

    `taken_back` is whom the bell was taken from (0: it had stayed silent), None when it was not.
    """

    offered: bool
    open: bool
    numbers: tuple[int, ...]
    used: int
    allowed: int
    taken_back: int | None = None


def phone_view(contest: Contest, play: GoldenBellPlay) -> GoldenBellView:
    """What all phones share; nobody is named to them while a rescue is open."""
    return _view(contest, play, named=False)


def hall_view(contest: Contest, play: GoldenBellPlay) -> GoldenBellView:
    """What the hall sees."""
    return _view(contest, play, named=True)


def _view(contest: Contest, play: GoldenBellPlay, *, named: bool) -> GoldenBellView:
    under_way = contest.stage is Stage.PLAYING
    proposed = play.proposed if under_way else None
    returning = people(contest, proposed) if proposed and named else ()
    return GoldenBellView(
        winner=person(contest, play.bell),
        bell_silent=play.bell == 0,
        spared=under_way and bool(play.spared) and play.spared[-1] == len(play.log) - 1,
        lifeline=under_way and lifeline.is_helping(play),
        rescue=None if proposed is None else returning,
    )


def host_view(contest: Contest, play: GoldenBellPlay) -> RescueView | None:
    """The rescue as the host sees it."""
    if contest.stage is not Stage.PLAYING:
        return None
    return RescueView(
        offered=play.proposed is None and rescue.is_offered(play),
        open=play.proposed is not None,
        numbers=play.proposed or (),
        used=rescue.rescues_used(play),
        allowed=len(play.settings.rescues),
        taken_back=play.taken_back,
    )


VIEWS = Views(
    phone=phone_view,
    hall=hall_view,
    host=host_view,
    prompter=host_view,
    shapes=(GoldenBellView, RescueView),
)
