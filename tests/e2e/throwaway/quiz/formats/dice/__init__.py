"""Dice ("xúc xắc"): everybody throws once, and has as many points as eyes; no questions."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar

from quiz.core.copying import changed
from quiz.core.errors import Rejected
from quiz.core.nouns import commands, events
from quiz.core.nouns.event import Event, Nature, Traits
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.rules import Format, Seen, Views
from quiz.core.nouns.settings import whole
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import Asked, AskingSettings, Contest, Play, Tally
from quiz.core.numbered import Numbered
from quiz.core.question import asking
from quiz.core.question.asking import AskingRules
from quiz.core.standing.floor import playing
from quiz.core.standing.ranking import lot
from quiz.formats.settings import read_settings

END_THROWING = "end_throwing"
"""The step of the primary button, and the act, that no other round has."""


@dataclass(frozen=True, slots=True)
class DiceThrown(Event):
    """A contestant threw; the server said how many eyes."""

    traits: ClassVar[Traits] = Traits(nature=Nature.CROWD, received=True)

    number: int
    eyes: int
    at: int


@dataclass(frozen=True, slots=True)
class ThrowingEnded(Event):
    """Nobody throws any more; the eyes become points."""


@dataclass(frozen=True, slots=True)
class ThrowDice(commands.Crowd):
    """Throw; how many eyes is the server's to say."""

    number: int


@dataclass(frozen=True, slots=True)
class EndThrowing(commands.Act):
    """Let nobody throw any more."""


@dataclass(frozen=True, kw_only=True)
class Settings(AskingSettings):
    """What an organizer may set: `worth` is how many points an eye is."""

    worth: int = whole(10, 1, 1000, group="worth")


@dataclass(frozen=True, kw_only=True)
class DicePlay(Play):
    """A round of dice: dice with so many `faces`, who threw how many eyes, whether it is over."""

    settings: Settings = field(default_factory=Settings)
    faces: int
    thrown: Numbered[int] = field(default_factory=Numbered)
    over: bool = False


class DiceRules(AskingRules):
    """Everybody throws once, until the host ends it."""

    def start(self, round_: Round, floor: Numbered[Tally]) -> DicePlay:
        """Nobody has thrown; the round's material has the `faces` of a die."""
        faces = round_.material.get("faces")
        if not isinstance(faces, int) or faces < 2:
            raise Rejected("bad_settings", "faces")
        settings = read_settings(Settings, round_.settings)
        return DicePlay(round=round_, settings=settings, floor=floor, faces=faces)

    def decide(
        self, plan: Plan, play: DicePlay, command: commands.Command, now: int
    ) -> tuple[Event, ...]:
        """Throws, and the end of the throwing."""
        match command:
            case ThrowDice():
                return (_thrown(plan, play, command.number, now),)
            case EndThrowing() | commands.Advance() if not play.over:
                return (ThrowingEnded(),)
            case commands.Advance():
                return (events.RoundFinished(),)
        raise Rejected("not_now")

    def evolve(self, play: DicePlay, event: Event) -> DicePlay:
        """The play after an event; what is no throw holds in every round."""
        match event:
            case DiceThrown():
                return replace(play, thrown=play.thrown.set(event.number, event.eyes))
            case ThrowingEnded():
                return replace(play, over=True, floor=play.floor.merged(_scored(play)))
        return asking.evolve(play, event, _never_asked)

    def see(self, play: DicePlay) -> Seen:
        """The next step: the end of the throwing, then of the round."""
        if play.over:
            return Seen(step=Step.FINISH_ROUND, can=("finish_round",), scene="dice")
        return Seen(step=END_THROWING, can=(END_THROWING,), scene="dice")

    def involved(self, play: Play) -> frozenset[int]:
        """Those who threw, too."""
        assert isinstance(play, DicePlay)
        return super().involved(play) | frozenset(play.thrown)

    def kept(self, before: DicePlay, now: DicePlay) -> DicePlay:
        """Throws stay."""
        return replace(before, thrown=now.thrown)


def _thrown(plan: Plan, play: DicePlay, number: int, now: int) -> Event:
    if play.over:
        raise Rejected("too_late")
    if number not in playing(play.floor):
        raise Rejected("not_on_floor")
    if number in play.thrown:
        raise Rejected("no_change")
    eyes = 1 + int(lot(f"{plan.seed} {play.round.name}", number), 16) % play.faces
    return DiceThrown(number, eyes, now)


def _scored(play: DicePlay) -> dict[int, Tally]:
    made: dict[int, Tally] = {}
    for number, eyes in play.thrown.items():
        tally = play.floor.get(number)
        if tally is not None:
            made[number] = changed(tally, points=tally.points + eyes * play.settings.worth)
    return made


def _never_asked(play: DicePlay, asked: Asked) -> DicePlay:
    return play


@dataclass(frozen=True, slots=True)
class DiceView:
    """For phones and hall: dice with so many `faces`; `over` once nobody may throw any more."""

    faces: int
    over: bool


@dataclass(frozen=True, slots=True)
class DiceHostView:
    """For the host: how many threw, and their eyes together."""

    thrown: int
    eyes: int


@dataclass(frozen=True, slots=True)
class DiceSeatView:
    """A phone's own: the eyes thrown, 0 before."""

    eyes: int


def _view(contest: Contest, play: DicePlay) -> DiceView:
    return DiceView(play.faces, play.over)


def _host_view(contest: Contest, play: DicePlay) -> DiceHostView:
    return DiceHostView(len(play.thrown), sum(play.thrown.values()))


def _seats(contest: Contest, play: DicePlay) -> Callable[[int], DiceSeatView]:
    return lambda number: DiceSeatView(play.thrown.get(number) or 0)


def _progress(contest: Contest, play: DicePlay) -> tuple[int, int]:
    return len(play.thrown), len(playing(play.floor))


FORMAT = Format(
    name="dice",
    rules=DiceRules(),
    settings=Settings,
    events=(DiceThrown, ThrowingEnded),
    commands=(ThrowDice, EndThrowing),
    views=Views(
        phone=_view,
        hall=_view,
        host=_host_view,
        seats=_seats,
        progress=_progress,
        shapes=(DiceView, DiceHostView, DiceSeatView),
    ),
    needs_questions=False,
)
