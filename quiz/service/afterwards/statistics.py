"""Statistics of contests and of questions over all contests, replayed from the journals."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from quiz.core.errors import Rejected
from quiz.service.afterwards.ports import PastJournals
from quiz.service.afterwards.question_statistics import QuestionStatistics, question_statistics
from quiz.service.afterwards.usage import Usage, Use
from quiz.service.contests.errors import EventUnreadable
from quiz.service.contests.replaying import replayed
from quiz.service.ports import Rules
from quiz.service.refusing import refusing


@dataclass(frozen=True, slots=True)
class Occasion:
    """One contest in which a question was asked."""

    use: Use
    item: QuestionStatistics


@dataclass(frozen=True, slots=True)
class _ReadContest:
    length: int
    items: tuple[QuestionStatistics, ...]


class Statistics:
    """A cache of figures by contest and question; a contest is replayed again when it went on."""

    def __init__(self, journal: PastJournals, rules: Rules, usage: Usage) -> None:
        self._journal = journal
        self._rules = rules
        self._usage = usage
        self._read: dict[str, _ReadContest] = {}

    def of_contest(self, contest_id: str) -> tuple[QuestionStatistics, ...]:
        """The questions asked so far, in their order.

        Raises:
            Rejected: `no_such_contest`, `unreadable`, `storage_failed`.
        """
        with refusing():
            return self._again(contest_id, self._journal.lengths()).items

    def of_question(self, question_id: str) -> tuple[Occasion, ...]:
        """Every contest in which the question was asked, the newest first.

        Contests that cannot be read are left out. Raises Rejected: `storage_failed`.
        """
        found: list[Occasion] = []
        with refusing():
            lengths = self._journal.lengths()
            for use in self._usage.of(question_id):
                if use.asked:
                    found += self._occasions(use, question_id, lengths)
        return tuple(found)

    def forget(self, contest_id: str) -> None:
        """Keep nothing of a contest that was changed or deleted."""
        self._read.pop(contest_id, None)

    def _occasions(self, use: Use, question_id: str, lengths: Mapping[str, int]) -> list[Occasion]:
        try:
            read = self._again(use.contest_id, lengths)
        except Rejected:
            return []
        return [Occasion(use, item) for item in read.items if item.question.id == question_id]

    def _again(self, contest_id: str, lengths: Mapping[str, int]) -> _ReadContest:
        length, known = lengths.get(contest_id, 0), self._read.get(contest_id)
        if known and known.length == length:
            return known
        try:
            contest = replayed(self._journal.events(contest_id), self._rules)
        except EventUnreadable as problem:
            raise Rejected("unreadable", contest_id) from problem
        if contest is None:
            raise Rejected("no_such_contest", contest_id)
        self._read[contest_id] = _ReadContest(length, question_statistics(contest, _rest))
        return self._read[contest_id]


def _rest() -> None:
    """Let a running contest go on."""
    time.sleep(0)
