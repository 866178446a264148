"""A contest on a real server in which somebody answers while others attack."""

import time
import uuid
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.cli.demo_contest import stage
from quiz.core.nouns.model import Plan
from tests.e2e.contest import golden_bell
from tests.e2e.host import Host, signed_in
from tests.e2e.server import ServerProcess
from tests.safety.wires import Browser, Socket

LONG_TEXT = 20_000


def wordy(plan: Plan) -> Plan:
    """The plan with a first question so long that views of it fill the network's buffers."""
    round_ = plan.rounds[0]
    first, *rest = round_.questions
    asked = (replace(first, text="Câu dài " * (LONG_TEXT // 8)), *rest)
    return replace(plan, rounds=(replace(round_, questions=asked),))


class Lobby:
    """A served contest with one console and some phones, and nothing asked yet."""

    def __init__(
        self,
        data: Path,
        phones: int = 3,
        most: int = 0,
        driver: str = "eventlet",
        files: int = 0,
        seconds: int = 300,
    ) -> None:
        self.closing = ExitStack()
        self.staged = stage(data, wordy(golden_bell(2, seconds=seconds, rescues=[])))
        self.server = ServerProcess(data, driver, files)
        self.closing.callback(self.server.stop)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("QUIZ_PHONES", str(most))
            self.server.start()
        self.url = self.server.url
        self.cookie = signed_in(f"{self.url}/host/enter/{self.staged.token}")
        self.host = Host(self.url, self.staged.contest, self.cookie)
        self.closing.callback(self.host.close)
        self.seats = [self.seat(f"Người {number}") for number in range(phones)]
        self.phones = [self.phone(seat) for seat in self.seats]
        self.attacker = self.seat("Kẻ phá")
        """A seat of its own, since a second phone turns the first one out."""

    def seat(self, name: str) -> str:
        """The cookie of somebody who joined."""
        browser = Browser(self.url)
        self.closing.callback(browser.close)
        browser.join(self.staged.pin, name, "Tổ 1")
        return browser.cookie

    def socket(self, cookie: str = "", **options: object) -> Socket:
        socket = Socket(self.url, cookie, **options)  # type: ignore[arg-type]
        self.closing.callback(socket.close)
        return socket

    def phone(self, cookie: str) -> Socket:
        phone = self.socket(cookie)
        assert phone.enter("/play", self.staged.contest)
        return phone

    def close(self) -> None:
        self.closing.close()


class Hall(Lobby):
    """The same with a question in hand whose clock runs for a long time."""

    def __init__(self, data: Path, **options: Any) -> None:
        super().__init__(data, **options)
        self.host.go_to("close")
        self.took_ms: list[float] = []
        while not self.answer(0):
            time.sleep(0.05)

    def answer(self, option: int) -> bool:
        """Let everybody answer; whether all answers were recorded."""
        recorded = []
        for phone in self.phones:
            message = {"id": uuid.uuid4().hex, "pool": "main", "ordinal": 1, "answer": [option]}
            began = time.monotonic()
            recorded.append(phone.call("/play", "answer", message)["ok"])
            self.took_ms.append((time.monotonic() - began) * 1000)
        return all(recorded)

    def goes_on(self) -> None:
        """The contest answers its phones, its host acts, and a new console gets in."""
        assert [self.answer(option) for option in (1, 2)] == [True, True]
        self.host.act("pause")
        self.host.act("resume")
        newcomer = Host(self.url, self.staged.contest, self.cookie)
        newcomer.close()
        browser = Browser(self.url)
        assert browser.get("/healthz").text == "ok"
        browser.close()
        assert "Traceback" not in self.server.log()
