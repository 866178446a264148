"""A socket server without a network: real rules, real database, sessions set by hand."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask_socketio import SocketIO, SocketIOTestClient

from quiz.clock import SystemClock
from quiz.core.engine.engine import Engine
from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.model import Plan
from quiz.formats import ENGINE
from quiz.live.host import STILL_MS
from quiz.live.hub import Hub
from quiz.live.sockets import open_sockets
from quiz.service.contests.runners import Runners
from quiz.service.machine import RandomIds
from quiz.service.people.grants import Grants
from quiz.service.people.reopening import Reopening
from quiz.service.people.rights import Rights
from quiz.service.people.roles import Role
from quiz.service.people.rows import Account
from quiz.service.way_in import WaysIn
from quiz.store.contests import SqliteContests
from quiz.store.grants import SqliteGrants
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from tests.core.builders import plan
from tests.service.fakes import FakeWayIn

ROLES = {"1": Role.HOST, "2": Role.JUDGE, "3": Role.MARSHAL}
"""By the account that a session names."""


class Signed:
    """Sessions whose token is the account's number."""

    def account(self, token: str, now: int) -> Account | None:
        role = ROLES.get(token)
        return Account(int(token), "", role, has_password=True) if role else None


class SkippingClock(SystemClock):
    """The machine's clock, set forward as often as a test likes."""

    ahead_ms = 0

    def now(self) -> int:
        return super().now() + self.ahead_ms


class Studio:
    """A contest with sockets; phones, consoles and projectors connect by session."""

    def __init__(self, folder: Path, made: Plan, engine: Engine = ENGINE) -> None:
        self.database = open_database(folder)
        self.clock = SkippingClock()
        journal, contests = SqliteJournal(self.database), SqliteContests(self.database)
        self.runners = Runners(engine, contests, journal, clock=self.clock, ids=RandomIds())
        self.id = self.runners.create(made, owner=1)
        self.runner = self.runners.runner(self.id)
        self.grants = Grants(SqliteGrants(self.database), clock=self.clock)
        self.reopening = Reopening(self.runners, clock=self.clock)
        self.ways_in = WaysIn(
            FakeWayIn(), "http://hall.example", lambda: ["http://hall.example", "http://10.0.0.2"]
        )
        self.app = Flask("studio")
        self.app.secret_key = "tests only"
        self.hub: Hub = open_sockets(
            self.app,
            engine,
            self.runners,
            clock=self.clock,
            rights=Rights(self.runners, Signed(), self.grants, clock=self.clock),
            ways_in=self.ways_in,
            reopening=self.reopening,
            async_mode="threading",
        )

    def close(self) -> None:
        self.hub.close()
        self.runners.close()
        self.database.close()

    def connect(self, namespace: str, session: dict[str, Any], **auth: Any) -> SocketIOTestClient:
        sockets: SocketIO = self.app.extensions["socketio"]
        browser = self.app.test_client()
        with browser.session_transaction() as kept:
            kept.update(session)
        return sockets.test_client(
            self.app,
            namespace=namespace,
            auth=auth or {"contest": self.id},
            flask_test_client=browser,
        )

    def join(self, name: str = "An", team: str = "Đỏ") -> int:
        return self.runner.submit(
            c.Join(name, team), uuid4().hex, self.clock.now(), NEWCOMER
        ).number

    def phone(self, number: int) -> SocketIOTestClient:
        client = self.connect("/play", {"seats": {self.id: [number, "nonce"]}})
        heard(client, "/play", "welcome")
        return client

    def host(self) -> SocketIOTestClient:
        client = self.connect("/host", {"_user_id": "1"})
        heard(client, "/host", "view")
        return client

    def projector(self) -> SocketIOTestClient:
        client = self.connect("/projector", {"projectors": [self.id]})
        heard(client, "/projector", "view")
        return client

    def act(self, client: SocketIOTestClient, act: str, **fields: Any) -> dict[str, Any]:
        """The reply to an act, a while after the one before."""
        self.clock.ahead_ms += STILL_MS
        message = {"id": uuid4().hex, "act": act, "based_on": self.runner.contest.acted} | fields
        return ask(client, "/host", "act", message)

    def until(self, client: SocketIOTestClient, step: str) -> None:
        """Press the primary button until it would do this."""
        for _ in range(100):
            if ENGINE.see(self.runner.contest).step == step:
                break
            assert self.act(client, "advance")["ok"]
        asked = self.runner.contest.play.current if self.runner.contest.play else None
        if asked is not None:
            eventually(lambda: self.clock.now() >= asked.opens_at)


def ask(client: SocketIOTestClient, namespace: str, event: str, data: object) -> dict[str, Any]:
    """The acknowledgement of one message."""
    reply = client.emit(event, data, namespace=namespace, callback=True)
    if reply is None:
        later: Any = client
        eventually(lambda: later.acks is not None)
        (reply,), later.acks = later.acks["args"], None
    assert isinstance(reply, dict)
    return reply


def heard(client: SocketIOTestClient, namespace: str, event: str) -> Any:
    """The data of the next such event."""
    found: list[Any] = []

    def look() -> bool:
        found.extend(m["args"][0] for m in client.get_received(namespace) if m["name"] == event)
        return bool(found)

    eventually(look)
    return found[-1]


def eventually(holds: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for what another thread does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = Studio(tmp_path, plan(3))
    yield made
    made.close()
