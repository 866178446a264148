"""What each contestant's result was made of, for a complaint: pure, out of the journal alone.

Points and places after a question are those that hold now: every correction is counted in, as
if it had been there from the start.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from quiz.core.engine.between import timed
from quiz.core.engine.engine import Engine
from quiz.core.evidence.chronicle import Deed, QuestionPlace, RecordedEvent, chronicle
from quiz.core.evidence.retracing import RetracedStep, retraced
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import stands_as, team_number
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Contestant, Plan, Pool, Question
from quiz.core.nouns.rules import Formats
from quiz.core.nouns.shapes import Verdict
from quiz.core.nouns.state import Asked, AskingSettings, Contest, Life, Tally
from quiz.core.numbered import Numbered
from quiz.core.question.judging import verdict_of
from quiz.core.standing.ranking import Standing, lot, standings, weight


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One contestant and one question, in the order they were asked.

    `asked` is None for a question that was taken back and not asked again. `deeds` are the acts
    on it, `answers` all that this contestant had recorded, `counts` the index of the one that
    counts (-1: none); `part` is what the round's format has to tell besides. `verdict` is None
    for who was not asked for an answer and before the reveal; once `settled`, `points` are what
    it brought in its round, `weight` what they are multiplied by, `total` and `rank` those after
    it (rank 0: not ranked), and `left` means off the floor by it.
    """

    place: QuestionPlace
    question: Question
    asked: Asked | None
    revealed: bool
    deeds: tuple[Deed, ...]
    answers: tuple[e.AnswerSubmitted, ...]
    counts: int
    verdict: Verdict | None
    part: object = None
    settled: bool = False
    points: int = 0
    weight: int = 1
    total: int = 0
    rank: int = 0
    left: bool = False


@dataclass(frozen=True, slots=True)
class ContestantFigures:
    """All of one contestant; `touched` are acts on the contestant, not on a question."""

    contestant: Contestant
    lot: str
    standing: Standing | None
    questions: tuple[QuestionFigures, ...]
    touched: tuple[Deed, ...]


class Figures:
    """The figures of one contest; what is the same for all contestants is worked out once.

    `rest` is called after each question, so that others may work in between.
    """

    def __init__(
        self,
        formats: Formats,
        rows: Iterable[RecordedEvent],
        rest: Callable[[], None] = lambda: None,
    ) -> None:
        self._formats = formats
        self._told = chronicle(Engine(formats), rows)
        self._deeds: dict[QuestionPlace, list[Deed]] = {}
        for deed in self._told.deeds:
            if deed.place is not None:
                self._deeds.setdefault(deed.place, []).append(deed)
        self._steps: list[RetracedStep] = []
        for step in retraced(formats, self.contest, self._told.late):
            self._steps.append(step)
            rest()
        self._ranked = {row.number: row for row in standings(self.contest)}

    @property
    def contest(self) -> Contest:
        """The contest as it stands."""
        return self._told.contest

    def of(self, number: int) -> ContestantFigures | None:
        """One contestant's figures; None when there is no such contestant."""
        contestant = self.contest.contestants.get(number)
        if contestant is None:
            return None
        team = 0 if contestant.spectator else team_number(self.contest.plan, contestant.team)
        ranked = team if team in self._ranked else number
        sides = {number, *(stands_as(play, number) for play in self.contest.plays)}
        return ContestantFigures(
            contestant=contestant,
            lot=lot(self.contest.plan.seed, ranked),
            standing=self._ranked.get(ranked),
            questions=(*self._settled(number), *self._open(number), *self._taken_back(number)),
            touched=tuple(
                deed for deed in self._told.deeds if any(touches(deed.event, n) for n in sides)
            ),
        )

    def _settled(self, number: int) -> Iterable[QuestionFigures]:
        for step in self._steps:
            side = stands_as(self.contest.plays[step.place[0]], number)
            before = step.before.get(side) or Tally()
            after = step.after.get(side) or Tally()
            row = step.ranked.get(side) or step.ranked.get(number)
            yield replace(
                self._known(step.place, step.asked, number),
                settled=True,
                points=after.points - before.points,
                weight=weight(self.contest.plan, step.place[0]),
                total=row.tally.points if row else after.points,
                rank=row.rank if row else 0,
                left=before.playing and not after.playing,
            )

    def _open(self, number: int) -> Iterable[QuestionFigures]:
        place, asked = self._current()
        if asked is not None and asked.life is not Life.DRAWN:
            yield self._known(place, asked, number)

    def _taken_back(self, number: int) -> Iterable[QuestionFigures]:
        """Questions that were answered, then undone, and never asked again."""
        known = {self._current()[0], *(step.place for step in self._steps)}
        for place in dict.fromkeys((*self._told.answers, *self._told.received)):
            if place not in known:
                yield self._known(place, None, number)

    def _current(self) -> tuple[QuestionPlace, Asked | None]:
        contest = self.contest
        asked = contest.play.current if contest.play else None
        if asked is None:
            return (-1, Pool.MAIN, 0), None
        return (len(contest.plays) - 1, asked.pool, asked.ordinal), asked

    def _known(self, place: QuestionPlace, asked: Asked | None, number: int) -> QuestionFigures:
        """What holds before any consequences."""
        round_, pool, ordinal = place
        planned = self.contest.plan.rounds[round_].drawn(pool, ordinal)
        recorded = self._told.answers.get(place, ())
        answers = tuple(answer for answer in recorded if answer.number == number)
        received, deeds = self._told.received.get(place, ()), self._deeds.get(place, ())
        side = stands_as(self.contest.plays[round_], number) if asked else number
        format_ = self._formats[self.contest.plan.rounds[round_].format]
        revealed = asked is not self._current()[1] or asked is None or asked.life is Life.REVEALED
        return QuestionFigures(
            place=place,
            question=asked.question if asked else planned,
            asked=asked,
            revealed=revealed,
            deeds=tuple(deeds),
            answers=answers,
            counts=_counting(asked, answers, side),
            verdict=verdict_of(asked, side) if asked and revealed else None,
            part=format_.figures(received, deeds, number),
        )


def settings_of(formats: Formats, plan: Plan) -> tuple[AskingSettings, ...]:
    """The settings of every round as it is played, those left out by the plan too."""
    return tuple(
        formats[round_.format].rules.start(timed(plan, round_), Numbered()).settings
        for round_ in plan.rounds
    )


def _counting(asked: Asked | None, answers: tuple[e.AnswerSubmitted, ...], side: int) -> int:
    """The index of the answer that counts, -1 when none of these does."""
    given = asked.answers.get(side) if asked else None
    if given is None:
        return -1
    held = (given.answer, given.at, given.took_ms, given.by)
    counted = (
        place
        for place, answer in enumerate(answers)
        if (answer.answer, answer.at, answer.took_ms, answer.by) == held
    )
    return max(counted, default=-1)


def touches(event: Event, number: int) -> bool:
    """Whether an act was done to this contestant."""
    if not event.traits.touches:
        return False
    numbers = getattr(event, "numbers", None) or (getattr(event, "number", 0),)
    return number in numbers
