"""Buzzer: the format's four methods, its run of show and its points.

The rules are those of the common questions of the warm-up round of Olympia 26: who buzzes
first answers, +10 or −5, and no second buzz; everything can be set.
"""

from dataclasses import replace

from quiz.core import asking, commands, events
from quiz.core.copying import changed
from quiz.core.errors import Rejected
from quiz.core.floor import logged
from quiz.core.judging import right_of, rightly
from quiz.core.model import Plan, Pool, Round
from quiz.core.numbered import Numbered
from quiz.core.rules import Seen
from quiz.core.state import Asked, Life, Tally, Turn
from quiz.core.timing import due_at
from quiz.core.views import Step
from quiz.formats.buzzer import turns
from quiz.formats.buzzer.play import BuzzerPlay, Settings, buzzes_from, may_buzz
from quiz.formats.run_of_show import advanced, next_step
from quiz.formats.scoring import penalized, rewarded
from quiz.formats.settings import read


class Buzzer:
    """The format's four methods."""

    def start(self, round_: Round, floor: Numbered[Tally]) -> BuzzerPlay:
        """Everybody begins at zero."""
        settings = read(Settings, round_.settings, {"clock": ("host", "at_once")}, {})
        if not settings.answer_seconds:
            raise Rejected("bad_settings", "answer_seconds")
        return BuzzerPlay(round=round_, settings=settings, floor=floor)

    def decide(
        self, plan: Plan, play: BuzzerPlay, command: commands.Command, now: int
    ) -> events.Event:
        """Buzzes and turns; the rest is the run of show and the life of a question."""
        asked = play.current
        if asked is not None and asked.buzzer:
            event = _turned(plan, play, asked, command, now)
            if event is not None:
                return event
        if isinstance(command, commands.Buzz):
            raise Rejected("too_late")
        if not isinstance(command, commands.Advance):
            return asking.decide(plan, play, command, now)
        return advanced(plan, play, _next(play), now)

    def evolve(self, play: BuzzerPlay, event: events.Event) -> BuzzerPlay:
        """The play after an event."""
        if play.current is not None:
            lived = turns.lived_on(play, play.current, event)
            if lived is not None:
                return changed(play, current=lived)
        after = asking.evolve(play, event, _settled)
        if isinstance(event, events.QuestionDrawn) and after.current is not None:
            buzzer = event.pool is not Pool.AUDIENCE
            return replace(after, current=replace(after.current, buzzer=buzzer))
        return after

    def see(self, play: BuzzerPlay) -> Seen:
        """The next step, the acts possible, who may buzz from when."""
        asked, step = play.current, _next(play)
        scene = "standings" if play.log else "round"
        if asked is None:
            return Seen(step=step, can=(*asking.acts(play), "finish_round"), scene=scene)
        if not asked.buzzer:
            return Seen(step=step, can=asking.acts(play), scene=scene)
        may = may_buzz(play, asked)
        more = {
            "give_turn": asked.life in turns.BEFORE_A_TURN and bool(may),
            "judge_turn": step is Step.JUDGE,
            "add_time": asked.life is Life.ANSWERING and step is not Step.JUDGE,
        }
        can = (*asking.acts(play), *(name for name, now in more.items() if now))
        return Seen(
            step=step, can=can, scene=scene, buzzes_from=buzzes_from(play, asked), may_buzz=may
        )


def _turned(
    plan: Plan, play: BuzzerPlay, asked: Asked, command: commands.Command, now: int
) -> events.Event | None:
    """What a command does to buzzes and turns; None where it is not about them."""
    answering = asked.life is Life.ANSWERING
    typing = answering and not asked.turns[-1].aloud
    match command:
        case commands.Buzz():
            return turns.buzzed(plan, play, asked, command, now)
        case commands.SubmitAnswer() if command.number in asked.eligible:
            return turns.answered(plan, play, asked, command, now)
        case commands.GiveTurn():
            return turns.given(plan, play, asked, command.number, now)
        case commands.JudgeTurn():
            return turns.judged(play, asked, command)
        case commands.AddTime() if typing and 0 < command.ms <= 600_000:
            return events.TimeAdded(command.ms)
        case commands.Advance() if typing:
            return turns.ended(play, asked, now)
        case commands.LockExpired() if asked.life in (Life.BUZZED, Life.ANSWERING):
            due = due_at(asked)
            if due is None or now < due:
                raise Rejected("not_now")
            return turns.ended(play, asked, now) if answering else turns.won(plan, play, asked, now)
    return None


def _next(play: BuzzerPlay) -> Step:
    asked = play.current
    if asked is not None and asked.life is Life.ANSWERING and asked.turns[-1].aloud:
        return Step.JUDGE
    return next_step(play)


def _settled(play: BuzzerPlay, asked: Asked) -> BuzzerPlay:
    """Points for the turns up to the first with a right answer; what followed does not count."""
    floor = play.floor
    if not asked.buzzer:
        for number in () if asked.voided else rightly(asked):
            tally = floor.get(number)
            if tally is not None:
                floor = floor.set(number, changed(tally, audience=tally.audience + 1))
        return logged(play, asked, floor)
    for turn in () if asked.voided else asked.turns:
        floor = floor.merged(_scored(play, asked, turn, floor))
        if any(right_of(asked, number) for number in turn.numbers):
            break
    return logged(play, asked, floor)


def _scored(play: BuzzerPlay, asked: Asked, turn: Turn, floor: Numbered[Tally]) -> dict[int, Tally]:
    made: dict[int, Tally] = {}
    for number in turn.numbers:
        tally = floor.get(number)
        if tally is None:
            continue
        if right_of(asked, number):
            made[number] = rewarded(tally, asking.points_of(play, asked), turn.took_ms)
        else:
            settings = play.settings
            made[number] = penalized(tally, settings.penalty, floor_zero=settings.floor_zero)
    return made
