"""Buzzer: the rules of the round, its run of show and its points.

The rules are those of the common questions of the warm-up round of Olympia 26: who buzzes
first answers, +10 or −5, and no second buzz; everything can be set.
"""

from collections.abc import Iterator
from dataclasses import replace

from quiz.core.copying import changed
from quiz.core.errors import Rejected
from quiz.core.nouns import events
from quiz.core.nouns.commands import (
    AddTime,
    Advance,
    Command,
    Crowd,
    GiveBackTime,
    LockExpired,
    ReportStop,
    SubmitAnswer,
)
from quiz.core.nouns.competitors import stands_as
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool, Round
from quiz.core.nouns.rules import Seen
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import Asked, Life, Play, Tally
from quiz.core.numbered import Numbered
from quiz.core.question import asking
from quiz.core.question.asking import AskingRules
from quiz.core.question.judging import right_of, rightly
from quiz.core.question.losing import stopped_during
from quiz.core.standing.floor import logged
from quiz.formats.buzzer import turns
from quiz.formats.buzzer.commands import Buzz, GiveTurn, JudgeTurn
from quiz.formats.buzzer.part import BuzzerPart, Phase, Turn, part_of
from quiz.formats.buzzer.play import BuzzerPlay, may_buzz
from quiz.formats.buzzer.settings import Settings
from quiz.formats.plain_run import advanced, next_step
from quiz.formats.scoring import penalized, rewarded
from quiz.formats.settings import read_settings

JUDGE = "judge"
"""The step of the host who judges what somebody says."""


class BuzzerRules(AskingRules):
    """Who buzzes first answers, alone."""

    def start(self, round_: Round, floor: Numbered[Tally]) -> BuzzerPlay:
        """Everybody begins at zero."""
        settings = read_settings(Settings, round_.settings)
        if not settings.answer_seconds:
            raise Rejected("bad_settings", "answer_seconds")
        return BuzzerPlay(round=round_, settings=settings, floor=floor)

    def decide(self, plan: Plan, play: BuzzerPlay, command: Command, now: int) -> tuple[Event, ...]:
        """Buzzes and turns; the rest is the run of show and the life of a question."""
        asked, part = play.current, part_of(play.current)
        if asked is not None and part is not None:
            event = _turned(plan, play, asked, part, command, now)
            if event is not None:
                return (event,)
        if isinstance(command, Buzz):
            raise Rejected("too_late")
        if not isinstance(command, Advance):
            return (asking.decide(plan, play, command, now),)
        return (advanced(plan, play, _next(play), now),)

    def has(self, play: BuzzerPlay, asked: Asked, command: Crowd) -> bool:
        """With the buzzes."""
        part = part_of(asked)
        if isinstance(command, Buzz) and part is not None:
            return turns.has_buzz(part, command.number)
        return super().has(play, asked, command)

    def evolve(self, play: BuzzerPlay, event: Event) -> BuzzerPlay:
        """The play after an event."""
        part = part_of(play.current)
        if play.current is not None and part is not None:
            lived = turns.lived_on(play, play.current, part, event)
            if lived is not None:
                return changed(play, current=lived)
        after = asking.evolve(play, event, _settled)
        if not isinstance(event, events.QuestionDrawn) or event.pool is Pool.AUDIENCE:
            return after
        assert after.current is not None
        return replace(after, current=replace(after.current, called=frozenset(), part=BuzzerPart()))

    def see(self, play: BuzzerPlay) -> Seen:
        """The next step, the acts possible, who may answer now."""
        asked, part = play.current, part_of(play.current)
        step, scene = _next(play), "standings" if play.log else "round"
        can = asking.acts(play)
        if asked is None:
            return Seen(step=step, can=(*can, "finish_round"), scene=scene)
        if part is None:
            return Seen(step=step, can=can, scene=scene)
        may = may_buzz(play, asked)
        more = {
            "give_turn": turns.is_before_a_turn(asked, part) and bool(may),
            "judge_turn": step == JUDGE,
            "add_time": part.turn is not None and step != JUDGE,
            "give_back_time": part.turn is not None and asked.lost is not None,
        }
        can = (*can, *(name for name, now in more.items() if now))
        may_answer = _may_answer(play, part)
        return Seen(step=step, can=can, scene=scene, is_heard=step == JUDGE, may_answer=may_answer)

    def due_at(self, play: Play) -> int | None:
        """When the slower lines have had their time, or a turn on the phone is over (ms).

        At once when all who have the turn answered.
        """
        asked, part = play.current, part_of(play.current)
        if asked is None or part is None or part.phase is None:
            return super().due_at(play)
        turn = part.turn
        if turn is None:
            return asked.deadline
        if turn.aloud:
            return None
        waiting = any(number not in asked.answers for number in turn.numbers)
        return asked.deadline if waiting else asked.opens_at

    def involved(self, play: Play) -> frozenset[int]:
        """Those who buzzed, too."""
        parts = [part_of(entry) for entry in (*play.log, play.current) if isinstance(entry, Asked)]
        buzzed = {number for part in parts if part for number in _pressing(part)}
        return super().involved(play) | buzzed

    def taken_back(self, asked: Asked, now: Asked | None, at: int) -> Asked:
        """Buzzes of now are kept only while who was first is being found out.

        After the first buzz is taken back nobody has buzzed, and a turn taken back to has the
        buzzes that led to it.
        """
        part, later = part_of(asked), part_of(now)
        if part is None or part.phase is None:
            return super().taken_back(asked, now, at)
        kept = asking.with_answers(asked, now) if now else asked
        if later and part.phase is later.phase is Phase.BUZZED:
            part = replace(part, buzzes=later.buzzes)
            kept = replace(kept, part=part)
        return kept if asking.is_same_but_for_people(kept, now) else turns.stood(kept, part)


def _turned(
    plan: Plan, play: BuzzerPlay, asked: Asked, part: BuzzerPart, command: Command, now: int
) -> Event | None:
    """What a command does to buzzes and turns; None where it is not about them."""
    turn = part.turn
    typing = turn if turn and not turn.aloud else None
    match command:
        case Buzz():
            return turns.buzzed(plan, play, asked, part, command, now)
        case SubmitAnswer() if stands_as(play, command.number) in asked.eligible:
            return turns.answered(plan, play, asked, part, command, now)
        case GiveTurn():
            return turns.given(plan, play, asked, part, command.number, now)
        case JudgeTurn():
            return turns.judged(play, asked, part, command)
        case ReportStop() if part.turn:
            return stopped_during(asked, command.since, command.until)
        case ReportStop() if asked.life is Life.PAUSED and part.turns:
            # The clock that stopped was that of a turn, which is over.
            raise Rejected("not_now")
        case GiveBackTime() if part.turn and asked.lost:
            return events.TimeGivenBack(now, asked.lost.lost_ms)
        case AddTime() if typing and 0 < command.ms <= 600_000:
            return events.TimeAdded(command.ms)
        case Advance() if typing:
            return turns.ended(play, asked, typing, now)
        case LockExpired() if part.phase is not None:
            return _expired(plan, play, asked, part, now)
    return None


def _expired(plan: Plan, play: BuzzerPlay, asked: Asked, part: BuzzerPart, now: int) -> Event:
    due = RULES.due_at(play)
    if due is None or now < due:
        raise Rejected("not_now")
    if part.turn:
        return turns.ended(play, asked, part.turn, now)
    return turns.won(plan, play, asked, part, now)


def _pressing(part: BuzzerPart) -> Iterator[int]:
    """Who buzzed: persons, and the teams that some of them pressed for."""
    for number, buzz in part.buzzes.items():
        yield from (number, buzz.by_person) if buzz.by_person else (number,)
    for turn in part.turns:
        yield from turn.pressed


def _may_answer(play: BuzzerPlay, part: BuzzerPart) -> frozenset[int]:
    turn = part.turn
    return turns.speakers(play, turn) if turn and not turn.aloud else frozenset()


def _next(play: BuzzerPlay) -> str:
    part = part_of(play.current)
    if part is None or part.turn is None:
        return next_step(play)
    return JUDGE if part.turn.aloud else Step.CLOSE


def _settled(play: BuzzerPlay, asked: Asked) -> BuzzerPlay:
    """Points for the turns up to the first with a right answer; what followed does not count."""
    floor = play.floor
    part = part_of(asked)
    if part is None:
        for number in () if asked.voided else rightly(asked):
            tally = floor.get(number)
            if tally is not None:
                floor = floor.set(number, changed(tally, audience=tally.audience + 1))
        return logged(play, asked, floor)
    for turn in () if asked.voided else part.turns:
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


RULES = BuzzerRules()
