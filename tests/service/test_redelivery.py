"""A network that duplicates, delays, reorders and drops: the same results as a perfect one."""

from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import TIMER
from quiz.core.nouns.commands import LockExpired, SubmitAnswer
from quiz.core.nouns.events import AnswerSubmitted
from quiz.core.nouns.state import Contest
from quiz.formats import ENGINE
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner
from tests.core.builders import Table, plan, whose
from tests.service.fakes import FakeStore

PEOPLE = 3
TABLE = Table(plan(), PEOPLE)
TABLE.open()
OPENS, DEADLINE = TABLE.asked.opens_at, TABLE.asked.deadline
SPAN = DEADLINE - OPENS


@dataclass(frozen=True)
class Message:
    """An answer on its way: when its first copy arrives, and how much later others do (ms)."""

    id: str
    number: int
    answer: int
    at: int
    copies: tuple[int, ...]


@st.composite
def messages(draw: st.DrawFn) -> list[Message]:
    """Up to four answers of each phone; a dropped one is a first copy that arrives late."""
    made: list[Message] = []
    for number in range(1, PEOPLE + 1):
        # A socket keeps the order of what is sent through it: first copies come in order.
        times = sorted(draw(st.lists(st.integers(-500, SPAN + 2000), max_size=4, unique=True)))
        for place, time in enumerate(times):
            copies = draw(st.lists(st.integers(0, SPAN * 2), max_size=3))
            option = draw(st.integers(0, 3))
            message = Message(
                f"{number}:{place}", number, option, OPENS + time, tuple(sorted(copies))
            )
            made.append(message)
    return made


def deliver(deliveries: list[tuple[int, Message]]) -> tuple[Contest, list[Any], dict[str, Any]]:
    """The contest, its recorded answers and the first reply to each message."""
    store = FakeStore()
    store.journals["a"] = []
    runner = Runner("a", TABLE.contest, store, ENGINE)
    replies: dict[str, list[Receipt | str]] = {}
    for at, message in sorted(deliveries, key=lambda pair: (pair[0], pair[1].id)):
        command = SubmitAnswer(message.number, TABLE.asked.pool, 1, (message.answer,))
        reply: Receipt | str
        try:
            reply = runner.submit(command, message.id, at, whose(command))
        except Rejected as refusal:
            reply = refusal.code
        replies.setdefault(message.id, []).append(reply)
    runner.submit(LockExpired(), "timer", DEADLINE + 60, TIMER)
    runner.close()
    answers = [e.event for e in store.journals["a"] if isinstance(e.event, AnswerSubmitted)]
    for given_to in replies.values():
        # Once there is a receipt, every copy gets it again.
        receipts = [reply for reply in given_to if isinstance(reply, Receipt)]
        assert given_to[len(given_to) - len(receipts) :] == receipts
        assert len(set(receipts)) <= 1
    return runner.contest, answers, {sent: given_to[-1] for sent, given_to in replies.items()}


@settings(max_examples=150, deadline=None)
@given(messages())
def test_answers_that_arrived_in_time_count_as_on_a_perfect_network(sent: list[Message]) -> None:
    # What came before the clock started is refused and not sent again by a phone.
    sent = [message for message in sent if message.at >= OPENS]
    perfect = deliver([(message.at, message) for message in sent])
    shaken = deliver(
        [(message.at + late, message) for message in sent for late in (0, *message.copies)]
    )
    assert shaken == perfect


@settings(max_examples=60, deadline=None)
@given(messages())
def test_no_answer_received_after_the_deadline_is_recorded(sent: list[Message]) -> None:
    deliveries = [(message.at + late, message) for message in sent for late in (0, *message.copies)]
    _, answers, replies = deliver(deliveries)
    assert [event for event in answers if not OPENS <= event.at <= DEADLINE] == []
    recorded = sum(isinstance(reply, Receipt) for reply in replies.values())
    assert recorded == len(answers)
