"""From a buzz to a judged answer: who may, who was first, and how the question lives on."""

from dataclasses import replace

from quiz.core.copying import changed
from quiz.core.errors import Rejected
from quiz.core.nouns import events as core
from quiz.core.nouns.commands import SubmitAnswer
from quiz.core.nouns.competitors import stands_as
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Asked, Life
from quiz.core.numbered import Numbered
from quiz.core.question.answering import submitted
from quiz.core.question.judging import called, right_of
from quiz.core.question.timing import credited, lead_ms
from quiz.formats.buzzer import commands as c
from quiz.formats.buzzer import events as e
from quiz.formats.buzzer.events import Then
from quiz.formats.buzzer.part import BuzzerPart, Phase, Pressed, Turn
from quiz.formats.buzzer.play import BuzzerPlay, buzzes_from, buzzing_ms, left_to_buzz, may_buzz

_RUNNING = (Life.SHOWN, Life.CLOCK, Life.PAUSED)


def is_before_a_turn(asked: Asked, part: BuzzerPart) -> bool:
    """Whether somebody may still get the turn."""
    return asked.life in _RUNNING or part.phase is Phase.BUZZED


def buzzed(
    plan: Plan, play: BuzzerPlay, asked: Asked, part: BuzzerPart, command: c.Buzz, now: int
) -> Event:
    """A buzz as it is recorded; raises Rejected: too_early, too_late, not_on_floor, ….

    The first opens a span as long as the largest credit, in which a buzz that was pressed
    earlier on a slower line may still arrive.
    """
    if not asked.is_meant(command.pool, command.ordinal, command.asked):
        raise Rejected("too_late")
    _in_time(play, asked, part, now, command.opens_at)
    side = stands_as(play, command.number)
    by_person = 0 if side == command.number else command.number
    if side not in may_buzz(play, asked):
        raise Rejected("not_on_floor")
    if side in part.buzzes:
        raise Rejected("no_change")
    ran = now - buzzes_from(play, asked)
    credit = credited(command.credit_ms, ran, plan.credit_ms)
    took = asked.run_ms + ran - credit
    if part.phase is Phase.BUZZED:
        return e.Buzzed(side, now, took, credit, by_person)
    left_ms = left_to_buzz(play, asked, now)
    return e.BuzzOpened(side, now, took, credit, now + plan.credit_ms, left_ms, by_person)


def has_buzz(part: BuzzerPart, person: int) -> bool:
    """Whether this person's buzz is there; with a missed turn those before it were let go."""
    buzzes = ((side, pressed.by_person) for side, pressed in part.buzzes.items())
    calls = ((*turn.numbers, *turn.pressed) for turn in part.turns)
    return part.missed > 0 or any(person in each for each in (*buzzes, *calls))


def _in_time(play: BuzzerPlay, asked: Asked, part: BuzzerPart, now: int, told: int) -> None:
    if part.turn or asked.life in (Life.LOCKED, Life.REVEALED):
        raise Rejected("too_late")
    if asked.life is Life.PAUSED:
        raise Rejected("not_now")
    opens_at = buzzes_from(play, asked)
    if not opens_at or now < opens_at:
        raise Rejected("too_early")
    if told not in (0, opens_at):
        raise Rejected("too_late")
    if asked.life is not Life.SHOWN and now > asked.deadline:
        raise Rejected("too_late")


def won(
    plan: Plan, play: BuzzerPlay, asked: Asked, part: BuzzerPart, now: int
) -> e.TurnGiven | e.TurnEnded:
    """The turn of who buzzed first; who took equally long shares it.

    When the host sent away all who buzzed, the clock stands for the others.
    """
    may = may_buzz(play, asked)
    took = {number: buzz.took_ms for number, buzz in part.buzzes.items() if number in may}
    if not took:
        return e.TurnEnded(now, Then.PAUSED)
    least = min(took.values())
    return _turn(plan, play, tuple(n for n in took if took[n] == least), now, least)


def given(
    plan: Plan, play: BuzzerPlay, asked: Asked, part: BuzzerPart, number: int, now: int
) -> e.TurnGiven:
    """The turn of somebody whom the host called up; raises Rejected: not_now, not_on_floor."""
    if not is_before_a_turn(asked, part):
        raise Rejected("not_now")
    if number not in may_buzz(play, asked):
        raise Rejected("not_on_floor")
    return _turn(plan, play, (number,), now, buzzing_ms(play, asked, now))


def _turn(
    plan: Plan, play: BuzzerPlay, numbers: tuple[int, ...], now: int, took_ms: int
) -> e.TurnGiven:
    span = lead_ms(plan, len(play.floor)) + play.settings.answer_seconds * 1000
    return e.TurnGiven(numbers, now, now + span, play.settings.aloud, took_ms)


def answered(
    plan: Plan,
    play: BuzzerPlay,
    asked: Asked,
    part: BuzzerPart,
    command: SubmitAnswer,
    now: int,
) -> core.AnswerSubmitted:
    """The answer of who has the turn, the first of each; raises Rejected.

    For a team the captain answers, or who pressed.
    """
    by_marshal = command.by == "marshal"
    if not asked.is_meant(command.pool, command.ordinal, command.asked):
        raise Rejected("too_late")
    if is_before_a_turn(asked, part) or (part.turns and part.turns[-1].aloud):
        raise Rejected("not_now")
    if not part.turns:
        raise Rejected("too_late")
    side = stands_as(play, command.number)
    if side in asked.answers and not by_marshal:
        raise Rejected("no_change")
    if side in part.turns[-1].numbers and not by_marshal:
        _may_speak(play, part.turns[-1], command.number)
    running = Life.CLOCK if part.turn else asked.life
    holders = frozenset(part.turns[-1].numbers)
    return submitted(plan, play, replace(asked, life=running, eligible=holders), command, now)


def _may_speak(play: BuzzerPlay, turn: Turn, number: int) -> None:
    if number not in speakers(play, turn):
        raise Rejected("not_on_floor")


def speakers(play: BuzzerPlay, turn: Turn) -> frozenset[int]:
    """The persons who may answer in a turn."""
    if play.sides is None:
        return frozenset(turn.numbers)
    captains = (play.sides.captains.get(number) for number in turn.numbers)
    return frozenset((*turn.pressed, *(number for number in captains if number)))


def judged(play: BuzzerPlay, asked: Asked, part: BuzzerPart, command: c.JudgeTurn) -> e.TurnJudged:
    """The host's verdict on a spoken answer; raises Rejected: not_now, not_on_floor, no_change."""
    turn = part.turn
    if turn is None or not turn.aloud:
        raise Rejected("not_now")
    if command.number not in turn.numbers:
        raise Rejected("not_on_floor")
    if command.number in asked.judged:
        raise Rejected("no_change")
    after = replace(asked, judged=asked.judged.set(command.number, command.right))
    waiting = any(number not in after.judged for number in turn.numbers)
    then = Then.ANSWERING if waiting else _then(play, after, turn)
    return e.TurnJudged(command.number, command.right, then)


def ended(play: BuzzerPlay, asked: Asked, turn: Turn, now: int) -> e.TurnEnded:
    """The end of a turn on the phone."""
    return e.TurnEnded(now, _then(play, asked, turn))


def _then(play: BuzzerPlay, asked: Asked, turn: Turn) -> Then:
    """Locked after a right answer; after a wrong one the others may go on, if any are left."""
    if any(right_of(asked, number) for number in turn.numbers):
        return Then.LOCKED
    return Then.PAUSED if play.settings.again and may_buzz(play, asked) else Then.LOCKED


def lived_on(play: BuzzerPlay, asked: Asked, part: BuzzerPart, event: Event) -> Asked | None:
    """The question after an event of a buzz or a turn; None for any other event."""
    match event:
        case e.BuzzOpened():
            first = Numbered({event.number: Pressed(event.at, event.took_ms, event.by_person)})
            pressed = replace(part, phase=Phase.BUZZED, buzzes=first)
            stood = replace(asked, life=Life.HELD, deadline=event.settles_at, part=pressed)
            return replace(stood, left_ms=event.left_ms)
        case e.Buzzed():
            buzz = Pressed(event.at, event.took_ms, event.by_person)
            pressed = changed(part, buzzes=part.buzzes.set(event.number, buzz))
            return changed(asked, part=pressed)
        case e.TurnGiven():
            turn = Turn(event.numbers, event.took_ms, event.aloud, _pressed(part, event.numbers))
            return replace(
                asked,
                life=Life.HELD,
                opens_at=event.at,
                deadline=event.deadline,
                left_ms=left_to_buzz(play, asked, event.at),
                run_ms=max(asked.run_ms, event.took_ms),
                called=called(asked) | set(event.numbers),
                part=replace(part, phase=Phase.ANSWERING, turns=(*part.turns, turn)),
                lost=None,
            )
        case e.TurnJudged():
            after = replace(asked, judged=asked.judged.set(event.number, event.right))
            kept = after if event.then is Then.ANSWERING else replace(after, lost=None)
            return _gone_on(kept, part, event.then)
        case e.TurnEnded():
            kept = asked if event.then is Then.LOCKED else replace(asked, lost=None)
            return _gone_on(kept, part, event.then)
        case core.TimeGivenBack() if is_of_turn(asked, part):
            return _with_time_back(asked, part, event)
    return None


def is_of_turn(asked: Asked, part: BuzzerPart) -> bool:
    """Whether the clock that runs, or ran out, is that of a turn."""
    ended = asked.life is Life.LOCKED and part.missed < len(part.turns)
    return part.turn is not None or ended


def _with_time_back(asked: Asked, part: BuzzerPart, event: core.TimeGivenBack) -> Asked:
    """The turn going on, also one that ended by itself on the phone."""
    deadline = max(event.at, asked.deadline) + event.ms
    back = replace(asked, life=Life.HELD, opens_at=event.at, deadline=deadline, lost=None)
    return replace(back, part=replace(part, phase=Phase.ANSWERING))


def _pressed(part: BuzzerPart, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Which members pressed for these teams."""
    buzzes = (part.buzzes.get(number) for number in numbers)
    return tuple(buzz.by_person for buzz in buzzes if buzz and buzz.by_person)


def _gone_on(asked: Asked, part: BuzzerPart, then: Then) -> Asked:
    if then is Then.ANSWERING:
        return asked
    if then is Then.LOCKED:
        return replace(asked, life=Life.LOCKED, left_ms=0, part=replace(part, phase=None))
    over = replace(part, phase=None, buzzes=Numbered(), missed=len(part.turns))
    return replace(asked, life=Life.PAUSED, part=over)


def stood(asked: Asked, part: BuzzerPart) -> Asked:
    """A held question with nothing running that ended meanwhile.

    A buzz that was not decided yet, and a turn on the phone that ended, are taken back whole.
    """
    if part.phase is Phase.BUZZED:
        run_ms = min(buzz.took_ms for buzz in part.buzzes.values())
        none = replace(part, phase=None, buzzes=Numbered())
        return replace(asked, life=Life.PAUSED, run_ms=run_ms, part=none)
    turn = part.turn
    if turn is None or turn.aloud:
        return asked
    answers, said = asked.answers, asked.said
    for number in turn.numbers:
        answers, said = answers.without(number), said.without(number)
    before = replace(part, phase=None, buzzes=Numbered(), turns=part.turns[:-1])
    others = called(asked) - set(turn.numbers)
    stood_still = replace(asked, life=Life.PAUSED, answers=answers, said=said)
    return replace(stood_still, called=others, part=before)
