"""A program joins thousands of times: the host sees it and ends it in two presses, unnoticed."""

from typing import Any
from uuid import uuid4

from flask_socketio import SocketIOTestClient

from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import NEWCOMER
from quiz.live.attending.presence import STEADY_MS
from tests.live.conftest import Studio, ask, eventually, heard

HALL, STRANGERS = 20, 2_000


def flooded(studio: Studio) -> None:
    """So many names from a script, none of which ever opens a socket."""
    told: list[Any] = []
    for number in range(STRANGERS):
        command = c.Join(f"Kẻ phá {number}", "Đỏ", f"script {number}")
        studio.runner.hand_in(command, f"join:{number}", studio.clock.now(), NEWCOMER, told.append)
    eventually(lambda: len(told) == STRANGERS)


def later(studio: Studio, ms: int) -> None:
    studio.clock.ahead_ms += ms
    studio.hub.publisher(studio.runner).touch()


def last(client: SocketIOTestClient, namespace: str, event: str) -> list[Any]:
    return [m["args"][0] for m in client.get_received(namespace) if m["name"] == event]


def test_flood_is_told_and_ended_in_two_presses_that_those_in_do_not_notice(
    studio: Studio,
) -> None:
    phones = [studio.phone(studio.join(f"Người {n}")) for n in range(HALL)]
    host, hall = studio.host(), studio.projector()
    for phone in phones:
        phone.get_received("/play")
    later(studio, 1_000)
    flooded(studio)
    later(studio, STEADY_MS + 2 * (HALL + STRANGERS))
    flood: list[Any] = []
    told = {"first": HALL + 1, "people": STRANGERS, "unseen": STRANGERS, "before": HALL}

    def is_noticed() -> bool:
        later(studio, 1_000)
        flood.extend(last(host, "/host", "flood"))
        return bool(flood) and flood[-1] == told

    eventually(is_noticed)

    assert studio.act(host, "lock_room", locked=True)["ok"]
    message = {
        "id": uuid4().hex,
        "based_on": studio.runner.contest.acted,
        "first": flood[-1]["first"],
    }
    assert ask(host, "/host", "remove_unseen", message)["ok"]
    contest = studio.runner.contest
    assert (contest.locked, list(contest.contestants)) == (True, list(range(1, HALL + 1)))
    counts: list[Any] = []

    def is_emptied() -> bool:
        later(studio, 1_000)
        counts.extend(last(hall, "/projector", "counts"))
        flood.extend(last(host, "/host", "flood"))
        return bool(counts) and counts[-1]["joined"] == HALL and not flood[-1]["people"]

    eventually(is_emptied)
    assert counts[-1]["latest"] == [f"Người {n}" for n in range(HALL - 12, HALL)]
    assert [phone.get_received("/play") for phone in phones] == [[]] * HALL


def test_flood_during_a_question_leaves_answers_and_phones_alone(studio: Studio) -> None:
    phones = [studio.phone(studio.join(f"Người {n}")) for n in range(HALL)]
    host = studio.host()
    studio.until(host, "close")
    for phone in phones:
        heard(phone, "/play", "view")
    flooded(studio)
    for number, phone in enumerate(phones, start=1):
        message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [number % 4]}
        assert ask(phone, "/play", "answer", message)["ok"]
        phone.get_received("/play")
    later(studio, 0)
    assert studio.act(host, "remove_joined", first=HALL + 1)["ok"]
    eventually(lambda: heard(host, "/host", "view")["v"] == studio.runner.contest.version)
    contest = studio.runner.contest
    asked = contest.play.current  # type: ignore[union-attr]
    assert asked is not None
    assert {n: given.answer for n, given in asked.answers.items()} == {
        n: (n % 4,) for n in range(1, HALL + 1)
    }
    assert len(contest.contestants) == HALL
    assert [phone.get_received("/play") for phone in phones] == [[]] * HALL


def test_nobody_is_taken_out_where_all_have_had_a_phone(studio: Studio) -> None:
    studio.phone(studio.join())
    host = studio.host()
    message = {"id": uuid4().hex, "based_on": studio.runner.contest.acted, "first": 1}
    refused = ask(host, "/host", "remove_unseen", message)
    assert refused == {"ok": False, "code": "no_such_contestant"}
    assert len(studio.runner.contest.contestants) == 1


def test_consoles_hear_who_is_away_and_who_came_back_and_prompters_do_not(
    studio: Studio,
) -> None:
    stays, leaves = studio.join(), studio.join("Bình")
    studio.phone(stays)
    phone, host = studio.phone(leaves), studio.host()
    told: list[Any] = []

    def is_told(expected: dict[str, Any]) -> bool:
        later(studio, 1_000)
        told.extend(last(host, "/host", "presence"))
        return bool(told) and told[-1] == expected

    phone.disconnect("/play")
    eventually(lambda: is_told({"whole": False, "away": [leaves], "back": []}))
    late = studio.connect("/host", {"_user_id": "1"})
    assert heard(late, "/host", "presence") == {"whole": True, "away": [leaves], "back": []}
    studio.phone(leaves)
    eventually(lambda: is_told({"whole": False, "away": [], "back": [leaves]}))
    assert len(told) == 2
