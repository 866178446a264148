"""Sockets follow what becomes of their contest and of the session that let them in."""

from collections.abc import Callable

import pytest
from flask_socketio import SocketIOTestClient
from socketio.exceptions import ConnectionRefusedError as NotAdmitted

from quiz.core.errors import Rejected
from quiz.core.evidence.nameless import nameless
from quiz.core.standing.ranking import standings
from quiz.live.host import HostNamespace
from quiz.service.people.personal import NAMING
from quiz.service.people.roles import Role
from quiz.store.personal import SqlitePersonalData
from tests.live import conftest
from tests.live.conftest import Studio, ask, eventually, heard

EVERYBODY: dict[str, Callable[[Studio], SocketIOTestClient]] = {
    "/play": lambda studio: studio.phone(1),
    "/host": Studio.host,
    "/projector": Studio.projector,
}


def erase(studio: Studio) -> None:
    with studio.runners.closed(studio.id):
        SqlitePersonalData(studio.database).rewrite(studio.id, NAMING, nameless, studio.clock.now())


@pytest.mark.parametrize("namespace", EVERYBODY)
def test_everybody_is_turned_out_of_a_contest_that_was_closed(
    studio: Studio, namespace: str
) -> None:
    studio.join("Lê An")
    client = EVERYBODY[namespace](studio)
    with studio.runners.closed(studio.id):
        assert client.is_connected(namespace)
    assert not client.is_connected(namespace)


@pytest.mark.parametrize("namespace", EVERYBODY)
def test_who_comes_back_sees_no_name(studio: Studio, namespace: str) -> None:
    studio.join("Lê An")
    EVERYBODY[namespace](studio)
    before = standings(studio.runner.contest)
    erase(studio)
    studio.runner = studio.runners.runner(studio.id)
    client = EVERYBODY[namespace](studio)
    assert ask(client, namespace, "resync", {})["ok"]
    frames: list[object] = []

    def came() -> bool:
        frames.extend(client.get_received(namespace))
        return "view" in str(frames) or "welcome" in str(frames)

    eventually(came)
    assert "Lê An" not in str(frames)
    assert standings(studio.runner.contest) == before


def test_console_that_came_back_hears_of_what_happens(studio: Studio) -> None:
    studio.join("Lê An")
    studio.host()
    erase(studio)
    studio.runner = studio.runners.runner(studio.id)
    console = studio.connect("/host", {"_user_id": "1"})
    roster = heard(console, "/host", "roster")
    assert [row["name"] for row in roster["rows"]] == ["Thí sinh 1"]
    assert studio.act(console, "lock_room", locked=True)["ok"]
    assert heard(console, "/host", "view")["locked"] is True


def test_newcomer_whose_runner_was_closed_meanwhile_tries_again(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.join("Lê An")
    stale = studio.runner
    erase(studio)
    runners = iter([stale, studio.runners.runner(studio.id)])
    with monkeypatch.context() as patch:
        patch.setattr(studio.hub, "runner", lambda _: next(runners))
        client = studio.connect("/host", {"_user_id": "1"})
    assert not client.is_connected("/host")
    assert studio.host().is_connected("/host")


def test_other_contests_stay_as_they_are(studio: Studio) -> None:
    console = studio.host()
    with studio.runners.closed("another"):
        pass
    assert console.is_connected("/host")


def test_review_turns_out_who_would_not_be_let_in(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.join("Lê An")
    inside = {namespace: come(studio) for namespace, come in EVERYBODY.items()}
    by_account = studio.connect("/projector", {"_user_id": "1"})
    studio.hub.review()
    everybody = [client.is_connected(namespace) for namespace, client in inside.items()]
    assert everybody == [True, True, True]
    assert by_account.is_connected("/projector")
    monkeypatch.setitem(conftest.ROLES, "1", Role.JUDGE)
    studio.hub.review()
    left = [namespace for namespace, client in inside.items() if client.is_connected(namespace)]
    assert left == ["/play", "/projector"]
    assert not by_account.is_connected("/projector")


def test_phones_are_told_how_to_come_back_before_they_are_cut_off(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Lê An", "Hà Bình"):
        studio.join(name)
    studio.phone(1)
    studio.host()
    server = studio.hub.server
    emit, disconnect, done = server.emit, server.disconnect, list[tuple[object, ...]]()

    def emitting(event: str, data: object, *, to: str, namespace: str) -> None:
        done.append((event, data, to, namespace))
        emit(event, data, to=to, namespace=namespace)

    def disconnecting(sid: str, namespace: str) -> None:
        done.append(("cut off", namespace))
        disconnect(sid, namespace=namespace)

    monkeypatch.setattr(server, "emit", emitting)
    monkeypatch.setattr(server, "disconnect", disconnecting)
    with studio.runners.closed(studio.id):
        pass
    told = ("come_back", {"back_within_ms": 2}, studio.id, "/play")
    assert done == [told, ("cut off", "/play"), ("cut off", "/host")]


def test_phones_are_told_how_to_come_back_before_a_planned_stop(studio: Studio) -> None:
    studio.join("Lê An")
    phone = studio.phone(1)
    studio.hub.close()
    assert heard(phone, "/play", "come_back") == {"back_within_ms": 1}


def test_review_that_cannot_read_rights_turns_nobody_out_and_looks_at_all(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = studio.host(), studio.host()
    asked: list[object] = []

    def unreadable(*session: object) -> dict[object, object]:
        asked.append(session)
        raise Rejected("storage_failed")

    monkeypatch.setattr(studio.hub.rights, "actors", unreadable)
    studio.hub.review()
    assert [client.is_connected("/host") for client in (first, second)] == [True, True]
    assert len(asked) == 2


def test_socket_whose_rights_cannot_be_read_is_refused_with_the_reason(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (namespace,) = (each for each in studio.hub.namespaces if isinstance(each, HostNamespace))
    lent = {"grants": [[studio.id, 1, "secret"]]}
    monkeypatch.setattr(studio.hub, "session_of", lambda environ: lent)
    studio.database.close()
    with pytest.raises(NotAdmitted) as refused:
        namespace.trigger_event("connect", "sid", {}, {"contest": studio.id})
    assert refused.value.error_args == {"message": "storage_failed"}
    assert caplog.records == []
