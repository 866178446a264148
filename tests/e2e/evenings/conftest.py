"""A server as it is on the first evening: nothing in its data folder, the clock of Hanoi."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from quiz.cli.demo_contest import Staged
from tests.e2e.conftest import Hall
from tests.e2e.server import ServerProcess

NOTHING = Staged("", "", "")


@pytest.fixture(autouse=True)
def hanoi(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers that are started now have the time of day that the pages have."""
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")


@pytest.fixture
def first_evening(hanoi: None, tmp_path: Path) -> Iterator[Hall]:
    """A hall without a contest."""
    with ExitStack() as closing:
        server = ServerProcess(tmp_path)
        closing.callback(server.stop)
        server.start()
        yield Hall(server, NOTHING, "", closing)
