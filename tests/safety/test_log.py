"""A contest on a real server in which much goes wrong: its log tells what, and of nobody."""

import json
import re
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from quiz.cli.demo_contest import stage
from quiz.config import DRIVERS
from quiz.core.nouns.model import Kind, Plan, Question
from tests.e2e.contest import golden_bell
from tests.e2e.host import Host, signed_in
from tests.e2e.server import ServerProcess
from tests.safety.wires import Browser, Socket

NAME = "Huỳnh Thị Ngọc Lạ"
TEAM = "Tổ 1"
ANSWER = "bồ câu lửa 4711"
KEY = "hoa phượng tím 0815"
PASSWORD = "mật khẩu thử 2718"
ASKED = "Câu này chỉ một người đọc?"
BAD = "kẻ lạ nói gì đó"
LINE = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (DEBUG|INFO|WARNING|ERROR) [\w.]+ .+|  .*"
)


def secretive() -> Plan:
    """A contest whose first question is typed."""
    plan = golden_bell(2, seconds=300, rescues=[])
    asked = Question("kín", Kind.TEXT, ASKED, (KEY,), explanation=f"Vì là {KEY}.")
    round_ = plan.rounds[0]
    return replace(plan, rounds=(replace(round_, questions=(asked, *round_.questions[1:])),))


class Evening:
    """A served contest, a console and a phone."""

    def __init__(self, data: Path, driver: str) -> None:
        self.staged = stage(data, secretive())
        self.closing = ExitStack()
        self.server = ServerProcess(data, driver)
        self.closing.callback(self.server.stop)
        self.server.start()
        self.url = self.server.url
        self.link = f"{self.url}/host/enter/{self.staged.token}"
        self.cookie = signed_in(self.link)
        self.host = Host(self.url, self.staged.contest, self.cookie)
        self.closing.callback(self.host.close)
        self.browser = Browser(self.url)
        self.closing.callback(self.browser.close)
        self.browser.join(self.staged.pin, NAME, TEAM)
        self.phone = Socket(self.url, self.browser.cookie)
        self.closing.callback(self.phone.close)
        assert self.phone.enter("/play", self.staged.contest)

    def answer(self, id: str, **more: object) -> str:
        """The code of the refusal, if it is one."""
        message = {"id": id, "pool": "main", "ordinal": 1, "answer": ANSWER, **more}
        return str(self.phone.call("/play", "answer", message).get("code", ""))

    def play(self) -> list[str]:
        """Everything that may go wrong does; the refusals on the way."""
        self.host.go_to("close")
        answered = uuid.uuid4().hex
        while self.answer(answered):
            time.sleep(0.05)
        said = [self.answer(answered), self.answer(uuid.uuid4().hex, more=ANSWER)]
        said += [self.host.send("mute", based_on=0, muted=True)["code"]]
        said += [self.without_database()]
        said += [self.phone.call("/play", BAD, {BAD: ANSWER})["code"]]
        self.flood()
        self.guess()
        return said

    def without_database(self) -> str:
        """Another program holds the database: what the phone typed is in a statement that fails."""
        path = self.server.data / "contests.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            return self.answer(uuid.uuid4().hex)

    def flood(self) -> None:
        """A console that sends too much, and a socket that sends what no page does."""
        attacker = Socket(self.url, self.cookie)
        self.closing.callback(attacker.close)
        assert attacker.enter("/host", self.staged.contest)
        for number in range(150):
            attacker.send(f"42/host,{number}{json.dumps(['clock', {}])}")
        attacker.until(lambda: attacker.last("43/host,149"))
        attacker.send(f"42/host,{json.dumps({BAD: ANSWER})}")
        assert attacker.closed.wait(30)

    def guess(self) -> None:
        """Pages asked for that are not there, links that were used, passwords that are wrong."""
        stranger = Browser(self.url)
        self.closing.callback(stranger.close)
        for path in (
            f"/{quote(BAD)}/{quote(NAME)}",
            f"/host/enter/{self.staged.token}",
            f"/?pin={self.staged.pin}&name={quote(NAME)}",
        ):
            stranger.get(path)
        form = {"name": NAME, "password": PASSWORD} | stranger.token("/host/login")
        for _ in range(12):
            stranger.post("/host/login", form)

    def log(self) -> str:
        """All that was logged, once the server has ended."""
        self.closing.close()
        folder = self.server.data / "logs"
        return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))

    @property
    def secrets(self) -> list[str]:
        """What the log must not hold."""
        seat = re.findall(r"rung_chuong_vang=([^;]+)", f"{self.browser.cookie};{self.cookie}")
        with closing(sqlite3.connect(self.server.data / "contests.db")) as raw:
            commands = [command for (command,) in raw.execute("SELECT command_id FROM journal")]
        return [
            *(NAME, *NAME.split()[1:], quote(NAME), TEAM, ANSWER, KEY, ASKED, BAD, quote(BAD)),
            *(PASSWORD, self.staged.token, self.staged.pin, self.server.link),
            *seat,
            *commands,
            (self.server.data / "secret.key").read_text(encoding="ascii"),
            "127.0.0.1",
            str(self.server.data),
            str(Path(__file__).parents[2]),
        ]


@pytest.fixture(params=DRIVERS)
def evening(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Evening]:
    made = Evening(tmp_path, request.param)
    yield made
    made.closing.close()


def test_log_tells_what_went_wrong_in_standard_words_and_of_nobody(evening: Evening) -> None:
    refused = ["", "bad_payload", "stale", "storage_failed", "unknown_event"]
    assert evening.play() == refused
    log = evening.log()
    secrets = evening.secrets
    assert [secret for secret in secrets if secret in log] == []
    assert [secret for secret in secrets if secret in evening.server.log()] == []
    assert [line for line in log.splitlines() if not LINE.fullmatch(line)] == []
    of_contest = f"quiz.service.contests.running.noticing contest={evening.staged.contest} "
    told = [re.sub(r"^\S+ ", "", line) for line in log.splitlines()]
    assert [
        begun
        for begun in (
            f"INFO {of_contest}idempotency key: 1 commands came again",
            f"INFO {of_contest}optimistic lock conflict: Mute is based on",
            f"ERROR {of_contest}write failed (locked), rolled back",
            f"INFO {of_contest}writes succeed again",
            (
                "INFO quiz.live.namespace "
                f"contest={evening.staged.contest} back-pressure: a socket of role"
            ),
            "INFO quiz.transport.gate A packet could not be read: an event without a name",
            "INFO quiz.web.access.guessing back-pressure: too many passwords",
            "INFO quiz.cli.serving.server The server has ended",
        )
        if not any(line.startswith(begun) for line in told)
    ] == []


def test_files_of_the_log_are_their_owners_alone(evening: Evening) -> None:
    folder = evening.server.data / "logs"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        "quiz.log": 0o600
    }
