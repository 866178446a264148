"""The next round format costs the files of its own folders and one line of the registry.

A copy of the program is given such a format, dice, and plays a contest of it in a real browser.
"""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from quiz.drill.server import ServerProcess
from quiz.store.sqlite.database import FILE_NAME
from tests.e2e.host import Host, signed_in
from tests.e2e.pages import PATIENCE_MS, Console, Phone, see_scene

ROOT = Path(__file__).parents[2]
THROWAWAY = Path(__file__).parent / "throwaway"
PARTS = ("quiz", "static", "templates", "question_banks", "translations", "run.py")
"""What the program runs from."""
REGISTRY = "quiz/formats/__init__.py"
LAST, LINE = '    "buzzer",\n', '    "dice",\n'
FOLDERS = (
    "quiz/formats/dice",
    "quiz/web/formats/dice",
    "static/js/formats/dice",
    "static/css/formats/dice",
)
FILES = 6
"""Besides the line in the registry: all that this format costs."""
EYES = re.compile(r"Bạn gieo được (\d+) chấm")
STAGE = """
import json, pathlib, sys
from quiz.cli.demo_contest import stage
from quiz.core.nouns.model import Plan, Prize, Round
dice = Round("Xúc xắc", "dice", settings={"worth": 5}, material={"faces": 20})
plan = Plan("Hội thi gieo", (dice,), ("Tổ 1", "Tổ 2"), prizes=(Prize("Giải Nhất"),), seed="hạt")
staged = stage(pathlib.Path(sys.argv[1]), plan)
print(json.dumps([staged.contest, staged.pin, staged.token]))
"""
PAGES = (
    *("", "/prompter", "/roles", "/seal", "/seal.json?keys=known"),
    *("/figures", "/figures/1", "/figures/all", "/statistics", "/statistics.xlsx"),
    *("/data", "/data.json", "/data.xlsx"),
)
"""The host's pages of a contest, and what may be downloaded there."""


def files(folder: Path) -> dict[str, bytes]:
    """The files of the program by their paths in its folder, without what it makes by itself."""
    paths = [path for part in PARTS for path in (folder / part, *(folder / part).rglob("*"))]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the throw-away format added."""
    folder = tmp_path_factory.mktemp("program")
    without = shutil.ignore_patterns("__pycache__")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=without)
        else:
            shutil.copy(ROOT / part, folder)
    shutil.copytree(THROWAWAY, folder, ignore=without, dirs_exist_ok=True)
    registry = folder / REGISTRY
    before = registry.read_text("utf-8")
    assert before.count(LAST) == 1
    registry.write_text(before.replace(LAST, LAST + LINE), "utf-8")
    return folder


def test_format_costs_its_folders_and_one_line(program: Path) -> None:
    here, there = files(ROOT), files(program)
    new = there.keys() - here.keys()
    assert new == files(THROWAWAY).keys()
    assert {path.rpartition("/")[0] for path in new} == set(FOLDERS)
    assert len(new) == FILES
    assert [path for path in here if here[path] != there.get(path)] == [REGISTRY]
    lines = there[REGISTRY].decode().splitlines(keepends=True)
    lines.remove(LINE)
    assert "".join(lines).encode() == here[REGISTRY]


def test_contributors_are_told_what_a_format_costs() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    recipe = text.partition("### A round format\n")[2].partition("\n### ")[0]
    homes = [folder.replace("dice", "<name>") for folder in FOLDERS]
    assert [home for home in (*homes, REGISTRY) if f"`{home}" not in recipe] == []
    assert f"It is {FILES} files and one line" in recipe


class Evening:
    """A contest of one round of dice: a console, a projector and two phones."""

    def __init__(self, program: Path, data: Path, browser: Browser, ending: ExitStack) -> None:
        command = [sys.executable, "-c", STAGE, str(data)]
        staged = subprocess.run(command, cwd=program, capture_output=True, check=True, text=True)
        self.contest, pin, token = json.loads(staged.stdout)
        self.server = ServerProcess(data, run=program / "run.py")
        ending.callback(self.server.stop)
        self.server.start()
        url = self.server.url
        self.cookie = signed_in(f"{url}/host/enter/{token}")
        self.host = Host(url, self.contest, self.cookie)
        ending.callback(self.host.close)
        self.phones = [Phone(browser, url, pin, *who) for who in (("An", "Tổ 1"), ("Bình", "Tổ 2"))]
        self.console = Console.entered(browser, self.server.link, url, self.contest)
        self.projector = self.console.projector()
        for context in (*(phone.context for phone in self.phones), self.console.context):
            ending.callback(context.close)

    def see_thrown(self, count: int) -> None:
        """Wait until projector and console, and the host's counters, say how many threw."""
        for page, where, text in (
            (self.projector.page, ".scene.dice h1", str(count)),
            (self.console.page, "#stage[data-panel=dice] .dice-thrown", f"{count} người đã gieo"),
        ):
            expect(page.locator(where)).to_contain_text(text, timeout=PATIENCE_MS)
        self.host.until(lambda: bool(self.host.counts["answered"] == count))

    def throw(self, phone: Phone) -> None:
        """Press the button of the format's own screen, and wait until the server has it.

        A phone that comes back at that moment may hear of the eyes at once.
        """
        phone.page.locator("[data-screen=dice] .throw").click()
        told = phone.page.locator("[data-screen=dice] p")
        had = re.compile(r"^(Đã gieo\. Chờ người dẫn kết thúc\.|Bạn gieo được \d+ chấm ?)$")
        expect(told).to_have_text(had, timeout=PATIENCE_MS)

    def eyes(self, phone: Phone) -> int:
        """What the phone says that it threw."""
        told = phone.page.locator("[data-screen=dice] p")
        expect(told).to_have_text(EYES, timeout=PATIENCE_MS)
        found = EYES.search(told.inner_text())
        assert found is not None
        return int(found[1])

    def points(self) -> dict[str, int]:
        """The standings as the console has them."""
        return {row["name"]: row["points"] for row in self.host.view["hall"]["standings"]}

    def see_step(self, step: str) -> None:
        """Wait until the primary button does this next."""
        self.host.until(lambda: self.host.step == step)

    def press(self, where: str, *, then: str) -> None:
        """Press a button of the console; `then` is the next step after that."""
        self.console.page.locator(where).click()
        self.see_step(then)

    def pages(self) -> dict[str, int]:
        """How the server answers for each of the host's pages of the contest."""
        return {page: self._status(page) for page in PAGES}

    def _status(self, page: str) -> int:
        address = f"{self.server.url}/host/contests/{self.contest}{page}"
        asked = urllib.request.Request(address, headers={"Cookie": self.cookie})
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return int(answer.status)


@pytest.fixture
def evening(program: Path, tmp_path: Path, browser: Browser) -> Iterator[Evening]:
    with ExitStack() as ending:
        yield Evening(program, tmp_path, browser, ending)


def test_contest_of_a_throw_away_format_is_played(evening: Evening) -> None:
    host, console = evening.host, evening.console
    first, second = evening.phones
    console.press(host)
    for phone in evening.phones:
        phone.see_screen("dice")
    see_scene(evening.projector, "dice")
    evening.see_thrown(0)
    height = first.page.locator(".throw").evaluate("button => getComputedStyle(button).minHeight")
    assert height == "128px"

    evening.throw(first)
    evening.see_thrown(1)
    first.leave()
    first.come_back()
    eyes = [evening.eyes(first)]
    evening.server.kill()
    evening.server.start()
    evening.throw(second)
    evening.see_thrown(2)
    assert evening.pages() == dict.fromkeys(PAGES, 200)

    evening.press("#stage .end", then="finish_round")
    eyes.append(evening.eyes(second))
    assert evening.eyes(first) == eyes[0]
    scored = {"An": 5 * eyes[0], "Bình": 5 * eyes[1]}
    assert evening.points() == scored
    expect(console.page.locator(".dice-eyes")).to_have_text(f"Tổng số chấm: {sum(eyes)}")
    expect(console.page.locator("#undo")).to_have_text("Hoàn tác: kết thúc gieo")

    evening.press("#undo", then="end_throwing")
    assert evening.points() == {"An": 0, "Bình": 0}
    expect(console.primary).to_have_text("Kết thúc gieo", timeout=PATIENCE_MS)
    evening.see_thrown(2)
    evening.press("#primary", then="finish_round")
    assert evening.points() == scored
    assert [evening.eyes(phone) for phone in evening.phones] == eyes

    while host.step != "none":
        console.press(host)
    winner = max(scored, key=lambda name: scored[name])
    assert [each["name"] for each in host.view["hall"]["prizes"][0]["winners"]] == [winner]
    for phone in evening.phones:
        phone.see_screen("end")
    assert evening.pages() == dict.fromkeys(PAGES, 200)
    watched = [*(phone.watched for phone in evening.phones), console.watched, evening.projector]
    assert [each.errors for each in watched] == [[]] * 4
    assert kinds(evening.server.data) == {"DiceThrown": 2, "ThrowingEnded": 2}


def kinds(data: Path) -> dict[str, int]:
    """How many events of the format's own the journal has, by kind."""
    asked = "SELECT kind, count(*) FROM journal WHERE kind IN (?, ?) GROUP BY kind"
    with closing(sqlite3.connect(data / FILE_NAME)) as raw:
        return dict(raw.execute(asked, ("DiceThrown", "ThrowingEnded")).fetchall())
