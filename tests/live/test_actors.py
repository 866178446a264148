"""Who did it, at the edge: told from the session, and never from what is sent."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor
from quiz.live.host import ACTS
from quiz.service.people.roles import Role
from quiz.store.journal import SqliteJournal
from tests.core.builders import plan
from tests.formats.looking import buzzer_view
from tests.live.conftest import ROLES, Studio, ask, eventually, heard

CLAIMS = [
    {"by": "marshal"},
    {"by": "contestant"},
    {"actor": "account:1"},
    {"account": 1},
]


def rows(studio: Studio) -> list[tuple[str, Actor]]:
    """What happened and who did it, in order."""
    return [
        (type(entry.event).__name__, entry.actor)
        for entry in SqliteJournal(studio.database).entries(studio.id)
    ]


def entered(number: int) -> dict[str, Any]:
    """A raised board, as a console sends it."""
    return {"id": uuid4().hex, "number": number, "pool": "main", "ordinal": 1, "answer": [1]}


def answered() -> dict[str, Any]:
    return {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [0]}


@pytest.fixture
def two_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Accounts 1 and 9 are hosts."""
    monkeypatch.setitem(ROLES, "9", Role.HOST)


def test_contest_is_made_by_its_owner(studio: Studio) -> None:
    assert rows(studio) == [("ContestCreated", actors.account(1))]


def test_phones_answer_is_its_seats(studio: Studio) -> None:
    studio.join()
    phone = studio.phone(studio.join("Bình"))
    studio.until(studio.host(), "close")
    assert ask(phone, "/play", "answer", answered())["ok"]
    assert rows(studio)[1:3] == [
        ("ContestantJoined", actors.seat(1)),
        ("ContestantJoined", actors.seat(2)),
    ]
    assert rows(studio)[-1] == ("AnswerSubmitted", actors.seat(2))


def test_browser_of_a_host_that_took_a_seat_answers_as_the_seat(studio: Studio) -> None:
    number = studio.join()
    both = {"_user_id": "1", "seats": {studio.id: [number, "nonce"]}}
    phone = studio.connect("/play", both)
    studio.until(studio.host(), "close")
    assert ask(phone, "/play", "answer", answered())["ok"]
    assert rows(studio)[-1] == ("AnswerSubmitted", actors.seat(number))


def test_buzz_is_its_seats_and_the_clock_gives_the_turn(tmp_path: Path) -> None:
    studio = Studio(tmp_path, plan(3, "buzzer"))
    try:
        number = studio.join()
        phone, host = studio.phone(number), studio.host()
        studio.until(host, "close")
        told = buzzer_view(studio.runner.contest)
        assert told is not None
        opens_at = told.opens_at
        buzz = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "opens_at": opens_at}
        assert ask(phone, "/play", "buzz", buzz)["ok"]
        assert rows(studio)[-1] == ("BuzzOpened", actors.seat(number))
        eventually(lambda: rows(studio)[-1] == ("TurnGiven", actors.TIMER))
        assert studio.act(host, "judge_turn", number=number, right=True)["ok"]
        assert rows(studio)[-1] == ("TurnJudged", actors.account(1))
    finally:
        studio.close()


@pytest.mark.usefixtures("two_hosts")
def test_each_console_acts_as_its_own_account(studio: Studio) -> None:
    number = studio.join()
    one = studio.host()
    two = studio.connect("/host", {"_user_id": "9"})
    studio.until(one, "close")
    assert ask(two, "/host", "enter_answer", entered(number))["ok"]
    assert studio.act(two, "pause")["ok"]
    assert studio.act(one, "undo")["ok"]
    assert rows(studio)[-3:] == [
        ("AnswerSubmitted", actors.account(9)),
        ("ClockPaused", actors.account(9)),
        ("Undone", actors.account(1)),
    ]


@pytest.mark.usefixtures("two_hosts")
def test_ids_of_two_accounts_consoles_are_their_own(studio: Studio) -> None:
    studio.join()
    one, two = studio.host(), studio.connect("/host", {"_user_id": "9"})
    first = studio.act(one, "mute", id="the-same-id", muted=True)
    second = studio.act(two, "lock_room", id="the-same-id", locked=True)
    assert (first["ok"], second["ok"]) == (True, True)
    assert (studio.runner.contest.muted, studio.runner.contest.locked) == (True, True)
    again = studio.act(two, "lock_room", id="the-same-id", locked=True)
    assert again == second
    assert studio.act(studio.host(), "mute", id="the-same-id", muted=True) == first


@pytest.mark.parametrize("claim", CLAIMS)
def test_who_did_it_cannot_be_claimed(studio: Studio, claim: dict[str, Any]) -> None:
    number = studio.join()
    phone, host = studio.phone(number), studio.host()
    studio.until(host, "close")
    before = rows(studio)
    refused = {"ok": False, "code": "bad_payload"}
    assert ask(phone, "/play", "answer", answered() | claim) == refused
    buzz = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "opens_at": 1}
    assert ask(phone, "/play", "buzz", buzz | claim) == refused
    assert ask(host, "/host", "enter_answer", entered(number) | claim) == refused
    assert [studio.act(host, act, **claim) for act in ACTS] == [refused] * len(ACTS)
    assert rows(studio) == before


def test_account_named_on_connecting_is_passed_over(studio: Studio) -> None:
    claim = {"contest": studio.id, "actor": "account:9", "_user_id": "9"}
    host = studio.connect("/host", {"_user_id": "1"}, **claim)
    assert studio.act(host, "mute", muted=True)["ok"]
    assert rows(studio)[-1] == ("Muted", actors.account(1))


def test_answer_of_a_phone_is_a_contestants_and_of_a_console_a_marshals(studio: Studio) -> None:
    one, two = studio.join(), studio.join("Bình")
    phone, host = studio.phone(one), studio.host()
    studio.until(host, "close")
    assert ask(phone, "/play", "answer", answered())["ok"]
    assert ask(host, "/host", "enter_answer", entered(two))["ok"]
    given = studio.runner.contest.play.current.answers  # type: ignore[union-attr]
    assert {number: answer.by for number, answer in given.items()} == {
        one: "contestant",
        two: "marshal",
    }


def test_session_ended_while_it_connects_is_refused(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = {Role.NOBODY: actors.Actor("")}
    monkeypatch.setattr(studio.hub.rights, "actors", lambda session, contest_id: nobody)
    assert not studio.connect("/host", {"_user_id": "1"}).is_connected("/host")


def test_projector_by_its_link_needs_no_account(studio: Studio) -> None:
    assert heard(studio.connect("/projector", {"projectors": [studio.id]}), "/projector", "view")
