import sqlite3
from contextlib import closing
from typing import Any
from uuid import uuid4

from flask_socketio import SocketIOTestClient

from quiz.core.nouns.actors import TIMER
from quiz.core.nouns.commands import ReportStop
from tests.live.conftest import Studio, ask, eventually, heard


def events(client: SocketIOTestClient, namespace: str) -> list[str]:
    return [message["name"] for message in client.get_received(namespace)]


def test_phone_receives_nothing_while_others_answer(studio: Studio) -> None:
    quiet = studio.phone(studio.join())
    others = [studio.phone(studio.join(f"Người {n}")) for n in range(20)]
    host = studio.host()
    studio.until(host, "close")
    version = studio.runner.contest.acted
    eventually(lambda: heard(quiet, "/play", "view")["v"] == version)
    host.get_received("/host")
    for phone in others:
        message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [0]}
        assert ask(phone, "/play", "answer", message)["ok"]
    eventually(lambda: heard(host, "/host", "counts")["answered"] == 20)
    assert events(quiet, "/play") == []


def test_views_reach_all_with_the_same_version(studio: Studio) -> None:
    phone, host, hall = studio.phone(studio.join()), studio.host(), studio.projector()
    studio.act(host, "advance")
    version = studio.runner.contest.acted
    views: dict[str, Any] = {
        namespace: heard(client, namespace, "view")
        for client, namespace in ((phone, "/play"), (host, "/host"), (hall, "/projector"))
    }
    assert {view["v"] for view in views.values()} == {version}
    assert views["/host"]["hall"] == views["/projector"]


def test_seat_is_sent_only_to_the_one_it_concerns(studio: Studio) -> None:
    stays, leaves = studio.phone(studio.join()), studio.phone(studio.join("Bình"))
    host = studio.host()
    studio.act(host, "advance")
    studio.act(host, "eliminate", number=2, reason="nhắc bài")
    assert heard(leaves, "/play", "seat")["note"] == "left"
    heard(stays, "/play", "view")
    assert "seat" not in events(stays, "/play")


def test_newcomers_reach_host_and_projector_but_no_phone(studio: Studio) -> None:
    phone, host, hall = studio.phone(studio.join()), studio.host(), studio.projector()
    events(phone, "/play")
    studio.join("Bình", "Vàng")
    eventually(lambda: heard(hall, "/projector", "counts")["joined"] == 2)
    roster = heard(host, "/host", "roster")
    assert [row["name"] for row in roster["rows"]] == ["Bình"]
    assert roster["since"] < roster["v"]
    assert events(phone, "/play") == []


def test_list_of_people_tells_who_is_disqualified_and_who_no_longer(studio: Studio) -> None:
    studio.join()
    host = studio.host()
    for disqualified in (True, False):
        assert studio.act(host, "disqualify", number=1, reason="x", disqualified=disqualified)["ok"]
        rows = heard(host, "/host", "roster")["rows"]
        assert [(row["number"], row["disqualified"]) for row in rows] == [(1, disqualified)]


def test_online_counts_follow_phones(studio: Studio) -> None:
    host = studio.host()
    phone = studio.phone(studio.join())
    eventually(lambda: heard(host, "/host", "counts")["online"] == 1)
    phone.disconnect(namespace="/play")
    eventually(lambda: heard(host, "/host", "counts")["online"] == 0)


def test_console_alone_is_told_of_a_stop_and_what_the_clock_lost(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    studio.until(host, "close")
    eventually(lambda: heard(phone, "/play", "view")["life"] == "clock")
    events(phone, "/play")
    play = studio.runner.contest.play
    assert play is not None
    assert play.current is not None
    since = play.current.opens_at
    command = ReportStop(since, since + 5_000)
    studio.runner.submit(command, uuid4().hex, since + 5_000, TIMER)
    eventually(lambda: bool(heard(host, "/host", "view")["lost"]))
    assert events(phone, "/play") == []
    assert studio.act(host, "give_back_time")["ok"]
    eventually(lambda: heard(host, "/host", "view")["lost"] is None)
    assert heard(phone, "/play", "view")["clock"]["deadline"] > play.current.deadline


def test_phone_of_a_removed_contestant_is_hung_up(studio: Studio) -> None:
    stays, removed = studio.phone(studio.join()), studio.phone(studio.join("Bình"))
    studio.act(studio.host(), "remove_contestant", number=2)
    eventually(lambda: not removed.is_connected("/play"))
    assert stays.is_connected("/play")


def test_console_is_told_while_nothing_can_be_stored(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    with closing(sqlite3.connect(studio.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reply = studio.act(host, "lock_room", locked=True)
        assert reply == {"ok": False, "code": "storage_failed"}
        v = studio.runner.contest.version
        assert heard(host, "/host", "trouble") == {"v": v, "code": "locked"}
        late = studio.connect("/host", {"_user_id": "1"})
        assert heard(late, "/host", "trouble") == {"v": v, "code": "locked"}
        other.execute("ROLLBACK")
    told = heard(host, "/host", "trouble")
    assert (told["code"], told["v"] >= v) == ("", True)
    assert studio.act(host, "lock_room", locked=True)["ok"]
    assert "trouble" not in events(phone, "/play")


def test_console_that_comes_while_something_is_remarked_is_told(studio: Studio) -> None:
    studio.runner.word.remark("put_back")
    v = studio.runner.contest.version
    late = studio.connect("/host", {"_user_id": "1"})
    assert heard(late, "/host", "trouble") == {"v": v, "code": "put_back"}


def test_seat_carries_the_version_and_is_not_sent_again_for_it(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    before = studio.runner.contest.version
    told: list[tuple[str, Any]] = []

    def is_told(event: str) -> bool:
        told.extend((each["name"], each["args"][0]) for each in phone.get_received("/play"))
        return event in [name for name, _ in told]

    assert studio.act(host, "freeze", frozen=True)["ok"]
    eventually(lambda: is_told("view"))
    assert [name for name, _ in told] == ["view"]
    studio.until(host, "settle")
    eventually(lambda: is_told("seat"))
    assert before + 1 < dict(told)["seat"]["v"] <= studio.runner.contest.version


def test_list_of_people_carries_the_version(studio: Studio) -> None:
    studio.join()
    told = heard(studio.connect("/host", {"_user_id": "1"}), "/host", "roster")
    assert (told["v"], [row["name"] for row in told["rows"]]) == (
        studio.runner.contest.version,
        ["An"],
    )


def test_push_of_an_act_is_timed_and_what_the_crowd_does_is_not(studio: Studio) -> None:
    phone, host = studio.phone(studio.join()), studio.host()
    pushes = studio.hub.meter.pushes
    studio.act(host, "advance")
    heard(phone, "/play", "view")
    eventually(lambda: sum(pushes.counts) == 1)
    studio.until(host, "close")
    before, acted = sum(pushes.counts), studio.runner.contest.acted
    message = {"id": uuid4().hex, "pool": "main", "ordinal": 1, "answer": [0]}
    assert ask(phone, "/play", "answer", message)["ok"]
    eventually(lambda: heard(host, "/host", "counts")["answered"] == 1)
    assert studio.runner.contest.acted == acted
    assert sum(pushes.counts) == before
    assert pushes.total > 0
