"""What the end-to-end tests share: a server on a fresh data folder, and the ways into it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from quiz.cli.demo_contest import Staged, stage
from quiz.core.nouns.model import Plan
from tests.e2e.host import Host, signed_in
from tests.e2e.robots import Robots
from tests.e2e.server import ServerProcess


@dataclass
class Hall:
    """A served contest and the ways into it; everything opened here is closed by the fixture."""

    server: ServerProcess
    staged: Staged
    cookie: str
    closing: ExitStack

    def host(self) -> Host:
        """One more console of the same host."""
        host = Host(self.server.url, self.staged.contest, self.cookie)
        self.closing.callback(host.close)
        return host

    def robots(self, count: int) -> Robots:
        """So many robot phones."""
        robots = Robots(self.server.url, self.staged.pin, count)
        self.closing.callback(robots.end)
        return robots


Serve = Callable[..., Hall]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serve a contest: `serve(plan, driver)`."""
    with ExitStack() as closing:

        def serve(plan: Plan, driver: str = "eventlet") -> Hall:
            staged = stage(tmp_path, plan)
            server = ServerProcess(tmp_path, driver)
            closing.callback(server.stop)
            server.start()
            cookie = signed_in(f"{server.url}/host/enter/{staged.token}")
            return Hall(server, staged, cookie, closing)

        yield serve
