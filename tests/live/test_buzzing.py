"""Buzzes at the edge: acknowledged, credited by what the server measured, told to who needs it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask_socketio import SocketIOTestClient

from quiz.core.nouns.actors import TIMER
from quiz.core.nouns.commands import LockExpired
from quiz.core.nouns.state import Asked
from quiz.formats.buzzer.events import Buzzed, BuzzOpened
from quiz.store.journal import SqliteJournal
from tests.core.builders import plan
from tests.formats.looking import buzzer_view
from tests.live.conftest import Studio, ask, eventually, heard
from tests.service.fakes import FakeClock


class Race:
    """A buzzer question whose clock runs, three phones, and the door's clock in hand.

    Buzzes come long before the server's own timer, which has the machine's clock, would ring.
    """

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        numbers = [studio.join(name) for name in ("An", "Bình", "Cúc")]
        self.phones = [studio.phone(number) for number in numbers]
        self.host = studio.host()
        studio.until(self.host, "close")
        self.opened = self.asked.opens_at
        self.clock = FakeClock()
        studio.hub.clock = self.clock

    @property
    def asked(self) -> Asked:
        play = self.studio.runner.contest.play
        assert play is not None
        assert play.current is not None
        return play.current

    def measure(self, phone: SocketIOTestClient, trip_ms: int) -> None:
        """Ask for the clock as a page does, over a line with such a round trip."""
        for place in range(5):
            self.clock.time = self.opened + place * trip_ms
            assert ask(phone, "/play", "clock", {})["ok"]

    def told(self) -> int:
        """From when buzzes count, as the phones are told (0: not now)."""
        part = buzzer_view(self.studio.runner.contest)
        return part.opens_at if part else 0

    def buzz(
        self, phone: SocketIOTestClient, after_ms: int = 10_000, **more: Any
    ) -> dict[str, Any]:
        """The reply to a buzz received so long after the clock opened."""
        self.clock.time = self.opened + after_ms
        opens_at = self.told() or self.opened
        message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "opens_at": opens_at} | more
        return ask(phone, "/play", "buzz", message)

    def ring(self) -> None:
        """Let the turn be given."""
        self.clock.time = self.asked.deadline + 60
        self.studio.runner.submit(LockExpired(), "the timer", self.clock.time, TIMER)

    def welcome(self, phone: SocketIOTestClient) -> Any:
        """All that a phone is told."""
        assert ask(phone, "/play", "resync", {})["ok"]
        return heard(phone, "/play", "welcome")

    def recorded(self) -> list[tuple[int, int, int]]:
        """Who buzzed, the time counted, the credit."""
        events = SqliteJournal(self.studio.database).events(self.studio.id)
        buzzes = [event for event, _ in events if isinstance(event, BuzzOpened | Buzzed)]
        return [(event.number, event.took_ms, event.credit_ms) for event in buzzes]


@pytest.fixture
def race(tmp_path: Path) -> Iterator[Race]:
    studio = Studio(tmp_path, plan(2, "buzzer", early=False))
    yield Race(studio)
    studio.close()


def test_buzz_is_acknowledged_with_the_servers_time_and_again_with_the_same(race: Race) -> None:
    first = race.buzz(race.phones[0], id="the-same-id")
    version = race.studio.runner.contest.version
    assert first == {"ok": True, "v": version, "at": race.opened + 10_000}
    assert race.buzz(race.phones[0], 10_050, id="the-same-id") == first
    assert race.recorded() == [(1, 10_000, 0)]


def test_phones_may_use_the_same_id(race: Race) -> None:
    replies = [race.buzz(phone, id="the-same-id")["ok"] for phone in race.phones]
    assert (replies, len(race.recorded())) == ([True, True, True], 3)


def test_slow_line_that_was_measured_wins_over_a_fast_one_pressed_later(race: Race) -> None:
    one, two, _ = race.phones
    race.measure(two, 200)
    assert race.buzz(one, 10_000)["ok"]
    assert race.buzz(two, 10_090)["ok"]
    assert race.recorded() == [(1, 10_000, 0), (2, 9_990, 100)]
    race.ring()
    told = race.welcome(one)
    assert [person["number"] for person in told["view"]["parts"]["buzzer"]["answering"]] == [2]
    assert told["seat"]["parts"]["buzzer"]["behind_ms"] == 10


def test_client_that_delays_its_clock_gains_the_cap_and_no_time(race: Race) -> None:
    phone = race.phones[0]
    race.measure(phone, 1_900)
    too_late = race.asked.deadline - race.opened + 1
    assert race.buzz(phone, too_late) == {"ok": False, "code": "too_late"}
    assert race.buzz(phone, 9_000)["ok"]
    assert race.recorded() == [(1, 8_850, 150)]


@pytest.mark.parametrize(
    "fields",
    [
        {"credit_ms": 100},
        {"number": 2},
        {"took_ms": 1},
        {"at": 1},
        {"id": "short"},
        {"pool": "secret"},
        {"ordinal": "1"},
        {"opens_at": 0},
        {"answer": [0]},
    ],
)
def test_buzz_in_another_shape_is_refused(race: Race, fields: dict[str, Any]) -> None:
    assert race.buzz(race.phones[0], **fields) == {"ok": False, "code": "bad_payload"}
    assert race.recorded() == []


@pytest.mark.parametrize(("namespace", "place"), [("/host", "host"), ("/projector", "hall")])
def test_nobody_but_a_phone_buzzes(race: Race, namespace: str, place: str) -> None:
    client = race.host if place == "host" else race.studio.projector()
    message = {"id": uuid4().hex, "pool": "main", "ordinal": 1}
    reply = ask(client, namespace, "buzz", message)
    assert reply == {"ok": False, "code": "unknown_event"}
    assert race.recorded() == []


def test_phone_receives_nothing_while_others_buzz_after_the_first(race: Race) -> None:
    one, two, quiet = race.phones
    assert race.buzz(one, 10_000)["ok"]
    acted = race.studio.runner.contest.acted
    eventually(lambda: heard(quiet, "/play", "view")["v"] == acted)
    assert race.buzz(two, 10_010)["ok"]
    race.phones[1].disconnect(namespace="/play")
    eventually(lambda: heard(race.host, "/host", "counts")["online"] == 2)
    assert [message["name"] for message in quiet.get_received("/play")] == []


def test_turn_on_the_phone_is_answered_by_its_holder_alone(tmp_path: Path) -> None:
    studio = Studio(tmp_path, plan(2, "buzzer", early=False, aloud=False, answer_seconds=60))
    race = Race(studio)
    assert race.buzz(race.phones[1])["ok"]
    race.ring()
    mine, other = race.welcome(race.phones[1])["seat"], race.welcome(race.phones[0])["seat"]
    assert (mine["may_answer"], other["may_answer"]) == (True, False)
    message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [1]}
    refused, recorded, _ = (ask(phone, "/play", "answer", message) for phone in race.phones)
    studio.close()
    assert refused == {"ok": False, "code": "not_on_floor"}
    assert recorded["ok"]


def test_phone_that_comes_back_during_a_turn_learns_who_has_it(race: Race) -> None:
    assert race.buzz(race.phones[0])["ok"]
    race.ring()
    told = race.welcome(race.phones[0])
    assert (
        told["view"]["parts"]["buzzer"]["phase"],
        told["seat"]["parts"]["buzzer"]["behind_ms"],
    ) == ("answering", 0)
    assert [one["number"] for one in told["view"]["parts"]["buzzer"]["answering"]] == [1]
    assert (
        told["seat"]["parts"]["buzzer"]["may_buzz"],
        race.welcome(race.phones[1])["seat"]["parts"]["buzzer"]["may_buzz"],
    ) == (
        False,
        True,
    )
