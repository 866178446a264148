"""The hall's scenes in a real browser, from views that the real rules made."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from quiz.core.nouns import commands as c
from quiz.core.nouns.hall_shapes import (
    HeldView,
    PrizeBasis,
    PrizeView,
    ProjectorView,
    Square,
    StandingRow,
    TeamRow,
)
from quiz.core.nouns.model import Prize
from quiz.core.nouns.shapes import Counts, Person
from quiz.core.nouns.state import Contest, Scene
from quiz.core.views.hall_view import projector_view
from quiz.formats import ENGINE
from quiz.formats.golden_bell.view import HelpView
from tests.banks.drawn import photograph, saved
from tests.core.builders import Table, plan
from tests.web.still import Pages, hand, serve_still

SIZES = {"16:9": (1920, 1080), "16:10": (1280, 800), "4:3": (1024, 768)}
TITLE = "Rung chuông vàng: Tìm hiểu Điều lệ Công đoàn"
FADE_MS = 300
IDLE_MS = 2_000
LONG = "Theo Điều lệ Công đoàn Việt Nam khóa XII, cơ quan nào có thẩm quyền quyết định? " * 4

OUTSIDE = """() => [...document.querySelectorAll(".scene:not(.going) *, .crest *")]
  .filter((one) => !one.closest(".bell-place, svg"))
  .filter((one) => {
    const { left, top, right, bottom, width } = one.getBoundingClientRect();
    return width && (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1);
  }).map((one) => one.className || one.tagName)"""
FITTING = ".ask-panel, .option, .pad, .join-title, .join-address, .card-title, .bell-name"
CUT = f"""() => [...document.querySelectorAll("{FITTING}")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.className)"""
# The fonts of a scene are asked for once it is laid out. Observers hear of sizes in the order
# in which they began: after a new one has, all texts are fitted.
FITTED = """async () => {
  const laidOut = () => new Promise((done) => new ResizeObserver(done).observe(document.body));
  await laidOut();
  await document.fonts.ready;
  await laidOut(); }"""
SCROLLS = "() => document.documentElement.scrollHeight > innerHeight"


def view_of(contest: Contest) -> ProjectorView:
    return projector_view(ENGINE, contest, 0)


def at_question(people: int = 4) -> Table:
    table = Table(plan(5), people)
    table.open()
    return table


def at_reveal() -> Table:
    table = at_question()
    table.answer(1, table.asked.question.key[0])
    table.answer(2, (3,))
    table.advance(2)
    return table


def after_question() -> Table:
    table = Table(plan(5), people=4)
    table.ask(1, 2, wrong=(3,))
    return table


def sent(table: Table, scene: Scene) -> ProjectorView:
    table.act(c.SendScene(0, scene))
    return view_of(table.contest)


def floor_of(count: int) -> ProjectorView:
    states = ("in", "out", "leaving", "returned")
    squares = tuple(
        Square(number, "Nguyễn Thị Phương Quỳnh", "Đỏ", states[number % 4])
        for number in range(1, count + 1)
    )
    return replace(view_of(after_question().contest), squares=squares)


def with_long_texts(view: ProjectorView) -> ProjectorView:
    assert view.question is not None
    options = tuple(LONG[:120] for _ in view.question.options)
    return replace(view, question=replace(view.question, text=LONG[:300], options=options))


def with_picture(view: ProjectorView, width: int = 300, height: int = 200) -> ProjectorView:
    assert view.question is not None
    picture = base64.b64encode(saved(photograph(width, height), "PNG")).decode()
    question = replace(view.question, picture=f"data:image/png;base64,{picture}")
    return replace(view, question=question)


def at_the_bell(**changes: Any) -> ProjectorView:
    view = view_of(after_question().contest)
    part = replace(view.parts["golden_bell"], **changes)
    return replace(view, scene="bell", parts={"golden_bell": part})


def bell(name: str) -> ProjectorView:
    return at_the_bell(winner=Person(87, name, "Văn phòng – Tài chính"))


def titled(title: str) -> ProjectorView:
    return replace(sent(after_question(), Scene.BLANK), title=title)


def under_long_titles(view: ProjectorView) -> ProjectorView:
    assert view.round is not None
    return replace(view, title=LONG[:116], round=replace(view.round, name=LONG[:60]))


def helped(chosen: tuple[int, ...] = ()) -> ProjectorView:
    """The audience helps somebody with a long name; or has helped, and this was chosen."""
    view = view_of(at_question().contest)
    asker = Person(87, LONGEST, "Văn phòng – Tài chính")
    help_ = HelpView(asker, not chosen, False, sum(chosen), chosen)
    part = replace(view.parts["golden_bell"], help=help_)
    return with_long_texts(replace(view, parts={"golden_bell": part}))


def promised() -> ProjectorView:
    """The prizes, sent to the hall long before the ceremony."""
    prizes = tuple(Prize(name, 10) for name in ("Giải Nhất", "Giải Nhì", "Giải Ba", "Khuyến khích"))
    return sent(Table(replace(plan(5), prizes=prizes)), Scene.PRIZES)


SCENES: dict[str, Callable[[], ProjectorView]] = {
    "join": lambda: view_of(Table(plan(), people=4).contest),
    "join with a long title": lambda: replace(view_of(Table(plan()).contest), title=LONG[:120]),
    "question": lambda: view_of(at_question().contest),
    "question under a long title": lambda: under_long_titles(view_of(at_question().contest)),
    "standings under a long title": lambda: under_long_titles(
        sent(after_question(), Scene.STANDINGS)
    ),
    "long question": lambda: with_long_texts(view_of(at_question().contest)),
    "reveal": lambda: view_of(at_reveal().contest),
    "picture": lambda: with_picture(view_of(at_question().contest)),
    "tall picture": lambda: with_picture(view_of(at_question().contest), 100, 900),
    "long question with a picture": lambda: with_picture(
        with_long_texts(view_of(at_question().contest))
    ),
    "long reveal with a picture": lambda: with_picture(
        with_long_texts(view_of(at_reveal().contest))
    ),
    "long reveal": lambda: with_long_texts(view_of(at_reveal().contest)),
    "lifeline": helped,
    "lifeline closed": lambda: helped((12, 340, 0, 1)),
    "floor of 4": lambda: floor_of(4),
    "floor of 24": lambda: floor_of(24),
    "floor of 40": lambda: floor_of(40),
    "floor of 100": lambda: floor_of(100),
    "floor of 3000": lambda: floor_of(3000),
    "empty floor": lambda: floor_of(0),
    "standings": lambda: sent(after_question(), Scene.STANDINGS),
    "teams": lambda: sent(after_question(), Scene.TEAMS),
    "bell": lambda: bell("Nguyễn Hoàng Thị Phương Quỳnh Anh Thư Ngọc"),
    "silent bell": lambda: at_the_bell(bell_silent=True),
    "no prizes": lambda: sent(after_question(), Scene.PRIZES),
    "prizes to come": promised,
    "blank": lambda: sent(after_question(), Scene.BLANK),
    "blank of two clauses": lambda: titled(TITLE),
    "blank with a long title": lambda: titled(LONG[:120]),
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """The hall's page, opened once; its line to the server and its time in the tests' hand."""
    pages = Pages(tmp_path_factory.mktemp("hall"), browser, plan())
    page = pages.context.new_page()
    page.clock.install()
    page.route("**/static/**", serve_still)
    page.goto(pages.address(pages.ways["projector"]))
    yield page
    pages.close()


@pytest.fixture
def hall(shown: Page) -> Iterator[Page]:
    """The hall's page by the real clock; no script may fail."""
    errors: list[str] = []

    def note(error: Error) -> None:
        errors.append(str(error))

    shown.on("pageerror", note)
    shown.evaluate("delete window.serverNow")
    yield shown
    shown.remove_listener("pageerror", note)
    assert errors == []


PLACE = {
    "pin": "482913",
    "join_url": "http://192.168.1.20:5000/j/482913",
    "qr": "/static/img/bell.svg",
}
COUNTS = Counts(1, 63, 60, 41, 63, (("Đỏ", 30), ("Vàng", 33)), ("Nguyễn Thị Lan",))


def show(page: Page, view: ProjectorView) -> None:
    """Hand the page a view; let the scene before it fade, and the fonts come."""
    hand(page, place=PLACE, counts=COUNTS, view=view)
    page.clock.fast_forward(FADE_MS)
    expect(page.locator(".scene")).to_have_count(1)
    page.evaluate(FITTED)


@pytest.mark.parametrize("size", SIZES)
def test_every_scene_fits_the_screen(hall: Page, size: str) -> None:
    width, height = SIZES[size]
    hall.set_viewport_size({"width": width, "height": height})
    apart = replace(view_of(after_question().contest), scene="rescue")
    for name, made in SCENES.items():
        # A scene that goes on keeps what cannot change in a contest: each begins anew here.
        show(hall, apart)
        show(hall, made())
        found = [hall.evaluate(question) for question in (OUTSIDE, CUT, SCROLLS)]
        assert (name, *found) == (name, [], [], False)


@pytest.mark.parametrize("size", SIZES)
def test_usual_address_and_pin_have_a_line_each(hall: Page, size: str) -> None:
    width, height = SIZES[size]
    hall.set_viewport_size({"width": width, "height": height})
    show(hall, SCENES["join with a long title"]())
    show(hall, SCENES["join"]())
    beyond = """all => all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const right = document.querySelector(".join-crowd").getBoundingClientRect().right;
      return [...range.getClientRects()].map((line) => line.right > right + 1);
    })"""
    assert hall.locator(".join-address, .join-pin").evaluate_all(beyond) == [[False], [False]]


def test_question_shows_letters_options_and_how_many_answered(hall: Page) -> None:
    show(hall, view_of(at_question().contest))
    assert hall.locator(".option .plate b").all_inner_texts() == ["A", "B", "C", "D"]
    assert hall.locator(".option-text").all_inner_texts() == ["Một", "Hai", "Ba", "Bốn"]
    assert hall.locator(".answered b").inner_text() == "41/63"


def test_clock_counts_down_by_the_servers_time(hall: Page) -> None:
    view = view_of(at_question().contest)
    assert view.clock is not None
    hall.evaluate("now => { window.serverNow = now }", view.clock.deadline - 3_200)
    show(hall, view)
    assert hall.locator(".ring-digits").inner_text() == "4"
    assert hall.locator(".ring").get_attribute("data-state") == "urgent"


def test_reveal_lights_the_right_option_in_the_same_scene(hall: Page) -> None:
    show(hall, view_of(at_question().contest))
    hall.evaluate("() => { document.querySelector('.scene').dataset.kept = 'yes' }")
    show(hall, view_of(at_reveal().contest))
    kept = hall.locator('.scene[data-kept="yes"]')
    assert kept.locator(".option.right .option-text").all_inner_texts() == ["Hai"]
    assert kept.locator(".share b").all_inner_texts() == ["0", "1", "0", "1"]
    assert kept.locator(".outcome-number").inner_text() == "1/4"
    assert kept.locator(".because-where").inner_text() == "Điều q1"


def test_prizes_to_come_are_named_and_closed(hall: Page) -> None:
    show(hall, promised())
    names = ["Giải Nhất", "Giải Nhì", "Giải Ba", "Khuyến khích"]
    assert hall.locator(".shelf b").all_inner_texts() == names
    assert hall.locator(".shelf small").all_inner_texts() == ["Chờ công bố"] * 4


def test_floor_counts_only_teams_that_have_somebody(hall: Page) -> None:
    view = floor_of(8)
    rows = tuple(
        TeamRow(1, team, "0", members, members) for team, members in (("Đỏ", 4), ("Vàng", 4))
    )
    show(hall, replace(view, teams=(*rows, TeamRow(1, "Xanh", "0", 0, 0))))
    assert hall.locator(".floor-teams li").all_text_contents() == ["Đỏ4/4", "Vàng4/4"]


def test_reveal_taken_back_shows_the_question_again(hall: Page) -> None:
    show(hall, view_of(at_reveal().contest))
    show(hall, view_of(at_question().contest))
    assert hall.locator(".option.right, .share, .because, .outcome").count() == 0
    assert hall.locator(".ring").count() == 1


def test_floor_shows_who_left(hall: Page) -> None:
    show(hall, view_of(after_question().contest))
    states = hall.locator(".square").evaluate_all("all => all.map((one) => one.dataset.state)")
    assert states == ["in", "in", "leaving", "leaving"]
    assert hall.locator(".floor-left").inner_text() == "2"


def test_floor_names_only_while_they_can_be_read(hall: Page) -> None:
    named = []
    for count in (24, 25):
        show(hall, floor_of(count))
        named.append(hall.locator(".square span").count())
    assert named == [24, 0]


def test_name_at_the_bell_is_as_large_as_fits(hall: Page) -> None:
    hall.set_viewport_size({"width": 1920, "height": 1080})
    for name, largest in (("Nguyễn Lan", True), (LONG[:80], False)):
        show(hall, view_of(at_question().contest))
        show(hall, bell(name))
        size = float(
            hall.locator(".bell-name").evaluate("one => one.style.getPropertyValue('--fit')")
        )
        assert (3 < size <= 7, size == 7) == (True, largest)


def test_bell_and_ceremony_say_what_gives_the_prizes(hall: Page) -> None:
    basis, said = PrizeBasis("winner", "Về đích"), "Ai thắng phần thi “Về đích” thì đứng đầu"
    show(hall, view_of(at_question().contest))
    show(hall, replace(bell("Nguyễn Lan"), prizes_by=basis))
    shown = [hall.locator(".bell-prizes").inner_text()]
    show(hall, replace(sent(after_question(), Scene.PRIZES), prizes_by=basis))
    shown.append(hall.locator(".card-note small").inner_text())
    assert shown == [f"{said}, những người khác theo tổng điểm."] * 2


LONGEST = "Nguyễn Hoàng Thị Phương Quỳnh Anh Thư Ng"
UNIT = "Ban Chính sách pháp luật – Quan hệ lao động"
SCREENS = ((1920, 1080), (1280, 720), (1024, 768))
TURN_MS = 8_000
HIDDEN = """() => {
  const list = document.querySelector(".prize-winners").getBoundingClientRect();
  return [...document.querySelectorAll(".prize-winners li")].filter((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return left < list.left - 2 || top < list.top - 2 ||
      right > list.right + 2 || bottom > list.bottom + 2;
  }).length; }"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".prize-winners li *")].map(
  (one) => parseFloat(getComputedStyle(one).fontSize)))"""


def ceremony(people: int, name: str = LONGEST) -> ProjectorView:
    """The lowest prize has so many winners, and was just shown."""
    unit = UNIT if name == LONGEST else "Kho"
    who = tuple(Person(number, name, unit) for number in range(1, people + 1))
    prizes = (
        PrizeView("Giải Nhất", 1, False, ()),
        PrizeView("Giải Khuyến khích", people, True, who),
    )
    return replace(sent(after_question(), Scene.PRIZES), prizes=prizes, title=f"{people} người")


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize(
    ("people", "name", "pages"),
    [(1, LONGEST, 1), (5, LONGEST, 1), (10, LONGEST, 2), (30, LONGEST, 5), (30, "Lê An", 4)],
)
def test_every_winner_is_seen_whole_page_after_page(
    hall: Page, size: tuple[int, int], people: int, name: str, pages: int
) -> None:
    width, height = size
    hall.set_viewport_size({"width": width, "height": height})
    show(hall, view_of(at_question().contest))
    show(hall, ceremony(people, name))
    seen = []
    for _ in range(pages):
        hall.evaluate(FITTED)
        assert (hall.evaluate(HIDDEN), hall.evaluate(OUTSIDE)) == (0, [])
        assert hall.evaluate(SMALLEST) >= 20
        seen += hall.locator(".prize-winners small").all_inner_texts()
        hall.clock.fast_forward(TURN_MS)
    unit = UNIT if name == LONGEST else "Kho"
    assert seen == [f"Số {number} · {unit}" for number in range(1, people + 1)]


def test_prize_that_nobody_takes_is_not_the_newest(hall: Page) -> None:
    show(hall, view_of(at_question().contest))
    view = ceremony(2, "Nguyễn Lan")
    nobody = PrizeView("Giải Nhất", 1, True, ())
    show(hall, replace(view, prizes=(nobody, view.prizes[1])))
    assert hall.locator(".prize-name").inner_text() == "Giải Khuyến khích"


def ranked(count: int, prized: int, **changes: Any) -> ProjectorView:
    rows = tuple(
        StandingRow(n, n, f"Người {n}", UNIT, 100 - n, 9, 0, 1000 * n, "Quà" if n <= prized else "")
        for n in range(1, count + 1)
    )
    view = replace(sent(after_question(), Scene.STANDINGS), standings=rows, prized=prized)
    several = view.round and replace(view.round, of=2)
    return replace(view, round=several, **changes)


def names_shown(page: Page) -> list[str]:
    return page.locator(".ranks .who b").all_inner_texts()


def test_standings_turn_their_pages_down_to_the_last_prize(hall: Page) -> None:
    show(hall, view_of(at_question().contest))
    show(hall, ranked(14, 14))
    found = [names_shown(hall)]
    hall.clock.fast_forward(TURN_MS)
    found.append(names_shown(hall))
    assert [len(names) for names in found] == [7, 7]
    assert [name for names in found for name in names] == [f"Người {n}" for n in range(1, 15)]


def test_standings_name_no_half_of_a_place(hall: Page) -> None:
    view = ranked(12, 3)
    rows = tuple(replace(row, rank=min(row.rank, 9)) for row in view.standings)
    show(hall, view_of(at_question().contest))
    show(hall, replace(view, standings=rows))
    said = hall.locator(".standings-rest").inner_text()
    assert (len(names_shown(hall)), said) == (8, "Hạng 9: 4 người ngang nhau, không nêu tên")


def test_standings_say_what_tells_equals_apart(hall: Page) -> None:
    view = ranked(3, 3)
    rows = [replace(row, points=50) for row in view.standings]
    rows = [rows[0], rows[1], replace(rows[2], reserve=1, by_lot=True)]
    show(hall, view_of(at_question().contest))
    show(hall, replace(view, standings=tuple(rows)))
    said = hall.locator(".tie").all_inner_texts()
    assert said == ["1,000 giây", "2,000 giây", "1 câu phụ đúng · 3,000 giây · bốc thăm"]


def test_standings_that_are_held_say_so(hall: Page) -> None:
    show(hall, view_of(at_question().contest))
    show(hall, ranked(3, 3, held=HeldView("Về đích", 4)))
    said = hall.locator(".standings-held").inner_text()
    assert said == "Đang giữ, như sau câu 4, phần thi “Về đích”"
    show(hall, ranked(3, 3))
    expect(hall.locator(".standings-held")).to_be_hidden()


def test_lost_line_keeps_the_scene_and_marks_a_corner(hall: Page) -> None:
    show(hall, view_of(at_question().contest))
    hall.evaluate("() => setLine('lost')")
    assert hall.locator("#mark").inner_text() == "Đang nối lại"
    assert hall.locator(".scene.ask").count() == 1
    hall.evaluate("() => setLine('online')")
    assert hall.locator("#mark").inner_text() == ""


def test_pointer_rests_after_a_while(hall: Page) -> None:
    hall.mouse.move(100, 100)
    expect(hall.locator("html")).not_to_have_class("idle")
    hall.clock.fast_forward(IDLE_MS)
    expect(hall.locator("html")).to_have_class("idle")
    assert hall.evaluate("getComputedStyle(document.body).cursor") == "none"


def test_sound_waits_for_a_key_and_is_muted_by_the_host(hall: Page) -> None:
    notes_of_the_bell = """async () => {
      let notes = 0;
      const made = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function () { notes += 1; return made.call(this); };
      (await import("/static/js/projector/sound.js")).play("bell");
      AudioContext.prototype.createOscillator = made;
      return notes; }"""
    view = view_of(at_question().contest)
    hall.reload()
    expect(hall.locator("#operator")).to_be_visible()
    heard = [hall.evaluate(notes_of_the_bell) > 0]
    hall.keyboard.press("a")
    expect(hall.locator("#operator")).to_be_hidden()
    for muted in (False, True, False):
        show(hall, replace(view, muted=muted))
        heard.append(hall.evaluate(notes_of_the_bell) > 0)
    assert heard == [False, True, False, True]


CUES: list[tuple[dict[str, Any], dict[str, Any], str | None]] = [
    ({}, {"life": "shown"}, "shown"),
    ({"life": "shown"}, {"life": "clock"}, "clock"),
    ({"life": "locked"}, {"life": "clock"}, None),
    ({"life": "clock"}, {"life": "locked"}, "locked"),
    ({"life": "locked"}, {"life": "revealed", "reveal": {"voided": False}}, "revealed"),
    ({"life": "locked"}, {"life": "revealed", "reveal": {"voided": True}}, None),
    ({}, {"scene": "floor", "squares": [{"state": "leaving"}]}, "leaving"),
    ({}, {"scene": "floor", "squares": [{"state": "returned"}]}, "returned"),
    ({}, {"scene": "floor", "squares": [{"state": "in"}]}, "stay"),
    ({}, {"prizes": [{"shown": False}, {"shown": True}]}, "prize"),
    ({"scene": "floor"}, {"scene": "floor"}, None),
    ({}, {"scene": "bell", "winner": {"number": 1}}, "bell"),
    ({"scene": "bell"}, {"scene": "bell", "winner": {"number": 1}}, "bell"),
    ({}, {"scene": "bell", "bell_silent": True}, "silent"),
]
ANSWERING = {"life": "held", "phase": "answering"}
BUZZES: list[tuple[dict[str, Any], dict[str, Any], str | None]] = [
    ({"life": "clock"}, {"life": "held", "phase": "buzzed"}, "buzz"),
    ({"life": "held", "phase": "buzzed"}, ANSWERING, None),
    ({"life": "shown"}, ANSWERING, "buzz"),
    (ANSWERING, {"life": "paused", "missed": [1]}, "wrong"),
    (ANSWERING, {"life": "paused"}, None),
    (ANSWERING, {"life": "locked", "right": [1]}, "right"),
    (ANSWERING, {"life": "locked", "aloud": True}, "wrong"),
    (ANSWERING, {"life": "locked"}, "locked"),
    ({"life": "clock"}, {"life": "locked"}, "locked"),
    (ANSWERING, {"life": "clock"}, "clock"),
]
PARTS: dict[str, dict[str, Any]] = {
    "golden_bell": {"winner": None, "bell_silent": False, "spared": False},
    "buzzer": {"phase": "", "right": [], "missed": [], "aloud": False},
}


def heard(page: Page, name: str, cues: list[Any]) -> list[str | None]:
    """The cues of changes in a round of this format; what is its own goes into its part."""
    still: dict[str, Any] = {
        "scene": "blank",
        "life": None,
        "squares": [],
        "prizes": [],
        "reveal": None,
    }
    own = PARTS[name]

    def view(change: dict[str, Any]) -> dict[str, Any]:
        part = own | {key: change[key] for key in own.keys() & change.keys()}
        shared = {key: change[key] for key in change.keys() - own.keys()}
        return still | shared | {"round": {"format": name}, "parts": {name: part}}

    script = """async ([name, changes]) => {
      await import(`/static/js/formats/${name}/projector.js`);
      const { cueBetween } = await import("/static/js/projector/cues.js");
      return changes.map(([before, after]) => cueBetween(before, after)); }"""
    changes = [[view(before), view(after)] for before, after, _ in cues]
    found: list[str | None] = page.evaluate(script, [name, changes])
    return found


@pytest.mark.parametrize(("name", "cues"), [("golden_bell", CUES), ("buzzer", BUZZES)])
def test_cue_is_what_the_change_calls_for(hall: Page, name: str, cues: list[Any]) -> None:
    assert heard(hall, name, cues) == [cue for _, _, cue in cues]


def test_grid_uses_the_room_there_is(hall: Page) -> None:
    script = """async () => { const { bestGrid } = await import("/static/js/projector/fit.js");
      return [4, 100, 500, 3000].map((count) => {
        const { columns, rows, size } = bestGrid(count, 1800, 850, 1.25);
        return columns * rows >= count && columns * size <= 1801 && rows * size / 1.25 <= 851;
      }); }"""
    assert hall.evaluate(script) == [True] * 4
