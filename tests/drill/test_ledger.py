import pytest

from quiz.bots.wire import Ack
from quiz.core.nouns.event import Event
from quiz.core.nouns.events import AnswerSubmitted, Muted
from quiz.drill.journal import JournalRow
from quiz.drill.ledger import Agreement, Ledger
from quiz.formats.buzzer.events import Buzzed, BuzzOpened

OK: Ack = {"ok": True, "v": 2, "at": 900}
REFUSED: Ack = {"ok": False, "code": "too_late"}


def row(version: int, command_id: str = "3:x", at: int = 900) -> JournalRow:
    return JournalRow(version, command_id, 0, AnswerSubmitted(3, (1,), at, 40, "contestant"))


@pytest.mark.parametrize(
    ("reply", "rows", "account"),
    [
        (OK, [row(2)], Agreement(1, 0, 0)),
        (OK, [], Agreement(1, 1, 0)),
        (OK, [row(2, at=901)], Agreement(1, 1, 0)),
        (OK, [row(2), row(3)], Agreement(1, 0, 1)),
        (None, [], Agreement(0, 0, 0)),
        (None, [row(2)], Agreement(0, 0, 0)),
        (None, [row(2), row(3)], Agreement(0, 0, 1)),
        (REFUSED, [], Agreement(0, 0, 0)),
        (REFUSED, [row(2)], Agreement(0, 0, 1)),
    ],
)
def test_message_is_held_against_the_journal(
    reply: Ack | None, rows: list[JournalRow], account: Agreement
) -> None:
    ledger = Ledger()
    ledger.note("x", None)
    ledger.note("x", reply)
    assert ledger.agreement(rows) == account


@pytest.mark.parametrize("event", [BuzzOpened(3, 900, 40, 0, 1050, 9000), Buzzed(3, 900, 40, 0)])
def test_acknowledged_buzz_is_held_against_the_journal(event: Event) -> None:
    ledger = Ledger()
    ledger.note("x", OK)
    ledger.note("y", {**OK, "at": 901})
    assert ledger.agreement([]) == Agreement(2, 2, 0)
    rows = [JournalRow(2, "3:x", 0, event), JournalRow(3, "4:y", 0, event)]
    assert ledger.agreement(rows) == Agreement(2, 1, 0)


def test_act_of_several_events_counts_once() -> None:
    ledger = Ledger()
    ledger.note("x", {"ok": True, "v": 3, "at": 0})
    rows = [
        JournalRow(2, "account:1:x", 0, Muted(muted=True)),
        JournalRow(3, "account:1:x", 1, Muted(muted=False)),
    ]
    assert ledger.agreement(rows) == Agreement(1, 0, 0)
