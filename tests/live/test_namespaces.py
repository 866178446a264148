import dataclasses
import logging
from typing import Any
from uuid import uuid4

import pytest

from quiz.core.views.seeing import current
from quiz.live.phone import PhoneNamespace
from quiz.service.way_in import WayIn
from tests.live.conftest import Studio, ask, eventually, heard


def answer(client: Any, **fields: Any) -> dict[str, Any]:
    message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [0]} | fields
    return ask(client, "/play", "answer", message)


@pytest.mark.parametrize(
    ("namespace", "session"),
    [
        ("/play", {}),
        ("/play", {"_user_id": "1"}),
        ("/play", {"seats": {"other": [1, "n"]}}),
        ("/host", {}),
        ("/host", {"_user_id": "2"}),
        ("/host", {"projectors": ["it"]}),
        ("/projector", {}),
        ("/projector", {"projectors": ["other"]}),
    ],
)
def test_connect_without_the_right_session(
    studio: Studio, namespace: str, session: dict[str, Any]
) -> None:
    studio.join()
    assert not studio.connect(namespace, session).is_connected(namespace)


@pytest.mark.parametrize("auth", [{"contest": "nothing"}, {"contest": 5}, {"other": "x"}])
def test_connect_to_no_contest(studio: Studio, auth: dict[str, Any]) -> None:
    client = studio.connect("/host", {"_user_id": "1"}, **auth)
    assert not client.is_connected("/host")


def test_seat_of_a_removed_contestant_is_refused(studio: Studio) -> None:
    number = studio.join()
    studio.act(studio.host(), "remove_contestant", number=number)
    client = studio.connect("/play", {"seats": {studio.id: [number, "nonce"]}})
    assert not client.is_connected("/play")


def test_answer_is_acknowledged_with_the_servers_time(studio: Studio) -> None:
    number = studio.join()
    phone, host = studio.phone(number), studio.host()
    studio.until(host, "close")
    before = studio.clock.now()
    reply = answer(phone)
    given = studio.runner.contest.play.current.answers.get(number)  # type: ignore[union-attr]
    assert given is not None
    assert reply == {"ok": True, "v": studio.runner.contest.version, "at": given.at}
    assert before <= given.at <= studio.clock.now()


def test_answer_sent_again_gets_the_first_receipt(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    studio.until(host, "close")
    first = answer(phone, id="the-same-id")
    version = studio.runner.contest.version
    assert answer(phone, id="the-same-id") == first
    assert studio.runner.contest.version == version


def test_phones_may_use_the_same_id(studio: Studio) -> None:
    one, two = studio.phone(studio.join()), studio.phone(studio.join("Bình"))
    studio.until(studio.host(), "close")
    assert [answer(phone, id="the-same-id")["ok"] for phone in (one, two)] == [True, True]
    assert len(studio.runner.contest.play.current.answers) == 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "short"},
        {"pool": "secret"},
        {"ordinal": "1"},
        {"answer": {"a": 1}},
        {"answer": [0.5]},
        {"number": 2},
    ],
)
def test_answer_in_another_shape_is_refused(studio: Studio, fields: dict[str, Any]) -> None:
    phone = studio.phone(studio.join())
    studio.until(studio.host(), "close")
    assert answer(phone, **fields) == {"ok": False, "code": "bad_payload"}
    assert len(studio.runner.contest.play.current.answers) == 0  # type: ignore[union-attr]


@pytest.mark.parametrize("data", [None, "text", 5, [1, 2], {}])
def test_any_payload_gets_a_code(studio: Studio, data: Any) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    codes = [
        ask(phone, "/play", "answer", data)["code"],
        ask(host, "/host", "act", data)["code"],
        ask(host, "/host", "enter_answer", data)["code"],
    ]
    assert codes == ["bad_payload", "bad_payload", "bad_payload"]


def test_unknown_events_get_a_code(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    unknown = {"ok": False, "code": "unknown_event"}
    assert ask(phone, "/play", "act", {}) == unknown
    assert ask(phone, "/play", "on_connect", {}) == unknown
    assert studio.act(host, "submit_answer") == unknown
    assert studio.act(host, "create_contest") == unknown


def test_act_with_a_field_of_another_is_refused(studio: Studio) -> None:
    assert studio.act(studio.host(), "advance", number=1)["code"] == "bad_payload"


def test_stale_console_learns_why_and_nothing_happens_twice(studio: Studio) -> None:
    studio.join()
    one, two = studio.host(), studio.host()
    acted = studio.runner.contest.acted
    assert studio.act(one, "advance", based_on=acted)["ok"]
    assert studio.act(two, "advance", based_on=acted) == {"ok": False, "code": "stale"}
    assert len(studio.runner.contest.plays) == 1
    assert heard(two, "/host", "view")["acted"] == studio.runner.contest.acted


def test_act_sent_again_gets_the_first_receipt(studio: Studio) -> None:
    studio.join()
    host = studio.host()
    acted = studio.runner.contest.acted
    first = studio.act(host, "advance", id="pressed-once", based_on=acted)
    assert studio.act(host, "advance", id="pressed-once", based_on=acted) == first
    assert studio.runner.contest.acted == first["v"]


def test_marshal_enters_a_raised_board(studio: Studio) -> None:
    number, host = studio.join(), studio.host()
    studio.until(host, "close")
    message = {
        "id": uuid4().hex,
        "number": number,
        "pool": "main",
        "ordinal": 1,
        "answer": [1],
    }
    assert ask(host, "/host", "enter_answer", message)["ok"]
    given = studio.runner.contest.play.current.answers.get(number)  # type: ignore[union-attr]
    assert given is not None
    assert (given.by, given.answer) == ("marshal", (1,))


def test_second_phone_takes_the_seat_over(studio: Studio) -> None:
    number = studio.join()
    first = studio.phone(number)
    second = studio.phone(number)
    eventually(lambda: not first.is_connected("/play"))
    assert second.is_connected("/play")


def test_reconnect_brings_the_same_question_and_answer(studio: Studio) -> None:
    number, host = studio.join(), studio.host()
    phone = studio.phone(number)
    studio.until(host, "close")
    at = answer(phone, answer=[2])["at"]
    phone.disconnect(namespace="/play")
    again = studio.connect("/play", {"seats": {studio.id: [number, "nonce"]}})
    welcome = heard(again, "/play", "welcome")
    asked = studio.runner.contest.play.current  # type: ignore[union-attr]
    assert asked is not None
    assert welcome["answer"] == {"answer": [2], "at": at}
    assert welcome["view"]["question"]["text"] == asked.question.text
    assert welcome["view"]["clock"]["deadline"] == asked.deadline


def test_clock_sample_is_the_servers_time(studio: Studio) -> None:
    phone = studio.phone(studio.join())
    before = studio.clock.now()
    reply = ask(phone, "/play", "clock", {})
    assert before <= reply["now"] <= studio.clock.now()


def test_too_many_messages_are_slowed_down(studio: Studio) -> None:
    phone = studio.phone(studio.join())
    replies = [ask(phone, "/play", "clock", {}) for _ in range(200)]
    assert replies[0]["ok"]
    assert replies[-1] == {"ok": False, "code": "slow_down"}


def test_host_and_projector_learn_the_place(studio: Studio) -> None:
    pin = studio.runners.listing()[0].pin
    place = {
        "pin": pin,
        "join_url": f"http://hall.example/j/{pin}",
        "qr": f"/qr/{studio.id}.svg?at=http%3A%2F%2Fhall.example",
        "wifi": "",
        "wifi_password": "",
    }
    host = studio.connect("/host", {"_user_id": "1"})
    assert heard(host, "/host", "place") == place
    hall = studio.connect("/projector", {"projectors": [studio.id]})
    assert heard(hall, "/projector", "place") == place


def test_mistake_of_the_server_is_told_and_logged_and_the_socket_stays(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    phone = studio.phone(studio.join())
    studio.until(studio.host(), "close")
    monkeypatch.setattr("quiz.service.contests.running.runner.Runner.hand_in", None)
    assert answer(phone) == {"ok": False, "code": "failed"}
    assert ask(phone, "/play", "clock", {})["ok"]
    assert "An event answer was not carried out" in caplog.text


@pytest.mark.parametrize("event", ["clock", "resync"])
@pytest.mark.parametrize("data", [{"id": "12345678"}, [], "x", 5])
def test_message_that_says_it_all_by_its_name_has_nothing_in_it(
    studio: Studio, event: str, data: object
) -> None:
    phone = studio.phone(studio.join())
    assert ask(phone, "/play", event, data) == {"ok": False, "code": "bad_payload"}
    assert ask(phone, "/play", event, {})["ok"]


def test_mistake_of_ours_is_answered_and_logged(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    phone = studio.phone(studio.join())

    def mistaken(data: object) -> None:
        raise KeyError("ours")

    heard = PhoneNamespace.hears
    monkeypatch.setitem(heard, "clock", dataclasses.replace(heard["clock"], read=mistaken))
    assert ask(phone, "/play", "clock", {}) == {"ok": False, "code": "failed"}
    monkeypatch.undo()
    assert [record.exc_info is not None for record in caplog.records] == [True]
    assert ask(phone, "/play", "clock", {})["ok"]


def test_refusals_of_messages_and_connections_are_counted_by_code(studio: Studio) -> None:
    number = studio.join()
    phone = studio.phone(number)
    answer(phone, extra=1)
    ask(phone, "/play", "act", {})
    ask(phone, "/play", "clock", {})
    studio.connect("/play", {})
    studio.connect("/host", {"projectors": [studio.id]})
    studio.connect("/host", {}, contest="nothing")
    assert studio.hub.meter.refused == {
        "bad_payload": 1,
        "unknown_event": 1,
        "no_seat": 1,
        "not_allowed": 1,
        "no_such_contest": 1,
    }


def test_refusal_of_the_rules_is_counted_once(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    studio.act(host, "lock_room", locked=True)
    assert studio.act(host, "lock_room", locked=True, based_on=0)["code"] == "stale"
    assert answer(phone)["code"] == "too_late"
    assert studio.hub.meter.refused == {"stale": 1, "too_late": 1}


def test_socket_that_sends_too_much_is_back_pressure_in_the_log_once(
    studio: Studio, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    phone = studio.phone(studio.join())
    refused = sum(not ask(phone, "/play", "clock", {})["ok"] for _ in range(200))
    assert [(one.getMessage(), vars(one)["contest"]) for one in caplog.records] == [
        ("back-pressure: a socket of role contestant sends more than its budget", studio.id)
    ]
    assert studio.hub.meter.refused == {"slow_down": refused}


def test_sockets_are_counted_by_role_as_they_come_and_go(studio: Studio) -> None:
    phones = [studio.phone(studio.join(name)) for name in ("An", "Bình")]
    studio.host()
    here = {"contestant": 2, "host": 1, "cohost": 0, "prompter": 0, "projector": 0}
    assert studio.hub.roles() == here
    phones[0].disconnect(namespace="/play")
    assert studio.hub.roles() == here | {"contestant": 1}


def test_id_sent_again_with_another_answer_is_no_receipt(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    studio.until(host, "close")
    asked = current(studio.runner.contest)
    assert asked is not None
    first = answer(phone, id="the-same-id", asked=asked.id)
    assert answer(phone, id="the-same-id", asked=asked.id) == first
    assert answer(phone, id="the-same-id", asked=asked.id, answer=[1])["ok"]
    now = current(studio.runner.contest)
    assert [given.answer for given in now.answers.values()] == [(1,)]  # type: ignore[union-attr]
    other = answer(phone, id="the-same-id", asked=asked.id + 1, answer=[1])
    assert other == {"ok": False, "code": "too_late"}


def test_another_way_in_reaches_consoles_and_screens_at_once(studio: Studio) -> None:
    host, hall = studio.host(), studio.projector()
    studio.ways_in.choose(WayIn("http://10.0.0.2", "Hội trường", "12345678"))
    pin = studio.runners.pin(studio.id)
    for client, namespace in ((host, "/host"), (hall, "/projector")):
        place = heard(client, namespace, "place")
        assert (place["join_url"], place["wifi"]) == (f"http://10.0.0.2/j/{pin}", "Hội trường")
