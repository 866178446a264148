"""A seat opened on another device: the phone before it is hung up, and told where its seat went."""

import threading
from typing import Any
from uuid import uuid4

import pytest
from flask_socketio import SocketIOTestClient

from quiz.live.phone import PhoneNamespace
from quiz.service.people.roles import Role
from tests.live.conftest import Studio, ask, eventually, heard
from tests.live.test_granted import come


def said(studio: Studio, client: SocketIOTestClient, event: str, number: int) -> dict[str, Any]:
    return ask(client, "/host", event, {"id": uuid4().hex, "number": number})


def seat(studio: Studio, number: int, secret: str) -> SocketIOTestClient:
    return studio.connect("/play", {"seats": {studio.id: [number, secret]}})


def opened(studio: Studio, number: int, secret: str, by: str = "account:1") -> None:
    code = studio.reopening.make(studio.id, number, by)  # type: ignore[arg-type]
    assert studio.reopening.open(code.token, secret, studio.clock.now()) == code


def test_code_is_for_a_phone_at_the_servers_address_and_waits(studio: Studio) -> None:
    number, host = studio.join(), studio.host()
    made = said(studio, host, "reopen_seat", number)
    code = studio.reopening.by_digits(made["digits"])
    assert code is not None
    assert made == {
        "ok": True,
        "link": f"http://hall.example/seat/{code.token}",
        "qr": f"/seat/{code.token}.svg",
        "digits": code.digits,
        "expires_at": code.expires_at,
    }
    assert (code.seat, code.actor) == ((studio.id, number), "account:1")
    assert said(studio, host, "seat_code", number) == {"ok": True, "state": "waiting"}
    assert said(studio, host, "close_seat", number) == {"ok": True}
    assert said(studio, host, "seat_code", number) == {"ok": True, "state": "over"}


def test_cohost_hands_seats_out_and_is_named(studio: Studio) -> None:
    number, cohost = studio.join(), come(studio, Role.COHOST)
    code = studio.reopening.by_digits(said(studio, cohost, "reopen_seat", number)["digits"])
    assert code is not None
    assert code.actor == "grant:1"


def test_seat_that_nobody_has_gets_no_code(studio: Studio) -> None:
    refused = said(studio, studio.host(), "reopen_seat", 9)
    assert refused == {"ok": False, "code": "no_such_contestant"}


def test_phone_before_is_hung_up_at_once_and_told_where_its_seat_went(studio: Studio) -> None:
    others, number = studio.phone(studio.join("Bình")), studio.join()
    before = seat(studio, number, "cũ")
    heard(before, "/play", "welcome")
    opened(studio, number, "mới")
    eventually(lambda: not before.is_connected("/play"))
    assert others.is_connected("/play")
    again = seat(studio, number, "cũ")
    assert not again.is_connected("/play")
    assert studio.hub.meter.refused == {"seat_moved": 1}


def test_new_phone_sees_the_answer_recorded_in_the_middle_of_a_question(studio: Studio) -> None:
    number = studio.join()
    before, host = seat(studio, number, "cũ"), studio.host()
    heard(before, "/play", "welcome")
    studio.until(host, "close")
    message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [2]}
    assert ask(before, "/play", "answer", message)["ok"]
    opened(studio, number, "mới")
    after = seat(studio, number, "mới")
    told = heard(after, "/play", "welcome")
    assert (told["seat"]["number"], told["answer"]["answer"]) == (number, [2])
    message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [3]}
    assert ask(after, "/play", "answer", message)["ok"]
    asked = studio.runner.contest.play.current  # type: ignore[union-attr]
    assert asked is not None
    given = asked.answers.get(number)
    assert given is not None
    assert given.answer == (3,)


def test_hosts_next_press_is_not_stale_for_a_seat_that_was_opened(studio: Studio) -> None:
    number, host = studio.join(), studio.host()
    acted = studio.runner.contest.acted
    opened(studio, number, "mới")
    assert studio.act(host, "lock_room", locked=True, based_on=acted)["ok"]


def test_phone_that_comes_in_while_its_seat_is_opened_elsewhere_is_sent_away(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its session held the seat when it connected, and no more when it was to be seated."""
    number = studio.join()
    studio.host()
    show, connected = PhoneNamespace._show, threading.Event()

    def opened_meanwhile(namespace: PhoneNamespace, visitor: Any) -> None:
        if visitor.secret == "cũ":
            # Threads take no turns as the server's own tasks do: it is connected first there.
            assert connected.wait(10)
            opened(studio, number, "mới")
        show(namespace, visitor)

    monkeypatch.setattr(PhoneNamespace, "_show", opened_meanwhile)
    late = seat(studio, number, "cũ")
    connected.set()
    eventually(lambda: not late.is_connected("/play"))
    new = seat(studio, number, "mới")
    heard(new, "/play", "welcome")
    assert new.is_connected("/play")


def test_prompter_gets_no_code(studio: Studio) -> None:
    number, prompter = studio.join(), come(studio, Role.PROMPTER)
    for event in ("reopen_seat", "close_seat", "seat_code", "remove_unseen"):
        refused = said(studio, prompter, event, number)
        assert refused == {"ok": False, "code": "not_allowed"}
