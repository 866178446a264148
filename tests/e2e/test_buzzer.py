"""A buzzer round pressed, judged and undone on real pages, and reckoned again from the rows."""

from contextlib import ExitStack
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from quiz.core.nouns.model import Plan, Round, teams_named
from tests.e2e import turns
from tests.e2e.buzz_order import Presser
from tests.e2e.conftest import Hall, Serve
from tests.e2e.contest import TEAMS, question
from tests.e2e.host import Host
from tests.e2e.noting import Lines, Noting
from tests.e2e.pages import PATIENCE_MS, Console, Phone, Watched, see_scene

NEVER = 60_000
NAMES = ("Lê An", "Hà Bình")


def buzzers(questions: int, **settings: Any) -> Plan:
    """A buzzer round of so many questions."""
    asked = tuple(question(place) for place in range(1, questions + 1))
    rules = {"seconds": 30, "answer_seconds": 20, **settings}
    return Plan(
        "Bấm chuông", (Round("Khởi động", "buzzer", asked, settings=rules),), teams_named(TEAMS)
    )


class Stage:
    """Console, projector, two phones, and robots that press so long after a question opens."""

    def __init__(self, hall: Hall, browser: Browser, robots: dict[str, list[float]]) -> None:
        url, pin = hall.server.url, hall.staged.pin
        self.console = Console.entered(browser, hall.server.link, url, hall.staged.contest)
        hall.closing.callback(self.console.context.close)
        self.projector = self.console.projector()
        self.phones = [
            Phone(browser, url, pin, name, team)
            for name, team in zip(NAMES, TEAMS[: len(NAMES)], strict=True)
        ]
        for phone in self.phones:
            hall.closing.callback(phone.context.close)
        self.host: Host = hall.host()
        if robots:
            lines = hall.closing.enter_context(ExitStack())
            crowd = Lines()
            lines.callback(crowd.close, [])
            for name, after_ms in robots.items():
                crowd.robot(name, url, pin, Presser(after_ms), Noting())
            crowd.gathered()

    @property
    def page(self) -> Page:
        """The console's page."""
        return self.console.page

    @property
    def buzzer(self) -> dict[str, Any]:
        """The buzzer of the question in hand as the hall sees it."""
        part: dict[str, Any] = self.host.view["hall"]["parts"]["buzzer"]
        return part

    def go_to(self, *steps: str) -> None:
        """Press the space bar until the primary button does one of these next."""
        while self.host.step not in steps:
            self.console.press(self.host)

    def buzz(self, phone: Phone) -> None:
        """Press the bell on a phone once it can be pressed, and see whose turn it is."""
        phone.page.locator('button.buzz[data-state="ready"]').click()
        self.host.until(lambda: bool(self.buzzer["phase"] == "answering"))
        assert self.answering() == [phone.name]

    def answering(self) -> list[str]:
        """Who has the turn."""
        return [person["name"] for person in self.buzzer["answering"]]

    def judge(self, key: str) -> None:
        """Press D or S at the console until the verdict is in: a press too soon judges nobody."""
        expect(self.page.locator("#verdict")).to_be_visible(timeout=PATIENCE_MS)
        acted = self.host.view["acted"]
        for _ in range(30):
            self.page.keyboard.press(key)
            if self.host.moves_from(acted, 0.3):
                return
        raise AssertionError(f"the verdict was not taken; {self.host.state()}")

    def see_turn(self, state: str, name: str) -> None:
        """Wait until the band across the hall says this of somebody."""
        band = self.projector.page.locator(f'.turn[data-state="{state}"]')
        expect(band).to_contain_text(name, timeout=PATIENCE_MS)

    def points(self) -> dict[str, int]:
        """The standings as the console has them, by name."""
        return {row["name"]: row["points"] for row in self.host.view["hall"]["standings"]}

    def no_errors(self) -> None:
        """No script failed on any screen."""
        everyone: list[Watched] = [self.console.watched, self.projector]
        everyone += [phone.watched for phone in self.phones]
        assert [watched.errors for watched in everyone] == [[]] * len(everyone)


def panel(phone: Phone, tone: str) -> Locator:
    """What a phone says of the turn."""
    return phone.page.locator(f'.turn[data-tone="{tone}"]')


def test_buzzer_round_is_pressed_judged_undone_and_reckoned(serve: Serve, browser: Browser) -> None:
    hall = serve(buzzers(2, again=True))
    stage = Stage(hall, browser, {"Máy 1": [NEVER, 300], "Máy 2": [NEVER, 700]})
    (an, binh), host = stage.phones, stage.host
    host.until(lambda: bool(host.counts.get("online") == 4))

    stage.go_to("start_clock")
    see_scene(stage.projector, "question")
    stage.buzz(binh)
    stage.see_turn("answering", "Hà Bình")
    expect(panel(binh, "mine")).to_be_visible(timeout=PATIENCE_MS)
    expect(panel(an, "theirs")).to_contain_text("Hà Bình", timeout=PATIENCE_MS)
    stage.judge("s")
    assert host.step == "resume"
    missed = stage.projector.page.locator(".turn-missed")
    expect(missed).to_contain_text("Hà Bình", timeout=PATIENCE_MS)
    expect(binh.page.locator("button.buzz")).to_be_hidden(timeout=PATIENCE_MS)

    stage.go_to("close")
    stage.buzz(an)
    stage.see_turn("answering", "Lê An")
    stage.judge("d")
    stage.see_turn("right", "Lê An")
    expect(panel(an, "right")).to_be_visible(timeout=PATIENCE_MS)

    stage.page.locator("#undo").click()
    host.until(lambda: host.step == "judge")
    assert stage.answering() == ["Lê An"]
    stage.see_turn("answering", "Lê An")
    stage.judge("d")
    stage.go_to("draw")
    judged = {"Lê An": 10, "Hà Bình": -5, "Máy 1": 0, "Máy 2": 0}
    assert stage.points() == judged

    stage.page.locator(".run-button").first.click()
    stage.page.get_by_role("button", name="Sửa thành đúng").click()
    stage.page.get_by_role("button", name="Đồng ý: Sửa thành đúng").click()
    host.until(lambda: stage.points() == judged | {"Lê An": 0, "Hà Bình": 10})
    stage.page.locator("#undo").click()
    host.until(lambda: stage.points() == judged)

    for name, key in (("Máy 1", "s"), ("Máy 2", "d")):
        stage.go_to("start_clock" if name == "Máy 1" else "close")
        host.until(lambda: host.step == "judge")
        stage.see_turn("answering", name)
        stage.judge(key)
    stage.go_to("finish_round")
    numbers = {row["name"]: row["number"] for row in host.view["hall"]["standings"]}
    reckoned = turns.reckon(hall.server.data, hall.staged.contest)
    assert reckoned.turns == [
        [[numbers["Hà Bình"]], [numbers["Lê An"]]],
        [[numbers["Máy 1"]], [numbers["Máy 2"]]],
    ]
    assert stage.points() == {name: reckoned.points[number] for name, number in numbers.items()}
    assert sorted(stage.points().values()) == [-5, -5, 10, 10]
    stage.no_errors()


def test_who_buzzed_answers_alone_on_the_phone(serve: Serve, browser: Browser) -> None:
    hall = serve(buzzers(1, aloud=False, early=False))
    stage = Stage(hall, browser, {})
    (an, binh), host = stage.phones, stage.host
    stage.go_to("start_clock")
    expect(an.page.locator("button.buzz")).to_have_attribute("aria-disabled", "true")
    stage.go_to("close")
    stage.buzz(an)
    an.page.locator(f'button.option[data-option="{host.key[0]}"]').click()
    host.until(lambda: host.step == "reveal")
    expect(panel(binh, "theirs")).to_contain_text("Lê An", timeout=PATIENCE_MS)
    stage.go_to("settle")
    expect(an.page.locator('.verdict[data-verdict="right"]')).to_be_visible(timeout=PATIENCE_MS)
    stage.go_to("finish_round")
    assert stage.points() == {"Lê An": 10, "Hà Bình": 0}
    assert turns.reckon(hall.server.data, hall.staged.contest).turns == [[[1]]]
    stage.no_errors()
