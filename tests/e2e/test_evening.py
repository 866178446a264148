"""The whole evening on a real server in a real browser: to the bell and the prizes."""

import time
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e import reference
from tests.e2e.conftest import Hall, Serve
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.host import Host
from tests.e2e.pages import PATIENCE_MS, Console, Phone, Watched, see_scene

TOP = 50


@dataclass
class Evening:
    """Everybody who takes part, and what is to happen at which question."""

    hall: Hall
    host: Host
    console: Console
    projector: Watched
    phones: list[Phone]
    wrong: dict[int, set[str]]
    drop_at: str
    kill_at: str
    scenes: set[str] = field(default_factory=set)
    happened: list[str] = field(default_factory=list)

    def play(self) -> None:
        """Press the space bar from the lobby to the last prize."""
        while self.host.step != "none":
            if self.host.step == "close":
                self.answer(self.host.asked)
            elif self.host.step == "rescue":
                see_scene(self.projector, "rescue")
            elif self.host.step == "finish_round":
                self.see_bell()
            self.scenes.add(self.host.view["hall"]["scene"])
            self.console.press(self.host)

    def answer(self, asked: str) -> None:
        """All phones on the floor answer; the answers are locked when all have."""
        champion, _, third = self.phones
        key = int(self.host.key[0])
        on_floor = self.on_floor()
        for place, phone in enumerate(self.phones):
            if place not in on_floor:
                continue
            phone.see(asked)
            option = (key + 1) % 4 if asked in self.wrong.get(place, ()) else key
            phone.tap(option)
            if asked == self.drop_at and phone is third:
                self.drop_and_return(phone, asked, option)
            if asked == self.kill_at and phone is champion:
                self.kill_and_restart(option)
        self.host.until(lambda: 0 < self.host.counts["eligible"] == self.host.counts["answered"])

    def on_floor(self) -> set[int]:
        """Which of the phones in the browser may answer."""
        states = {square["name"]: square["state"] for square in self.host.view["hall"]["squares"]}
        return {
            place
            for place, phone in enumerate(self.phones)
            if states[phone.name] in ("in", "returned")
        }

    def drop_and_return(self, phone: Phone, asked: str, option: int) -> None:
        """A phone that dies and is back sees the same question, time and recorded answer."""
        recorded = phone.see_recorded(option)
        text = phone.page.locator(".question-text").inner_text()
        phone.leave()
        phone.come_back()
        phone.see(asked)
        assert phone.page.locator(".question-text").inner_text() == text
        assert phone.see_recorded(option) == recorded
        left_s = self.deadline() / 1000 - time.time()
        assert abs(phone.seconds() - left_s) < 3
        self.happened.append("dropped")

    def kill_and_restart(self, option: int) -> None:
        """A server that dies mid-question has every answer it acknowledged, and the clock."""
        champion = self.phones[0]
        recorded, deadline = champion.see_recorded(option), self.deadline()
        self.hall.server.kill()
        champion.see_connection("lost")
        self.hall.server.start()
        for phone in self.phones:
            phone.see_connection("online")
        assert champion.see_recorded(option) == recorded
        connected = len(self.phones) + self.robots_joined
        self.host.until(lambda: bool(self.host.counts["online"] == connected))
        assert self.deadline() == deadline
        assert self.host.step == "close"
        self.happened.append("killed")

    @property
    def robots_joined(self) -> int:
        """How many contestants are robots."""
        return int(self.host.counts["joined"]) - len(self.phones)

    def deadline(self) -> int:
        """When the running clock ends."""
        return int(self.host.view["hall"]["clock"]["deadline"])

    def see_bell(self) -> None:
        """Hall and champion see the bell ring."""
        see_scene(self.projector, "bell")
        champion = self.phones[0]
        ringing = champion.page.locator('[data-screen="bell"][data-tone="winner"]')
        expect(ringing).to_be_visible(timeout=PATIENCE_MS)


def open_evening(
    hall: Hall, browser: Browser, wrong: dict[int, set[str]], drop_at: str, kill_at: str
) -> Evening:
    """Host, projector and three phones are in."""
    url, staged = hall.server.url, hall.staged
    console = Console.entered(browser, hall.server.link, url, staged.contest)
    hall.closing.callback(console.context.close)
    phones = [
        Phone(browser, url, staged.pin, name, team)
        for name, team in zip(("Lê An", "Hà Bình", "Vi Chi"), TEAMS, strict=False)
    ]
    for phone in phones:
        hall.closing.callback(phone.context.close)
    projector = console.projector()
    see_scene(projector, "join")
    return Evening(hall, hall.host(), console, projector, phones, wrong, drop_at, kill_at)


@pytest.mark.parametrize(
    ("driver", "questions", "robots"), [("eventlet", 10, 60), ("gevent", 5, 12)]
)
def test_evening_is_played_to_the_bell_and_the_prizes(
    serve: Serve, browser: Browser, driver: str, questions: int, robots: int
) -> None:
    hall = serve(golden_bell(questions, seconds=120), driver)
    wrong = {1: {"main-1", f"main-{questions - 3}"}, 2: {f"main-{questions - 1}"}}
    evening = open_evening(hall, browser, wrong, "main-2", "main-3")
    crowd = hall.robots(robots)
    host = evening.host
    host.until(lambda: host.counts.get("online") == robots + 3)
    evening.play()
    assert evening.happened == ["dropped", "killed"]

    replayed = reference.replay(hall.server.data, hall.staged.contest)
    shown = [
        {name: row[name] for name in ("rank", "number", "name", "survived", "correct", "time_ms")}
        for row in host.view["hall"]["standings"]
    ]
    assert shown == reference.standings(replayed)[:TOP]
    assert (replayed.rescues, replayed.players[replayed.winner].name) == (1, "Lê An")
    assert evening.scenes >= {"join", "question", "reveal", "floor", "rescue", "bell", "prizes"}
    see_prizes(evening)
    check_robots(crowd.totals(), robots, replayed)
    everyone = [evening.console.watched, evening.projector, *(p.watched for p in evening.phones)]
    assert [watched.errors for watched in everyone] == [[]] * len(everyone)


def see_prizes(evening: Evening) -> None:
    """The last prize shown is the first one, and it is the champion's."""
    see_scene(evening.projector, "prizes")
    expect(evening.projector.page.locator(".prize-winners")).to_contain_text("Lê An")
    expect(evening.phones[0].page.locator(".prize")).to_contain_text("Giải Nhất")


def check_robots(totals: dict[str, object], robots: int, evening: reference.Evening) -> None:
    """Nothing acknowledged was lost, nothing was counted twice."""
    by_robots = sum(count for number, count in evening.given.items() if number > 3)
    assert (totals["joined"], totals["refused"]) == (robots, {})
    assert (totals["answered"], totals["acknowledged"]) == (by_robots, by_robots)
    assert totals["reconnects"] == robots
