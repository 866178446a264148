"""Which questions were used in which contests: read from the plans and from what was shown."""

import logging
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quiz.core.nouns import events as e
from quiz.core.nouns.event import Event, Nature
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.state import Stage
from quiz.service.afterwards.ports import PastJournals
from quiz.service.contests.errors import EventUnreadable
from quiz.service.contests.ports import ContestStore
from quiz.service.contests.rows import ContestRow
from quiz.service.refusing import refusing

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Use:
    """A question in a contest: `at` (ms) is when it was shown, or else when the contest was made.

    `asked` means that a hall has seen it, `waiting` that one still may.
    """

    contest_id: str
    title: str
    at: int
    asked: bool
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class _UsageRead:
    """What is known of a contest after so many events: its questions, when they were shown."""

    length: int = 0
    ids: tuple[str, ...] = ()
    shown: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Before:
    """How it stood before a command, which is a screen where it only switched the hall's."""

    plan: Plan | None
    round: int
    drawn: str
    is_screen: bool = True


class Usage:
    """A cache of where questions were used; contests that went on since are read again."""

    def __init__(self, contests: ContestStore, journal: PastJournals) -> None:
        self._contests = contests
        self._journal = journal
        self._guard = threading.Lock()
        self._read: dict[str, _UsageRead] = {}
        self._rows: tuple[ContestRow, ...] = ()
        self._uses: dict[str, tuple[Use, ...]] = {}

    def of(self, question_id: str) -> tuple[Use, ...]:
        """The contests of a question, the newest first; raises Rejected: `storage_failed`."""
        return self.by_question().get(question_id, ())

    def by_question(self) -> Mapping[str, tuple[Use, ...]]:
        """The uses of every question that was ever in a contest, by its id, the newest first.

        Raises:
            Rejected: `storage_failed`.
        """
        with self._guard, refusing():
            rows, lengths = self._contests.listing(), self._journal.lengths()
            stale = [row.id for row in rows if self._length(row.id) != lengths.get(row.id)]
            if stale or rows != self._rows:
                known = {contest_id: self._again(contest_id, lengths) for contest_id in stale}
                self._read = {row.id: known.get(row.id) or self._read[row.id] for row in rows}
                self._rows = rows
                self._uses = uses(rows, self._read)
            return self._uses

    def used(self, since: int = 0) -> frozenset[str]:
        """The ids of questions shown at or after `since` (ms), or still waiting to be."""
        return frozenset(
            question_id
            for question_id, found in self.by_question().items()
            if any(use.waiting or (use.asked and use.at >= since) for use in found)
        )

    def _length(self, contest_id: str) -> int | None:
        return self._read[contest_id].length if contest_id in self._read else None

    def _again(self, contest_id: str, lengths: Mapping[str, int]) -> _UsageRead:
        length = lengths.get(contest_id, 0)
        # Many contests take a while to read: a running one goes on in between.
        time.sleep(0)
        try:
            acts = tuple(self._journal.acts(contest_id))
        except EventUnreadable as problem:
            text = "The contest is left out of the usage: an event %s cannot be read"
            log.warning(text, problem.kind, extra={"contest": contest_id})
            return _UsageRead(length)
        plan, seen = asked_of(acts)
        return _UsageRead(length, tuple(ids_of(plan)), seen) if plan else _UsageRead()


def uses(rows: Iterable[ContestRow], read: Mapping[str, _UsageRead]) -> dict[str, tuple[Use, ...]]:
    """The uses by question, the newest first."""
    found: dict[str, list[Use]] = {}
    for row in rows:
        for question_id in read[row.id].ids:
            at = read[row.id].shown.get(question_id, 0)
            waiting = not at and row.stage is not Stage.FINISHED
            use = Use(row.id, row.title, at or row.created_at, bool(at), waiting)
            found.setdefault(question_id, []).append(use)
    return {
        question_id: tuple(sorted(several, key=lambda use: use.at, reverse=True))
        for question_id, several in found.items()
    }


def ids_of(plan: Plan) -> Iterator[str]:
    """The ids of all questions of a plan, each once."""
    yield from dict.fromkeys(
        question.id for round_ in plan.rounds for pool in Pool for question in round_.pool(pool)
    )


def asked_of(acts: Iterable[tuple[Event, int]]) -> tuple[Plan | None, dict[str, int]]:
    """The plan in the end, and when (ms) each question was last shown.

    An undo takes back the acts, not what was seen. `acts` come with their parts: those of one
    command are undone together.
    """
    plan: Plan | None = None
    round_, drawn = -1, ""
    before: list[_Before] = []
    found: dict[str, int] = {}
    for act, part in acts:
        if isinstance(act, e.Undone):
            while act.steps and before[-1].is_screen:
                before.pop()
            undone = before.pop()
            plan, round_, drawn = undone.plan, undone.round, undone.drawn
            continue
        if act.traits.nature is Nature.ACT:
            if not part:
                before.append(_Before(plan, round_, drawn))
            before[-1].is_screen &= act.traits.is_screen
        match act:
            case e.ContestCreated() | e.PlanChanged():
                plan = act.plan
            case e.RoundStarted():
                round_ = act.index
            case e.QuestionDrawn() if plan is not None:
                drawn = plan.rounds[round_].drawn(act.pool, act.ordinal).id
            case e.QuestionShown():
                found[drawn] = act.show_at
    return plan, found
