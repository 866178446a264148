"""Sockets of people who were given a role for the evening."""

from dataclasses import fields
from typing import Any

import pytest
from flask_socketio import SocketIOTestClient

from quiz.core.nouns.console_shapes import PrompterView
from quiz.service.people.roles import Role
from tests.live.conftest import Studio, ask, eventually, heard

WITHOUT_ID = {"act": "advance", "based_on": 0}


def session(studio: Studio, *roles: Role) -> dict[str, Any]:
    held = []
    for role in roles:
        grant, token = studio.grants.make(studio.id, role, "Cô Hà", 1)
        taken_up = studio.grants.take_up(token)
        assert taken_up is not None
        held.append([studio.id, grant.id, taken_up.secret])
    return {"grants": held}


def come(studio: Studio, role: Role, namespace: str = "/host") -> SocketIOTestClient:
    client = studio.connect(namespace, session(studio, role))
    heard(client, namespace, "view")
    return client


def view_at(client: SocketIOTestClient, step: str, until: str = "view") -> dict[str, Any]:
    """What a prompter was told when the contest came to this step; never the list of people."""
    names: list[str] = []
    views: list[dict[str, Any]] = []

    def look() -> bool:
        came = client.get_received("/host")
        names.extend(each["name"] for each in came)
        views.extend(each["args"][0] for each in came if each["name"] == "view")
        return until in names and bool(views) and views[-1]["step"] == step

    eventually(look)
    assert set(names) <= {"place", "view", "counts"}
    return views[-1]


def test_cohost_acts_and_is_named_by_the_grant(studio: Studio) -> None:
    cohost = come(studio, Role.COHOST)
    assert studio.act(cohost, "lock_room", locked=True)["ok"]
    assert studio.hub.actors(studio.id) == {"grant:1"}


def test_actor_is_told_from_the_session(studio: Studio) -> None:
    number = studio.join()
    studio.phone(number)
    studio.host()
    studio.projector()
    come(studio, Role.PROMPTER)
    namespaces: list[Any] = list(studio.hub.namespaces)
    visitors = [visitor for each in namespaces for visitor in each._visitors.values()]
    named = sorted((visitor.role.value, visitor.actor) for visitor in visitors)
    assert named == [
        ("contestant", f"seat:{number}"),
        ("host", "account:1"),
        ("projector", ""),
        ("prompter", "grant:1"),
    ]


def test_account_counts_before_a_grant(studio: Studio) -> None:
    studio.connect("/host", {"_user_id": "1"} | session(studio, Role.COHOST, Role.PROMPTER))
    assert studio.hub.actors(studio.id) == {"account:1"}


def test_who_is_connected_is_told_by_contest(studio: Studio) -> None:
    client = come(studio, Role.PROJECTOR, "/projector")
    assert (studio.hub.actors(studio.id), studio.hub.actors("another")) == (
        {"grant:1"},
        frozenset(),
    )
    client.disconnect("/projector")
    eventually(lambda: studio.hub.actors(studio.id) == frozenset())


def test_prompter_acts_in_nothing(studio: Studio) -> None:
    studio.join()
    prompter = come(studio, Role.PROMPTER)
    before = studio.runner.contest.version
    for event in ("act", "enter_answer"):
        assert ask(prompter, "/host", event, WITHOUT_ID) == {"ok": False, "code": "not_allowed"}
    assert studio.runner.contest.version == before
    assert ask(prompter, "/host", "clock", {})["ok"]


def test_prompter_is_told_the_key_once_nobody_can_answer(studio: Studio) -> None:
    studio.join()
    prompter, host = come(studio, Role.PROMPTER), studio.host()
    seen = []
    for step in ("show", "close", "reveal"):
        studio.until(host, step)
        view = view_at(prompter, step)
        assert list(view) == [field.name for field in fields(PrompterView)]
        seen.append((view["draft"] is not None, view["key"] is not None))
    assert seen == [(True, False), (True, False), (True, True)]


def test_prompter_who_comes_in_late_is_told_no_more(studio: Studio) -> None:
    studio.join()
    host = studio.host()
    studio.until(host, "close")
    client = studio.connect("/host", session(studio, Role.PROMPTER))
    told = view_at(client, "close", until="counts")
    assert told["key"] is None


@pytest.mark.parametrize("role", [Role.COHOST, Role.PROMPTER])
def test_role_taken_back_while_its_holder_comes_in_is_refused(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    """The review looked at everybody just before this socket was among them."""
    kept = session(studio, role)
    enter = studio.hub.server.enter_room

    def revoked_meanwhile(sid: str, room: str, *, namespace: str) -> None:
        studio.grants.revoke(studio.id, 1)
        enter(sid, room, namespace=namespace)

    monkeypatch.setattr(studio.hub.server, "enter_room", revoked_meanwhile)
    assert not studio.connect("/host", kept).is_connected("/host")
