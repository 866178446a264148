"""A draft as its pages need it: read, checked, kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import abort

from quiz.banks.bank import Bank, Problem
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Plan, Pool
from quiz.service.contests.rows import DraftRow
from quiz.web.frame.desk import desk
from quiz.web.new_contest.draft.draft_rounds import Rounds, read_rounds
from quiz.web.new_contest.draft.plan_fields import like
from quiz.web.new_contest.form.checked_rounds import (
    CheckedRound,
    HeldQuestions,
    RoundDraft,
    checked_rounds,
    drafts_of,
    wrong_at,
)
from quiz.web.new_contest.form.plans import plan
from quiz.web.new_contest.steps import STEPS


@dataclass
class DraftWork:
    """What was filled in of one draft, and what it comes to."""

    row: DraftRow
    rounds: Rounds
    source: Plan | None
    """The plan of the contest that it was taken from."""

    @cached_property
    def _loaded(self) -> tuple[Sequence[Bank], Sequence[Problem]]:
        return desk().library.load()

    @property
    def banks(self) -> Sequence[Bank]:
        """The banks there are."""
        return self._loaded[0]

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with the files of banks."""
        return self._loaded[1]

    @cached_property
    def held(self) -> HeldQuestions:
        """The questions of the contest it was taken from, which the banks may have lost."""
        if self.source is None:
            return {}
        pools = (round_.pool(pool) for round_ in self.source.rounds for pool in Pool)
        return {question.id: question for questions in pools for question in questions}

    @cached_property
    def checked(self) -> list[CheckedRound]:
        """Its rounds, with what is wrong."""
        uses = desk().usage.by_question()
        return checked_rounds(self.rounds, self.banks, uses, self.held)

    @property
    def drafts(self) -> list[RoundDraft]:
        """Its rounds where nothing is wrong; else none."""
        return drafts_of(self.checked)

    def wrong(self, step: str) -> list[str]:
        """What is wrong at a step."""
        return wrong_at(self.checked, step)

    @property
    def wrong_steps(self) -> list[str]:
        """The steps where something is wrong."""
        return [step.id for step in STEPS if self.wrong(step.id)]

    def plan(self, seed: str) -> Plan:
        """The contest of these rounds; they must be right."""
        drafts = self.drafts
        weights = [draft.form.data["weight"] for draft in drafts]
        rounds = [each.round() for each in drafts]
        made = plan(drafts[0].form.data, rounds, seed=seed, weights=weights)
        return made if self.source is None else like(made, self.source, self.rounds)


def work_of(draft_id: str) -> DraftWork:
    """The draft as it was kept, or the page that says there is none."""
    try:
        row = desk().drafts.row(draft_id)
        rounds = read_rounds(desk().drafts.work(draft_id))
    except Rejected as refusal:
        if refusal.code == "no_such_draft":
            raise
        abort(503)
    return DraftWork(row, rounds, plan_now(rounds.source))


def plan_now(contest_id: str) -> Plan | None:
    """The plan of a contest as it is now; None where there is none."""
    if not contest_id:
        return None
    try:
        return desk().runners.runner(contest_id).contest.plan
    except Rejected:
        return None


def keep(draft_id: str, change: Callable[[Rounds], Rounds]) -> None:
    """Keep what `change` makes of what was filled in."""

    def changed(work: str) -> tuple[str, str]:
        rounds = change(read_rounds(work))
        return title_of(rounds), rounds.written()

    desk().drafts.change(draft_id, changed)


def title_of(rounds: Rounds) -> str:
    """The contest's title as the list of drafts shows it."""
    title = dict(rounds.contest).get("title", "")
    return " ".join(title.split())[:120]
