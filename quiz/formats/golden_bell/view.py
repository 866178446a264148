"""What is shown of a Golden Bell round only: the rescue, the lifeline, the bell."""

from collections.abc import Callable
from dataclasses import dataclass

from quiz.core.nouns.competitors import stands_as
from quiz.core.nouns.rules import Views
from quiz.core.nouns.shapes import Person
from quiz.core.nouns.state import Contest, Stage
from quiz.core.standing.floor import playing
from quiz.core.views.people import person
from quiz.formats.golden_bell import lifeline, rescue
from quiz.formats.golden_bell.play import GoldenBellPlay


@dataclass(frozen=True, slots=True)
class HelpView:
    """The audience's help for the `asker`: `open` on its phones, or given; then `chosen`.

    `chosen` is how many chose each option, empty before the host closes the help, where only the
    asker is told, and at a question without options, which is helped `aloud`.
    """

    asker: Person | None
    open: bool
    aloud: bool
    answers: int
    chosen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BellSeatView:
    """A phone's own: may it help now, and how many chose each option, where the asker is told."""

    may_help: bool
    chosen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GoldenBellView:
    """For phones and hall.

    `winner` after the bell, `bell_silent` when it stayed silent; `spared`: the last question took
    nobody because all were wrong; `lifeline`: the sole survivor asks the hall; `rescue`:
    one is open, and nothing is decided; `help` is the audience's, from
    then to the reveal.
    """

    winner: Person | None
    bell_silent: bool
    spared: bool
    lifeline: bool
    rescue: bool
    help: HelpView | None = None


@dataclass(frozen=True, slots=True)
class RescueView:
    """A rescue: offered by the rules, open for confirmation, who would return; for the host.

    `by_hand`: the host ticked who would return, no rule proposed them.
    `chosen` is how many of the audience chose each option, once the help is closed.
    `taken_back` is whom the bell was taken from (0: it had stayed silent), None when it was not.
    """

    offered: bool
    open: bool
    numbers: tuple[int, ...]
    used: int
    allowed: int
    taken_back: int | None = None
    by_hand: bool = False
    chosen: tuple[int, ...] = ()


def open_view(contest: Contest, play: GoldenBellPlay) -> GoldenBellView:
    """What phones and hall share; whom a rescue brings back is told once it is decided."""
    under_way = contest.stage is Stage.PLAYING
    return GoldenBellView(
        winner=person(contest, play.bell),
        bell_silent=play.bell == 0,
        spared=under_way and bool(play.spared) and play.spared[-1] == len(play.log) - 1,
        lifeline=under_way and lifeline.is_helping(play),
        rescue=under_way and play.proposed is not None,
        help=_help(contest, play) if under_way and lifeline.is_told(play) else None,
    )


def _help(contest: Contest, play: GoldenBellPlay) -> HelpView | None:
    given = lifeline.help_of(play.current)
    if given is None:
        return None
    return HelpView(
        asker=person(contest, next(iter(playing(play.floor)), None)),
        open=given.open,
        aloud=not given.on_phones,
        answers=0 if given.open else len(given.answers),
        chosen=_chosen(play) if play.settings.lifeline_told == "hall" else (),
    )


def _chosen(play: GoldenBellPlay) -> tuple[int, ...]:
    return lifeline.choices(play.current) if play.current and lifeline.is_told(play) else ()


def seat_views(contest: Contest, play: GoldenBellPlay) -> Callable[[int], BellSeatView] | None:
    """What each phone is told of the lifeline, from its use to the reveal."""
    if contest.stage is not Stage.PLAYING or not lifeline.is_told(play):
        return None
    chosen, on_floor, is_open = _chosen(play), playing(play.floor), lifeline.is_open(play)

    def seat_of(number: int) -> BellSeatView:
        asks = stands_as(play, number) in on_floor
        return BellSeatView(is_open and not asks, chosen if asks else ())

    return seat_of


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
        chosen=_chosen(play),
    )


VIEWS = Views(
    phone=open_view,
    hall=open_view,
    host=host_view,
    prompter=host_view,
    seats=seat_views,
    progress=lifeline.progress,
    shapes=(GoldenBellView, HelpView, RescueView, BellSeatView),
)
