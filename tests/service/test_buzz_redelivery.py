"""Buzzes over a network that duplicates, delays and reorders: who was first stays first."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import TIMER, seat
from quiz.core.nouns.commands import LockExpired
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Contest
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz
from quiz.formats.buzzer.events import Buzzed, BuzzOpened
from quiz.service.contests.running.batch import Receipt, Submission, decide_batch
from quiz.service.contests.running.runner import Runner
from quiz.service.contests.watching.timers import GRACE_MS
from tests.core.builders import Table, plan, whose
from tests.formats.looking import buzzer
from tests.service.fakes import FakeStore

PEOPLE, CAP_MS = 5, 150
TABLE = Table(plan(1, "buzzer"), PEOPLE)
TABLE.open()
OPENS, DEADLINE = TABLE.asked.opens_at, TABLE.asked.deadline


@dataclass(frozen=True)
class Press:
    """A buzz on its way: when its first copy arrives, and how much later others do (ms)."""

    id: str
    number: int
    at: int
    credit_ms: int
    copies: tuple[int, ...]

    def command(self) -> Buzz:
        return Buzz(self.number, Pool.MAIN, 1, self.credit_ms)


@st.composite
def presses(draw: st.DrawFn) -> list[Press]:
    """Up to two presses of each phone, mostly near to each other."""
    made: list[Press] = []
    around = draw(st.integers(0, DEADLINE - OPENS))
    for number in range(1, PEOPLE + 1):
        credit_ms = draw(st.integers(0, 2 * CAP_MS))
        times = sorted(draw(st.lists(st.integers(0, 3 * CAP_MS), max_size=2, unique=True)))
        for place, time in enumerate(times):
            copies = tuple(sorted(draw(st.lists(st.integers(0, 5_000), max_size=3))))
            press = Press(f"{number}:{place}", number, OPENS + around + time, credit_ms, copies)
            made.append(press)
    return made


def deliver(deliveries: list[tuple[int, Press]]) -> tuple[Contest, dict[str, Any]]:
    """The contest once the timer has rung for the last time, and the last reply to each."""
    store = FakeStore()
    store.journals["a"] = []
    runner = Runner("a", TABLE.contest, store, ENGINE)
    replies: dict[str, list[Receipt | str]] = {}

    def ring(until: int) -> None:
        while (due := runner.due_at) is not None and due + GRACE_MS <= until:
            runner.submit(LockExpired(), f"timer:{due}", due + GRACE_MS, TIMER)

    for at, press in sorted(deliveries, key=lambda pair: (pair[0], pair[1].id)):
        ring(at)
        reply: Receipt | str
        try:
            reply = runner.submit(press.command(), press.id, at, whose(press.command()))
        except Rejected as refusal:
            reply = refusal.code
        replies.setdefault(press.id, []).append(reply)
    ring(DEADLINE + 10_000)
    runner.close()
    for given_to in replies.values():
        # A buzz that was recorded gets its receipt again; one that was not, never any.
        assert {type(reply) for reply in given_to} in ({Receipt}, {str})
        assert len(set(given_to)) == 1 or Receipt not in map(type, given_to)
    recorded = [e.event for e in store.journals["a"] if isinstance(e.event, BuzzOpened | Buzzed)]
    assert len(recorded) == len({event.number for event in recorded})
    return runner.contest, {sent: given_to[0] for sent, given_to in replies.items()}


@settings(max_examples=150, deadline=None)
@given(presses())
def test_buzzes_count_as_on_a_perfect_network(sent: list[Press]) -> None:
    perfect = deliver([(press.at, press) for press in sent])
    shaken = deliver([(press.at + late, press) for press in sent for late in (0, *press.copies)])
    assert shaken == perfect


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, PEOPLE), st.integers(0, CAP_MS), st.integers(0, 2 * CAP_MS)),
        min_size=1,
        unique_by=lambda press: press[0],
    ).flatmap(lambda made: st.tuples(st.just(made), st.permutations(made)))
)
def test_order_in_the_queue_does_not_decide_who_was_first(
    orders: tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]],
) -> None:
    """Received within the span of the first, they are decided in any order."""
    turns = []
    for order in orders:
        batch = [
            Submission(
                Buzz(n, Pool.MAIN, 1, credit_ms), f"{n}:x", OPENS + 1_000 + after_ms, seat(n)
            )
            for n, after_ms, credit_ms in order
        ]
        contest = decide_batch(batch, TABLE.contest, {}, ENGINE).contest
        timer = Submission(LockExpired(), "timer", DEADLINE, TIMER)
        decided = decide_batch([timer], contest, {}, ENGINE).contest
        assert decided.play is not None
        assert decided.play.current is not None
        asked = decided.play.current
        turns.append((buzzer(asked).turns, buzzer(asked).buzzes))
    assert turns[0] == turns[1]
    counted = {n: after_ms - min(credit_ms, CAP_MS) for n, after_ms, credit_ms in orders[0]}
    (turn,), _ = turns[0]
    assert turn.numbers == tuple(
        sorted(n for n, took_ms in counted.items() if took_ms == min(counted.values()))
    )


@pytest.mark.parametrize(("failure", "at"), [("before", OPENS + 1_500), ("after", OPENS + 1_000)])
def test_buzz_refused_for_the_storage_is_recorded_once_when_it_is_sent_again(
    failure: str, at: int
) -> None:
    """With the time it first came, where only the answer of the commit was lost."""
    store = FakeStore()
    store.journals["a"] = []
    runner = Runner("a", TABLE.contest, store, ENGINE)
    command = Buzz(1, Pool.MAIN, 1)
    store.failure = failure
    with pytest.raises(Rejected, match="storage_failed"):
        runner.submit(command, "1:x", OPENS + 1_000, whose(command))
    assert runner.contest is TABLE.contest
    store.failure = ""
    receipt = runner.submit(command, "1:x", OPENS + 1_500, whose(command))
    runner.close()
    assert receipt == Receipt(TABLE.contest.version + 1, at=at)
    assert [entry.version for entry in store.journals["a"]] == [receipt.v]
