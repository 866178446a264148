import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Template
from typing import cast

import msgspec
import pytest
from playwright.async_api import Page

from quiz.cli.serving.problems import CannotStart
from quiz.core.nouns.commands import Advance, Command, CreateContest, Join
from quiz.core.nouns.console_shapes import HostView
from quiz.core.nouns.model import Kind, Plan
from quiz.core.nouns.shapes import PhoneView, Step
from quiz.core.question.comparing import is_right
from quiz.core.views.host_view import host_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.screenshots import contests, crowd, four_screens
from tests.screenshots.album import EVERY_SIZE, Album
from tests.screenshots.command import parse
from tests.screenshots.crowd import Orders
from tests.screenshots.host import Host
from tests.screenshots.studio import find_chromium


def phone_views(plan: Plan) -> Iterator[PhoneView]:
    """What a phone shows while each question's clock runs."""
    contest = None
    commands: list[Command] = [CreateContest(plan), Join("An", plan.teams[0].name)]
    while True:
        for command in commands:
            for event in ENGINE.decide(contest, command, 0):
                contest = ENGINE.evolve(contest, event)
        assert contest is not None
        if ENGINE.see(contest).step is Step.FINISH_ROUND:
            return
        if ENGINE.see(contest).step is Step.CLOSE:
            yield phone_view(ENGINE, contest, 0)
        commands = [Advance(contest.acted)]


def test_pictures_are_numbered_for_each_page_in_order() -> None:
    album = Album(Path("out"))
    names = [
        album.place(*shot).name
        for shot in (("phone", "pin"), ("console", "login"), ("phone", "join"))
    ]

    assert names == ["phone-001-pin.png", "console-001-login.png", "phone-002-join.png"]
    assert album.pictures["phone-join"] == Path("out/phone-002-join.png")


class FakePage:
    """A page that notes at which size and with which text it was pictured."""

    def __init__(self) -> None:
        self.viewport_size = {"width": 390, "height": 844}
        self.text = ""
        self.pictured: list[tuple[str, int, str]] = []

    async def set_viewport_size(self, size: dict[str, int]) -> None:
        self.viewport_size = size

    async def evaluate(self, _script: str, text: str) -> None:
        self.text = text

    async def wait_for_timeout(self, _ms: int) -> None:
        pass

    async def screenshot(self, path: Path, animations: str) -> None:
        self.pictured.append((path.name, self.viewport_size["width"], self.text))


def test_page_is_pictured_at_every_size_and_put_back() -> None:
    page = FakePage()

    asyncio.run(Album(Path("out"), EVERY_SIZE).take(cast(Page, page), "phone", "pin"))

    assert page.pictured == [
        ("phone-001-pin.png", 390, ""),
        ("phone-001-pin-narrow.png", 320, "100%"),
        ("phone-001-pin-large-text.png", 390, "200%"),
    ]
    assert (page.viewport_size, page.text) == ({"width": 390, "height": 844}, "")


def test_chromium_on_the_path_comes_first(tmp_path: Path) -> None:
    usual = tmp_path / "chrome"
    usual.touch()

    assert find_chromium([None, "/opt/chromium"], [usual]) == "/opt/chromium"
    assert find_chromium([None], [tmp_path / "none", usual]) == str(usual)


def test_missing_chromium_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as problem:
        find_chromium([None], [tmp_path / "none"])

    assert str(problem.value).splitlines()[0].startswith("Không tìm thấy Chromium")


def test_evening_asks_every_kind() -> None:
    assert {question.kind for question in contests.one_of_each()} == set(Kind)


@pytest.mark.parametrize(
    "plan",
    [contests.evening(), contests.silent(), contests.points(), contests.buzzers(), contests.long()],
)
def test_contest_of_the_pictures_may_be_played(plan: Plan) -> None:
    (created,) = ENGINE.decide(None, CreateContest(plan), 0)

    assert ENGINE.evolve(None, created).plan == plan


def test_robots_are_right_as_far_as_they_are_told() -> None:
    questions, plan = contests.one_of_each(), contests.points()
    plan = replace(plan, rounds=(replace(plan.rounds[0], questions=questions),))
    personas = crowd.cast(plan, 2, Orders(knowing=1))
    right = []
    for question, view in zip(questions, phone_views(plan), strict=True):
        assert view.question is not None
        answers = [who.mind.move(view, view.question).answer for who in personas]
        right.append([is_right(question, answer) for answer in answers if answer is not None])

    assert right == [[True, False]] * len(questions)


@pytest.mark.parametrize("step", [Step.START_ROUND, "start_round"])
def test_host_who_is_at_a_step_presses_nothing_to_get_there(step: str) -> None:
    host = Host()
    (created,) = ENGINE.decide(None, CreateContest(contests.points()), 0)
    contest = ENGINE.evolve(None, created)
    (joined,) = ENGINE.decide(contest, Join("An", contest.plan.teams[0].name), 0)
    view = host_view(ENGINE, ENGINE.evolve(contest, joined), 0)
    host.take("view", msgspec.json.encode(view))

    asyncio.run(host.go_to(step))

    assert host.view == msgspec.json.decode(msgspec.json.encode(view), type=HostView)


def test_layout_of_the_readme_has_a_place_for_each_picture() -> None:
    layout = Template(four_screens.LAYOUT.read_text(encoding="utf-8"))

    assert set(layout.get_identifiers()) == set(four_screens.CHOSEN)


def test_folder_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([])

    assert "DIR" in capsys.readouterr().err
