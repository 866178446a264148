"""A whole server in this process, and sessions of every role in one contest."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from flask_socketio import SocketIO
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from quiz.app import App, create_app
from quiz.config import Config
from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.commands import Join
from quiz.core.nouns.model import Plan
from quiz.service.contests.running.runner import Runner
from quiz.service.people.grants import OFFERED
from quiz.service.people.roles import Role
from tests.core.builders import plan

COOKIE = "rung_chuong_vang"
ELSEWHERE = "192.168.1.50"
"""The address of a browser on another machine."""
ACCOUNTS = (Role.HOST, Role.JUDGE, Role.MARSHAL)


def arguments(rule: Rule, text: str) -> dict[str, str]:
    """A value for each argument of a page's address: this text wherever it may stand."""
    values = dict.fromkeys(rule.arguments, text)
    for name, converter in rule._converters.items():
        if isinstance(converter, IntegerConverter):
            values[name] = "1"
        elif isinstance(converter, AnyConverter):
            values[name] = min(converter.items)
    return values


class Venue:
    """One server with one contest, in which one person sits."""

    def __init__(self, folder: Path, made: Plan) -> None:
        self.app: App = create_app(Config(data=folder, secret="tests only"), "threading")
        now = self.app.clock.now()
        self.accounts = {
            role: self.app.accounts.create(f"{role} ở đây", role, now) for role in ACCOUNTS
        }
        self.id = self.app.runners.create(made, owner=self.accounts[Role.HOST].id)
        self.pin = next(row.pin for row in self.app.runners.listing() if row.id == self.id)
        self.number = self.runner.submit(Join("An", "Đỏ"), uuid4().hex, now, NEWCOMER).number

    @property
    def runner(self) -> Runner:
        return self.app.runners.runner(self.id)

    def session(self, role: Role) -> dict[str, Any]:
        """What the session of this role holds, and nothing else."""
        if role in self.accounts:
            now = self.app.clock.now()
            token = self.app.sessions.start(self.accounts[role].id, now)
            return {"_user_id": token, "_fresh": True}
        if role in OFFERED and role is not Role.PROJECTOR:
            return self.granted(role)
        kept: Mapping[Role, dict[str, Any]] = {
            Role.NOBODY: {},
            Role.CONTESTANT: {"seats": {self.id: [self.number, "nonce"]}},
            Role.PROJECTOR: {"projectors": [self.id]},
        }
        return kept[role]

    def granted(self, role: Role) -> dict[str, Any]:
        """What the session of somebody holds who took up this role, and nothing else."""
        grant, token = self.app.grants.make(self.id, role, "Hà", self.accounts[Role.HOST].id)
        held = self.app.grants.take_up(token)
        assert held is not None
        return {"grants": [[self.id, grant.id, held.secret]]}

    def signed(self, session: Mapping[str, Any]) -> str:
        """The cookie that the server would give."""
        serializer = self.app.flask.session_interface.get_signing_serializer(  # type: ignore[attr-defined]
            self.app.flask
        )
        cookie: str = serializer.dumps(dict(session))
        return cookie

    def browser(self, cookie: str = "", peer: str = ELSEWHERE) -> FlaskClient:
        browser = self.app.flask.test_client()
        browser.environ_base["REMOTE_ADDR"] = peer
        if cookie:
            browser.set_cookie(COOKIE, cookie)
        return browser

    def socket(self, namespace: str, cookie: str = "") -> Any:
        """A client in this process; typed loosely, for tests look into it."""
        sockets: SocketIO = self.app.flask.extensions["socketio"]
        return sockets.test_client(
            self.app.flask,
            namespace=namespace,
            auth={"contest": self.id},
            flask_test_client=self.browser(cookie),
        )


@pytest.fixture
def venue(tmp_path: Path) -> Iterator[Venue]:
    made = Venue(tmp_path, plan(3))
    yield made
    made.app.close()
