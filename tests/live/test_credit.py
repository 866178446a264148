"""The credit for the way to a phone, at the edge: only what the server measured counts."""

from typing import Any
from uuid import uuid4

from flask_socketio import SocketIOTestClient

from quiz.core.nouns.events import AnswerSubmitted
from quiz.store.journal import SqliteJournal
from tests.live.conftest import Studio, ask
from tests.service.fakes import FakeClock


class Racing:
    """A question whose clock runs, with the server's clock in hand."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.number = studio.join()
        self.phone = studio.phone(self.number)
        self.host = studio.host()
        studio.until(self.host, "close")
        self.clock = FakeClock()
        studio.hub.clock = self.clock
        play = studio.runner.contest.play
        assert play is not None
        assert play.current is not None
        self.asked = play.current

    def measure(self, trip_ms: int) -> None:
        """Ask for the clock as a page does, over a line with such a round trip."""
        for place in range(5):
            self.clock.time = self.asked.opens_at + place * trip_ms
            assert ask(self.phone, "/play", "clock", {})["ok"]

    def answer(self, after_ms: int, **more: Any) -> dict[str, Any]:
        """The reply to an answer received so long after the clock opened."""
        self.clock.time = self.asked.opens_at + after_ms
        message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [0]}
        return ask(self.phone, "/play", "answer", message | more)

    def recorded(self) -> tuple[int, int]:
        """Time counted and credit of the last event in the journal."""
        event, _ = list(SqliteJournal(self.studio.database).events(self.studio.id))[-1]
        assert isinstance(event, AnswerSubmitted)
        return event.took_ms, event.credit_ms

    def come_back(self) -> SocketIOTestClient:
        """The same phone on a new line."""
        return self.studio.phone(self.number)


def test_answer_is_credited_half_the_measured_round_trip(studio: Studio) -> None:
    racing = Racing(studio)
    racing.measure(60)
    assert racing.answer(1_000)["ok"]
    assert racing.recorded() == (970, 30)


def test_client_that_delays_its_clock_gains_the_cap_and_no_time(studio: Studio) -> None:
    racing = Racing(studio)
    racing.measure(1_900)
    assert racing.answer(9_000)["ok"]
    assert racing.recorded() == (8_850, 150)
    too_late = racing.asked.deadline - racing.asked.opens_at + 1
    assert racing.answer(too_late) == {"ok": False, "code": "too_late"}


def test_client_cannot_name_its_own_credit(studio: Studio) -> None:
    racing = Racing(studio)
    assert racing.answer(1_000, credit_ms=100) == {"ok": False, "code": "bad_payload"}
    assert racing.answer(1_000, took_ms=1) == {"ok": False, "code": "bad_payload"}


def test_new_line_is_measured_anew(studio: Studio) -> None:
    racing = Racing(studio)
    racing.measure(60)
    racing.phone = racing.come_back()
    assert racing.answer(1_000)["ok"]
    assert racing.recorded() == (1_000, 0)


def test_board_entered_at_the_console_has_no_credit(studio: Studio) -> None:
    racing = Racing(studio)
    racing.measure(60)
    for place in range(5):
        racing.clock.time = racing.asked.opens_at + place * 60
        ask(racing.host, "/host", "clock", {})
    racing.clock.time = racing.asked.opens_at + 1_000
    board = {"id": uuid4().hex, "number": 1, "pool": "main", "ordinal": 1, "answer": [0]}
    assert ask(racing.host, "/host", "enter_answer", board)["ok"]
    assert racing.recorded() == (1_000, 0)
