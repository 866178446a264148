"""Points ("tích điểm"): nobody leaves; a right answer brings points, with or without speed."""

from dataclasses import dataclass, field

from quiz.core.copying import changed
from quiz.core.nouns import commands
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool, Round
from quiz.core.nouns.rules import Seen
from quiz.core.nouns.state import Asked, Given, Play, Tally
from quiz.core.numbered import Numbered
from quiz.core.question import asking
from quiz.core.question.asking import AskingRules
from quiz.core.question.judging import rightly
from quiz.core.standing.floor import logged
from quiz.formats.plain_run import advanced, next_step
from quiz.formats.points.settings import Settings
from quiz.formats.scoring import penalized, rewarded
from quiz.formats.settings import read_settings


@dataclass(frozen=True, kw_only=True)
class PointsPlay(Play):
    """A points round in play."""

    settings: Settings = field(default_factory=Settings)


class PointsRules(AskingRules):
    """Everybody answers every question."""

    def start(self, round_: Round, floor: Numbered[Tally]) -> PointsPlay:
        """Everybody begins at zero."""
        settings = read_settings(Settings, round_.settings)
        return PointsPlay(round=round_, settings=settings, floor=floor)

    def decide(
        self, plan: Plan, play: PointsPlay, command: commands.Command, now: int
    ) -> tuple[Event, ...]:
        """The run of show; the rest is the life of a question."""
        if not isinstance(command, commands.Advance):
            return (asking.decide(plan, play, command, now),)
        return (advanced(plan, play, next_step(play), now),)

    def evolve(self, play: PointsPlay, event: Event) -> PointsPlay:
        """The play after an event."""
        return asking.evolve(play, event, _settled)

    def see(self, play: PointsPlay) -> Seen:
        """The next step and the acts possible."""
        can = asking.acts(play)
        if play.current is None:
            can = (*can, "finish_round")
        return Seen(step=next_step(play), can=can, scene="standings" if play.log else "round")


def _settled(play: PointsPlay, asked: Asked) -> PointsPlay:
    scored: dict[int, Tally] = {}
    for number in () if asked.voided else asked.eligible:
        tally, given = play.floor.get(number), asked.answers.get(number)
        if tally is not None and given is not None:
            right = number in rightly(asked)
            scored[number] = _scored(play, asked, tally, given, right=right)
    return logged(play, asked, play.floor.merged(scored))


def _scored(play: PointsPlay, asked: Asked, tally: Tally, given: Given, *, right: bool) -> Tally:
    if asked.pool is Pool.AUDIENCE:
        return changed(tally, audience=tally.audience + right)
    if not right:
        settings = play.settings
        return penalized(tally, settings.penalty, floor_zero=settings.floor_zero)
    return rewarded(tally, _gain(play, asked, given.took_ms), given.took_ms)


def _gain(play: PointsPlay, asked: Asked, took_ms: int) -> int:
    """Points for a right answer, rounded half up; with speed the last moment earns half."""
    full = asking.points_of(play, asked)
    if not play.settings.speed:
        return full
    span = 2 * 1000 * asking.seconds_of(play, asked)
    return (full * (2 * max(span - took_ms, span // 2)) + span) // (2 * span)
