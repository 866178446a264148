"""Personal data on a real server: screens follow an erasure, sockets follow their session."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from quiz.cli.demo_contest import stage
from quiz.config import DRIVERS
from tests.e2e.contest import golden_bell
from tests.e2e.host import Host
from tests.e2e.server import ServerProcess
from tests.safety.wires import Browser, Socket

NAME = "Nguyễn Thị Bạch Tuyết"
PASSWORD = "chuông vàng reo"


class House:
    """A served contest, its host's browser, and somebody who has joined."""

    def __init__(self, data: Path, driver: str) -> None:
        self.data = data
        self.staged = stage(data, golden_bell(2, seconds=30, rescues=[]))
        self.contest = self.staged.contest
        self.closing = ExitStack()
        self.server = ServerProcess(data, driver)
        self.closing.callback(self.server.stop)
        self.server.start()
        self.url = self.server.url
        self.host = self.browser()
        self.host.get(f"/host/enter/{self.staged.token}")
        self.guest = self.browser()
        self.guest.join(self.staged.pin, NAME, "Tổ 1")

    def browser(self) -> Browser:
        made = Browser(self.url)
        self.closing.callback(made.close)
        return made

    def socket(self, namespace: str, browser: Browser) -> Socket:
        made = Socket(self.url, browser.cookie)
        self.closing.callback(made.close)
        assert made.enter(namespace, self.contest)
        made.until(lambda: made.view(namespace, "welcome" if namespace == "/play" else "view"))
        return made

    def finish(self) -> None:
        console = Host(self.url, self.contest, self.host.cookie)
        console.go_to("close")
        console.act("close_now")
        console.go_to("draw", "finish_round", "finish", "start_round")
        console.act("finish_round")
        console.act("advance")
        console.close()

    def erase(self, act: str = "erase") -> None:
        page = f"/host/contests/{self.contest}/data"
        answer = self.host.post(f"{page}/{act}", {f"{act}-pin": self.staged.pin}, page)
        assert answer.status_code == 302, answer.text

    def traces(self) -> list[str]:
        """The files of the data folder with the name in their bytes."""
        files = [path for path in sorted(self.data.rglob("*")) if path.is_file()]
        return [path.name for path in files if NAME.encode() in path.read_bytes()]

    def sql(self, statement: str) -> None:
        """Change the server's database behind its back."""
        with closing(sqlite3.connect(self.data / "contests.db", timeout=10)) as raw, raw:
            raw.execute(statement)


@pytest.fixture
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, getattr(request, "param", DRIVERS[0]))
    yield made
    made.closing.close()


def turned_out(socket: Socket, namespace: str) -> bool:
    """Waits for the server to send this socket away."""
    socket.until(lambda: socket.last(f"41{namespace},"))
    return True


@pytest.mark.parametrize("house", DRIVERS, indirect=True)
def test_open_screens_follow_an_erasure_at_once_and_no_file_keeps_the_name(house: House) -> None:
    house.finish()
    screens = {"/play": house.guest, "/host": house.host, "/projector": house.host}
    before = {namespace: house.socket(namespace, browser) for namespace, browser in screens.items()}
    assert house.traces() != []
    house.erase()
    for namespace, socket in before.items():
        assert turned_out(socket, namespace)
    assert house.traces() == []
    after = {namespace: house.socket(namespace, browser) for namespace, browser in screens.items()}
    after["/host"].until(lambda: after["/host"].last('42/host,["roster",'))
    assert after["/play"].view("/play", "welcome")["seat"]["name"] == "Thí sinh 1"
    assert '"Thí sinh 1"' in after["/host"].last('42/host,["roster",')
    assert [NAME in "".join(socket.frames) for socket in after.values()] == [False] * 3
    assert NAME not in house.server.log()


def test_deleted_contest_lets_nobody_back_in(house: House) -> None:
    screens = {"/host": house.host, "/projector": house.host, "/play": house.guest}
    before = {namespace: house.socket(namespace, browser) for namespace, browser in screens.items()}
    house.erase("delete")
    for namespace, socket in before.items():
        assert turned_out(socket, namespace)
        again = Socket(house.url, screens[namespace].cookie)
        assert not again.enter(namespace, house.contest)
        assert "no_such_contest" in again.last(f"44{namespace},")
        again.close()
    assert house.traces() == []
    assert house.guest.get(f"/play/{house.contest}").status_code == 404


def test_new_password_ends_the_other_sessions_and_their_sockets(house: House) -> None:
    form = {"password": PASSWORD, "again": PASSWORD}
    assert house.host.post("/host/password", form, "/host/password").status_code == 302
    other = house.browser()
    signing = {"name": "Trình diễn", "password": PASSWORD}
    assert other.post("/host/login", signing, "/host/login").status_code == 302
    console, theirs = house.socket("/host", house.host), house.socket("/host", other)
    changed = {"password": PASSWORD * 2, "again": PASSWORD * 2}
    assert house.host.post("/host/password", changed, "/host/password").status_code == 302
    assert turned_out(theirs, "/host")
    assert other.get("/host/").status_code == 302
    assert console.call("/host", "clock", {})["ok"]
    assert house.host.get("/host/").status_code == 200


@pytest.mark.parametrize("house", DRIVERS, indirect=True)
def test_signing_out_closes_this_sessions_sockets_at_once(house: House) -> None:
    sockets = {name: house.socket(name, house.host) for name in ("/host", "/projector")}
    phone = house.socket("/play", house.guest)
    cookie = house.host.cookie
    assert house.host.post("/host/logout", {}, "/host/").status_code == 302
    for namespace, socket in sockets.items():
        assert turned_out(socket, namespace)
    again = Socket(house.url, cookie)
    assert not again.enter("/host", house.contest)
    again.close()
    assert phone.call("/play", "clock", {})["ok"]


@pytest.mark.parametrize(
    "changes",
    [
        ("UPDATE accounts SET role = 'judge'",),
        ("DELETE FROM sessions", "DELETE FROM login_links", "DELETE FROM accounts"),
    ],
    ids=["another role", "removed"],
)
def test_console_follows_what_becomes_of_its_account(
    house: House, changes: tuple[str, ...]
) -> None:
    console = house.socket("/host", house.host)
    for statement in changes:
        house.sql(statement)
    assert turned_out(console, "/host")
    assert house.host.get("/host/").status_code in (302, 403)
