"""What is private to each phone."""

from collections.abc import Mapping
from functools import cached_property

from quiz.core.engine.engine import Engine
from quiz.core.nouns.competitors import own_answer, stands_as, team_number
from quiz.core.nouns.model import Contestant, Pool
from quiz.core.nouns.rules import Seen
from quiz.core.nouns.shapes import MyAnswer, SeatNote, SeatView, TotalView, Verdict
from quiz.core.nouns.state import Asked, Contest, Life, Play, Stage, Tally
from quiz.core.question.judging import verdict_of
from quiz.core.remembering import Same
from quiz.core.standing.floor import competes
from quiz.core.standing.prizes import is_ceremony_over, prize_taken
from quiz.core.standing.ranking import Standing, standings
from quiz.core.views.seeing import current


def seat_view(engine: Engine, contest: Contest, number: int) -> SeatView | None:
    """What is private to one contestant's phone; None when removed."""
    return Seats(engine, contest).of(number)


class Seats:
    """The seats of one state of a contest; what is the same for all is worked out once.

    They stay as they are until the next act or join: answers change no seat. Between questions a
    format's own events may (`Engine.seats_follow`). Seats of equal `inputs` are equal.
    """

    def __init__(self, engine: Engine, contest: Contest) -> None:
        self._parts = engine.seat_parts(contest)
        self._contest = contest
        self._seen = engine.see(contest)
        self._asked = current(contest)
        self._mains = _mains(contest.play)
        self.inputs = (*_inputs(contest, self._seen), Same(engine.seats_follow(contest)))

    def of(self, number: int) -> SeatView | None:
        """What is private to one contestant's phone; None when removed."""
        contestant = self._contest.contestants.get(number)
        if contestant is None:
            return None
        standing = self._standing(contestant)
        rank, prize = self._told(standing)
        play, disqualified = self._contest.play, self._contest.disqualified
        asked, side = self._asked, stands_as(play, number) if play else number
        tally = (play.floor.get(side) if play else None) or _unplaced(contestant)
        verdict, has_left = _verdict(asked, side), tally.left_at >= 0
        return SeatView(
            number=number,
            name=contestant.name,
            team=contestant.team,
            note=_note(play, tally, self._seen, side),
            may_answer=self._may_answer(asked, tally, number, side),
            asked=asked.id if asked and verdict else 0,
            verdict=verdict,
            correct=tally.correct,
            points=tally.points,
            left_after=self._mains[tally.left_at] if has_left else 0,
            survived=tally.survived if has_left else 0,
            rank=rank,
            prize=prize,
            disqualified=number in disqualified or side in disqualified,
            parts=self._parts(number),
            v=self._contest.version,
            total=_total(standing),
        )

    @cached_property
    def _standings(self) -> Mapping[int, Standing]:
        return {row.number: row for row in standings(self._contest)}

    @cached_property
    def _is_over(self) -> bool:
        return is_ceremony_over(self._contest)

    def _told(self, standing: Standing | None) -> tuple[int | None, str]:
        """The rank with its prize; without one only at the end, or it would tell who has none."""
        if standing is None or self._contest.stage is not Stage.FINISHED:
            return None, ""
        prizes = self._contest.plan.prizes
        index = prize_taken(self._contest, standing)
        if index < 0:
            return (standing.rank, "") if self._is_over else (None, "")
        shown = index >= len(prizes) - self._contest.prizes_shown
        return (standing.rank, prizes[index].name) if shown else (None, "")

    def _standing(self, contestant: Contestant) -> Standing | None:
        """The contestant's place, or that of the team where teams are ranked."""
        own = self._standings.get(contestant.number)
        if own is None and self._standings and not contestant.spectator:
            own = self._standings.get(team_number(self._contest.plan, contestant.team))
        return own

    def _may_answer(self, asked: Asked | None, tally: Tally, number: int, side: int) -> bool:
        if asked is None:
            return tally.playing
        if self._seen.may_answer is not None:
            return number in self._seen.may_answer
        wanted = asked.pool is not Pool.AUDIENCE
        return side in asked.eligible and tally.playing is wanted


def _inputs(contest: Contest, seen: Seen) -> tuple[object, ...]:
    """All that a seat follows from: of a question mostly who may answer it, until the reveal.

    The rank follows from all rounds.
    """
    play, asked = contest.play, current(contest)
    told = asked if asked and (asked.part is not None or asked.life is Life.REVEALED) else None
    return (
        contest.stage,
        contest.prizes_shown,
        contest.disqualified,
        seen.winner,
        seen.may_answer,
        asked and asked.id,
        Same(contest.contestants, play and play.log, *(each.floor for each in contest.plays)),
        Same(play and play.sides),
        Same(asked and asked.eligible, told),
    )


def holds_seat(contest: Contest, number: object, secret: object) -> bool:
    """Whether a cookie with this number and secret is that of a contestant still in."""
    contestant = contest.contestants.get(number) if isinstance(number, int) else None
    if contestant is None:
        return False
    reopened = contest.reopened.get(contestant.number)
    return secret == reopened if reopened else contestant.secret in ("", secret)


def was_reopened(contest: Contest, number: object, secret: object) -> bool:
    """Whether the seat of this cookie is that of a contestant still in, on another device now."""
    known = isinstance(number, int) and number in contest.contestants
    return known and number in contest.reopened and not holds_seat(contest, number, secret)


def my_answer(contest: Contest, number: int) -> MyAnswer | None:
    """A contestant's own recorded answer to the current question."""
    asked = current(contest)
    given = own_answer(contest.play, asked, number) if asked and contest.play else None
    return MyAnswer(given.answer, given.at) if given else None


def _unplaced(contestant: Contestant) -> Tally:
    return Tally(playing=not contestant.spectator, spectator=contestant.spectator)


def _note(play: Play | None, tally: Tally, seen: Seen, number: int) -> SeatNote:
    if seen.winner == number:
        return SeatNote.WINNER
    if not tally.playing:
        return SeatNote.LEFT if competes(tally) else SeatNote.SPECTATOR
    returned = play is not None and bool(play.log) and number in _returned_last(play)
    return SeatNote.RETURNED if returned and not tally.spectator else SeatNote.ON_FLOOR


def _returned_last(play: Play) -> tuple[int, ...]:
    last = play.log[-1]
    return getattr(last, "numbers", ())


def _verdict(asked: Asked | None, number: int) -> Verdict | None:
    return verdict_of(asked, number) if asked and asked.life is Life.REVEALED else None


def _mains(play: Play | None) -> tuple[int, ...]:
    """At each place of the log the last main question up to there, 0 before the first."""
    made, last = [], 0
    for entry in play.log if play else ():
        if isinstance(entry, Asked) and entry.pool is Pool.MAIN:
            last = entry.ordinal
        made.append(last)
    return tuple(made)


def _total(standing: Standing | None) -> TotalView:
    if standing is None:
        return TotalView()
    tally = standing.tally
    return TotalView(tally.points, tally.correct, tally.survived)
