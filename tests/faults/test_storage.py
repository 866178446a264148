"""A running server whose disk is full, or whose file another program holds."""

import queue
import resource
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from tests.e2e.conftest import Hall, Serve, serve
from tests.e2e.contest import golden_bell
from tests.e2e.host import Host

__all__ = ["serve"]

Fault = Callable[[Hall], AbstractContextManager[None]]


@contextmanager
def full_disk(hall: Hall) -> Iterator[None]:
    """No file of the server may grow, as on a full disk."""
    pid, unlimited = hall.server.pid, resource.RLIM_INFINITY
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (8, unlimited))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))


@contextmanager
def held_file(hall: Hall) -> Iterator[None]:
    """Another program is in the middle of a transaction."""
    path = hall.server.data / "contests.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def rows(data: Path) -> list[str]:
    """The commands in the journal, in order."""
    with closing(sqlite3.connect(data / "contests.db")) as raw:
        query = "SELECT command_id FROM journal ORDER BY version"
        return [command_id for (command_id,) in raw.execute(query)]


def muting(host: Host, id: str, based_on: int) -> dict[str, object]:
    """Send the act with this id, again and again the same."""
    act = {"id": id, "act": "mute", "based_on": based_on, "muted": True}
    reply: dict[str, object] = host._socket.call("act", act, namespace="/host", timeout=20)
    return reply


@pytest.mark.parametrize(
    ("fault", "codes"),
    [(full_disk, ("disk_full", "storage_failed")), (held_file, ("locked",))],
    ids=["full disk", "held file"],
)
def test_host_is_told_nothing_is_lost_and_the_contest_goes_on(
    serve: Serve, fault: Fault, codes: tuple[str, ...]
) -> None:
    hall = serve(golden_bell(3))
    host, watcher = hall.host(), hall.host()
    trouble: queue.Queue[str] = queue.Queue()
    watcher._socket.on("trouble", lambda said: trouble.put(said["code"]), namespace="/host")
    host.act("lock_room", locked=True)
    before = rows(hall.server.data)
    first, second, acted = uuid.uuid4().hex, uuid.uuid4().hex, host.view["acted"]
    with fault(hall):
        assert muting(host, first, acted) == {"ok": False, "code": "storage_failed"}
        assert trouble.get(timeout=20) in codes
        late = hall.host()
        assert late.view["v"] == host.view["v"]
    assert trouble.get(timeout=20) == ""
    assert rows(hall.server.data) == before
    assert muting(host, first, acted)["ok"]
    host.until(lambda: bool(host.view["hall"]["muted"]))
    assert muting(host, first, acted)["ok"]
    assert muting(host, second, acted)["code"] == "stale"
    *stored, last = rows(hall.server.data)
    assert (stored, last.partition(":")[0], last.endswith(f":{first}")) == (before, "account", True)
