"""Capitals with two marks (Ẩn, Ỗi, Ẫm) are cut nowhere: pages leave the room that they need."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.cli.demo_contest import TEAMS
from quiz.core.nouns.console_shapes import RosterView, RowView
from quiz.core.nouns.hall_shapes import PrizeView, ProjectorView
from quiz.core.nouns.shapes import Counts, Person
from quiz.core.nouns.state import Scene
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan
from tests.formats.desk import answering, rules
from tests.web.still import Pages, hand
from tests.web.test_projector_scenes import (
    FITTED,
    SCENES,
    after_question,
    floor_of,
    sent,
    view_of,
)

SMALLEST_PX = 20
# The page's own corners (how to switch sound on, a lost line) are for who runs the projector; a
# question of 300 signs beside a picture is as large as fits.
SMALL = """(least) => {
  const small = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const holder = text.parentElement;
    if (!text.data.trim() || !holder.offsetParent) continue;
    if (holder.closest("script, .unseen, .skip, .scene.going")) continue;
    if (holder.closest("#operator, #mark, .ask-text")) continue;
    const size = Number.parseFloat(getComputedStyle(holder).fontSize);
    if (size > 0 && size < least) small.add(`${holder.className || holder.tagName}: ${size}`);
  }
  return [...small];
}"""
SIZES = {"16:9": (1920, 1080), "4:3": (1024, 768)}
# The typeface says that letters end 1 em above their line; Ẩ and Ỗ end 1.18 em above it. The box
# of a text goes by the typeface, so marks need 0.18 em more than that; half a pixel is no cut.
CUTTING = """() => {
  const cuts = (box) => {
    const { overflowY, backgroundClip } = getComputedStyle(box);
    return ["hidden", "clip"].includes(overflowY) || backgroundClip === "text";
  };
  const cut = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const holder = text.parentElement;
    if (!/\\p{L}/u.test(text.data)) continue;
    if (holder.closest("script, .unseen, .skip, .scene.going")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const [first] = range.getClientRects();
    if (!first) continue;
    const top = first.top - 0.18 * Number.parseFloat(getComputedStyle(holder).fontSize);
    for (let box = holder; box !== document.body; box = box.parentElement) {
      const edge = box.getBoundingClientRect().top + box.clientTop;
      const name = `${box.tagName}.${box.className} in .${box.parentElement.className}`;
      if (cuts(box) && top < edge - 0.5) cut.add(`${name}: ${Math.round(edge - top)}`);
    }
  }
  return [...cut];
}"""


def with_prizes() -> ProjectorView:
    winners = tuple(Person(number, "Ẩn Ỗi Ẫm", "Đội Ẩn") for number in range(1, 4))
    prizes = (PrizeView("Giải Nhất", 1, False, ()), PrizeView("Giải Nhì", 3, True, winners))
    return replace(sent(after_question(), Scene.PRIZES), prizes=prizes)


HALL = SCENES | {"prizes": with_prizes, "floor of 12": lambda: floor_of(12)}
NAMELESS = {"floor of 100", "floor of 3000"}


@pytest.fixture
def pages(tmp_path: Path, browser: Browser) -> Iterator[Pages]:
    made = Pages(tmp_path, browser, plan())
    yield made
    made.close()


def show(page: Page, view: ProjectorView) -> None:
    """Hand the hall's page a view, and let its fonts and sizes settle."""
    counts = Counts(1, 3, 3, 1, 3, (("Đội Ẩn", 2), ("Đội Ỗi", 1)), ("Ẩn Ỗi Ẫm",))
    place = {"pin": "482913", "join_url": "http://192.168.1.20:5000/j/482913", "qr": "/x.svg"}
    hand(page, place=place, counts=counts, view=view)
    expect(page.locator(".scene")).to_have_count(1)
    page.evaluate(FITTED)


@pytest.mark.parametrize("size", SIZES)
def test_no_scene_of_the_hall_cuts_marks(pages: Pages, size: str) -> None:
    page = pages.open("projector")
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))  # type: ignore[arg-type]
    apart = replace(view_of(after_question().contest), scene="rescue")
    for name, made in HALL.items():
        if name in NAMELESS:
            continue
        show(page, apart)
        show(page, made())
        assert (name, page.evaluate(CUTTING)) == (name, [])


@pytest.fixture
def buzzers(tmp_path: Path, browser: Browser) -> Iterator[Pages]:
    made = Pages(tmp_path, browser, rules())
    yield made
    made.close()


def test_turn_of_a_buzzer_cuts_no_marks_and_is_large_enough(buzzers: Pages) -> None:
    page = buzzers.open("projector")
    desk = answering()
    show(page, view_of(desk.contest))
    expect(page.locator(".turn-who b")).to_be_visible()
    for width, height in (*SIZES.values(), (1280, 720)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(FITTED)
        assert page.evaluate(CUTTING) == []
    page.set_viewport_size({"width": 1280, "height": 720})
    assert page.evaluate(SMALL, SMALLEST_PX) == []


def test_no_text_of_the_hall_is_too_small_to_be_read(pages: Pages) -> None:
    page = pages.open("projector")
    page.set_viewport_size({"width": 1280, "height": 720})
    apart = replace(view_of(after_question().contest), scene="rescue")
    for name, made in HALL.items():
        if name in NAMELESS:
            continue
        show(page, apart)
        show(page, made())
        assert (name, page.evaluate(SMALL, SMALLEST_PX)) == (name, [])


@pytest.mark.parametrize("size", [*SIZES.values(), (1280, 720)])
def test_long_address_is_whole_where_people_come_in(pages: Pages, size: tuple[int, int]) -> None:
    page = pages.open("projector")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    show(page, view_of(Table(plan(), people=4).contest))
    host = "hoi-thi.congdoan-truongdaihocsuphamkythuat.edu.vn:5000"
    hand(page, place={"pin": "482913", "join_url": f"http://{host}/j/482913", "qr": "/x.svg"})
    page.evaluate(FITTED)
    address = page.locator(".join-address")
    assert address.inner_text().replace("\n", "") == host
    assert address.evaluate(
        "one => [one.scrollWidth <= one.clientWidth, one.scrollHeight <= one.clientHeight + 1]"
    ) == [True, True]


def test_phone_cuts_no_marks(pages: Pages) -> None:
    page = pages.joined("Ẩn Ỗi Ẫm")
    table = Table(plan(), people=1)
    for step in ("start_round", "start_clock", "settle", "draw"):
        table.until(step)
        view, seat = phone_view(ENGINE, table.contest, 0), seat_view(ENGINE, table.contest, 1)
        hand(page, welcome={"view": view, "seat": seat, "answer": None})
        page.evaluate("() => document.fonts.ready")
        assert (step, page.evaluate(CUTTING)) == (step, [])


def test_console_cuts_no_marks(pages: Pages) -> None:
    page = pages.open("host")
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(pages.address(f"/host/contests/{pages.contest}"))
    table = Table(plan(), people=2)
    for step in ("start_round", "start_clock", "settle", "draw"):
        table.until(step)
        rows = tuple(RowView(n, "Ẩn Ỗi Ẫm", "Đội Ẩn", "in", 0, 0) for n in (1, 2))
        hand(
            page,
            roster=RosterView(v=1, since=0, rows=rows),
            view=host_view(ENGINE, table.contest, 0),
        )
        page.evaluate("() => document.fonts.ready")
        assert (step, page.evaluate(CUTTING)) == (step, [])


UNIT = "Công đoàn Trường Đại học Sư phạm Kỹ thuật Thành phố Hồ Chí Minh"
CUT_ACROSS = """() => [...document.querySelectorAll(
    ".who small, .who b, .floor-teams span, .join-teams span")]
  .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"""


@pytest.mark.parametrize(("people", "unit"), [(4, UNIT), (10, UNIT[:41])])
def test_unit_of_a_standing_is_whole_where_there_is_room(
    pages: Pages, people: int, unit: str
) -> None:
    page = pages.open("projector")
    page.set_viewport_size({"width": 1920, "height": 1080})
    view = sent(after_question(), Scene.STANDINGS)
    rows = tuple(
        replace(view.standings[0], rank=rank, name="Nguyễn Thị Phương Quỳnh", team=unit)
        for rank in range(1, people + 1)
    )
    show(page, replace(view, standings=rows))
    assert page.evaluate(CUT_ACROSS) == []


def test_names_of_teams_above_the_floor_are_whole_where_there_is_room(pages: Pages) -> None:
    page = pages.open("projector")
    page.set_viewport_size({"width": 1920, "height": 1080})
    view = floor_of(12)
    teams = tuple(replace(view.teams[0], team=f"{UNIT[:34]} {n}") for n in range(1, 5))
    show(page, replace(view, teams=teams))
    assert page.evaluate(CUT_ACROSS) == []


@pytest.mark.parametrize("size", SIZES.values())
def test_names_of_teams_are_whole_where_people_come_in(pages: Pages, size: tuple[int, int]) -> None:
    page = pages.open("projector")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    show(page, view_of(Table(plan(), people=4).contest))
    teams = tuple((name, 120) for name in TEAMS)
    hand(page, counts=Counts(1, 480, 480, 0, 0, teams, ("Nguyễn Thị Lan",)))
    page.evaluate(FITTED)
    assert page.evaluate(CUT_ACROSS) == []
