"""The console and the prompter in a real browser, from views that the real rules made."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import RosterView, RowView
from quiz.core.nouns.model import Plan
from quiz.core.nouns.shapes import Counts
from quiz.core.nouns.state import Contest, Stage
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view
from quiz.core.views.prompter_view import prompter_view
from quiz.formats import ENGINE
from quiz.formats.golden_bell.commands import PickRescued
from tests.core.builders import Table, plan
from tests.formats.desk import Desk, clock, rules
from tests.web.conftest import Site
from tests.web.still import Pages, hand

Open = Callable[..., Page]


@pytest.fixture
def open_page(tmp_path: Path, browser: Browser) -> Iterator[Open]:
    """Opens the console of a contest with this plan, or another page of it."""
    opened: list[Pages] = []

    def open_page(made: Plan, page: str = "") -> Page:
        pages = Pages(tmp_path, browser, made)
        opened.append(pages)
        found = pages.open("host")
        found.set_viewport_size({"width": 1366, "height": 768})
        found.goto(pages.address(f"/host/contests/{pages.contest}{page}"))
        return found

    yield open_page
    for pages in opened:
        pages.close()


def view_of(contest: Contest) -> Any:
    return host_view(ENGINE, contest, 0)


def test_console_shows_the_newest_standings_while_the_hall_sees_those_held(
    open_page: Open,
) -> None:
    made = plan(3, "points")
    table = Table(made, people=2)
    table.ask(1)
    table.act(c.Freeze(0, True))
    page = open_page(made)
    shown = []
    for press in ("draw", "finish", "none"):
        table.until(press)
        hand(page, view=view_of(table.contest))
        points = page.locator("table.standings tbody tr td:last-child")
        shown.append((points.all_inner_texts(), page.get_by_text("Dừng bảng hạng").count()))
        if press == "draw":
            table.ask(1)
    assert shown == [(["10", "0"], 1), (["20", "0"], 1), (["20", "0"], 0)]


def read_out(desk: Desk) -> Any:
    """The view as a prompter is told it."""
    return read_out_of(desk.contest)


def read_out_of(contest: Contest) -> Any:
    return prompter_view(ENGINE, contest, projector_view(ENGINE, contest, 0))


def said(page: Page) -> list[str]:
    """The sentences that the MC is to say."""
    return page.locator(".say-now .say").all_inner_texts()


@pytest.mark.parametrize("told", [read_out, lambda desk: view_of(desk.contest)])
def test_prompter_calls_up_only_who_is_still_to_be_judged(
    open_page: Open, told: Callable[[Desk], Any]
) -> None:
    desk = clock()
    for number in (1, 2):
        desk.buzz(number)
    desk.expire()
    page = open_page(rules(), "/prompter")
    hand(page, view=told(desk))
    assert said(page) == ["Mời Thí sinh 1, số 1, Vàng; Thí sinh 2, số 2, Đỏ trả lời."]
    expect(page.locator(".read-key")).to_contain_text("Đáp án: B. Hai")
    desk.judge(1, right=False)
    hand(page, view=told(desk))
    assert said(page) == ["Mời Thí sinh 2, số 2, Đỏ trả lời."]
    desk.judge(2, right=False)
    hand(page, view=told(desk))
    missed = "Thí sinh 1, số 1, Vàng; Thí sinh 2, số 2, Đỏ"
    assert said(page) == [
        f"Rất tiếc, câu trả lời của {missed} chưa đúng.",
        "Và đáp án đúng là…",
    ]


def test_prompter_says_the_verdict_and_not_who_answers_once_it_is_given(open_page: Open) -> None:
    desk = clock()
    desk.turn(1)
    desk.judge(1, right=True)
    page = open_page(rules(), "/prompter")
    hand(page, view=read_out(desk))
    assert said(page)[0] == "Xin chúc mừng, câu trả lời đúng của Thí sinh 1, số 1, Vàng."


def test_prompter_says_after_a_turn_on_the_phone_that_it_was_had(open_page: Open) -> None:
    desk = clock(aloud=False)
    desk.turn(1)
    desk.do(desk.say(1))
    desk.expire()
    page = open_page(rules(aloud=False), "/prompter")
    hand(page, view=read_out(desk))
    assert said(page)[0] == "Thí sinh 1, số 1, Vàng đã trả lời trên điện thoại."
    desk.advance()
    hand(page, view=read_out(desk))
    assert said(page)[0] == "Xin chúc mừng, câu trả lời đúng của Thí sinh 1, số 1, Vàng."


def test_prompter_says_what_each_step_of_a_round_asks_for(open_page: Open) -> None:
    made = plan(2, rescues=[])
    table = Table(made, people=3)
    page = open_page(made, "/prompter")
    texts = {}
    for step in ("start_round", "draw", "show", "start_clock", "close", "reveal", "settle"):
        table.until(step)
        hand(page, view=read_out_of(table.contest))
        texts[step] = said(page)
    table.advance()
    hand(page, view=read_out_of(table.contest))
    texts["settled"] = said(page)
    assert texts["start_round"][0] == "Kính chào quý vị. Chào mừng quý vị đến với Hội thi."
    assert texts["draw"][2] == "Phần thi có 2 câu hỏi, mỗi câu 15 giây."
    assert texts["show"][0] == "Mời các thí sinh chuẩn bị. Sau đây là câu hỏi số 1."
    assert texts["start_clock"] == [
        "Câu hỏi số 1.",
        "Câu q1?",
        "Thời gian 15 giây, bắt đầu.",
    ]
    assert texts["close"][0] == "Thời gian 15 giây, bắt đầu."
    assert texts["reveal"] == ["Đã hết giờ, xin mời dừng trả lời.", "Và đáp án đúng là…"]
    assert texts["settle"][0] == "Đáp án đúng là: B. Hai."
    assert texts["settled"] == [
        "Không ai trả lời đúng nên không ai rời sàn.",
        "Trên sàn còn 3 người.",
    ]


def test_prompter_fills_the_page_and_is_never_cut(open_page: Open) -> None:
    made = plan(2, rescues=[])
    table = Table(made, people=3)
    page = open_page(made, "/prompter")
    for step in ("start_round", "draw", "start_clock", "reveal", "settle"):
        table.until(step)
        hand(page, view=read_out_of(table.contest))
        for width, height in ((1024, 768), (1366, 768), (820, 1180), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_function(FITTED, timeout=5_000)


FITTED = """() => {
  const page = document.querySelector(".prompter-page"), now = page.firstElementChild;
  const size = parseFloat(getComputedStyle(page).fontSize);
  const whole = page.scrollHeight <= page.clientHeight && page.scrollWidth <= page.clientWidth;
  return whole && now.offsetHeight > page.clientHeight / 3 && size >= 24;
}"""


def read_through(page: Page, made: Plan, told: Callable[[Contest], Any]) -> list[str]:
    """What stands on the prompter after each of the host's steps."""
    table, texts = Table(made, people=2), []
    while table.step() != "none":
        hand(page, view=told(table.contest))
        texts.append(page.locator(".say-now").inner_text())
        table.advance()
    return texts


@pytest.mark.parametrize("format", ["golden_bell", "points", "buzzer"])
def test_prompter_reads_the_same_out_of_its_own_view_as_out_of_a_consoles(
    open_page: Open, format: str
) -> None:
    made = plan(2, format)
    page = open_page(made, "/prompter")
    own = read_through(page, made, read_out_of)
    page.reload()
    assert own == read_through(page, made, view_of)
    assert any("Giải thích q1" in text for text in own)


def roster(*states: str) -> RosterView:
    rows = (RowView(n, f"Thí sinh {n}", "Đỏ", state, 0, 0) for n, state in enumerate(states, 1))
    return RosterView(1, 0, tuple(rows))


@pytest.mark.parametrize(
    ("format", "states", "offered"),
    [
        ("points", ("in", "in"), 0),
        ("buzzer", ("in", "in"), 0),
        ("points", ("in", "out"), 3),
        ("golden_bell", ("in", "in"), 3),
    ],
)
def test_people_are_sorted_by_floor_only_where_somebody_left_or_can_leave(
    open_page: Open, format: str, states: tuple[str, ...], offered: int
) -> None:
    made = plan(2, format)
    table = Table(made, people=2)
    table.advance()
    page = open_page(made)
    hand(page, roster=roster(*states), view=view_of(table.contest))
    expect(page.locator("#people .person")).to_have_count(2)
    expect(page.locator("#people .filters button:visible")).to_have_count(offered)


def test_people_are_all_shown_again_once_nobody_is_off_the_floor(open_page: Open) -> None:
    made = plan(2, "points")
    table = Table(made, people=2)
    table.advance()
    page = open_page(made)
    hand(page, roster=roster("in", "out"), view=view_of(table.contest))
    page.get_by_role("button", name="Đã rời 1").click()
    expect(page.locator("#people .person")).to_have_count(1)
    hand(page, roster=replace(roster("in", "in"), v=2))
    expect(page.locator("#people .person")).to_have_count(2)


def counted(people: int) -> Counts:
    return Counts(1, people, 2, 0, 0, (), ())


def test_console_says_that_as_many_are_in_as_there_is_room_for(open_page: Open) -> None:
    made = replace(plan(2), capacity=3)
    lobby = view_of(Table(made).contest)
    page = open_page(made)
    count, said = page.locator("#hall-count"), page.locator("#lobby-full")
    hand(page, view=lobby, counts=counted(2))
    expect(count).to_have_text("2 thí sinh · 2 máy đang nối")
    expect(said).to_be_hidden()
    hand(page, counts=counted(3))
    expect(count).to_have_text("Đủ 3 trên 3 người · 2 máy đang nối")
    expect(said).to_have_text("Đủ 3 trên 3 người: người mới không vào được nữa.")
    hand(page, counts=counted(2))
    expect(said).to_be_hidden()


def test_contest_without_a_limit_is_never_full(open_page: Open) -> None:
    page = open_page(plan(2))
    hand(page, view=view_of(Table(plan(2)).contest), counts=counted(5000))
    expect(page.locator("#hall-count")).to_have_text("5.000 thí sinh · 2 máy đang nối")
    expect(page.locator("#lobby-full")).to_be_hidden()


HEAD = """() => [...document.querySelectorAll(".bar > *, .console-title > *")].map((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  return { left, right, top, bottom, cut: one.scrollWidth > one.clientWidth };
})"""
TITLE = "Hội thi tìm hiểu Điều lệ Công đoàn"


def of_two_rounds(title: str) -> Plan:
    first, second = plan(1, "points").rounds[0], plan(1).rounds[0]
    named = (replace(first, name="Tích điểm"), replace(second, name="Rung chuông vàng 10 câu"))
    return replace(plan(), title=title, rounds=named)


def overlapping(boxes: list[dict[str, float]]) -> int:
    """How many pairs of side-by-side boxes lie over each other, and how many leave the page."""
    bar = sorted(boxes, key=lambda box: box["left"])
    pairs = pairwise(bar)
    return sum(one["right"] > other["left"] for one, other in pairs) + (bar[-1]["right"] > 1366)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("title", [TITLE, TITLE * 3])
def test_header_is_read_whole_in_both_languages(open_page: Open, lang: str, title: str) -> None:
    made = of_two_rounds(title)
    table = Table(made, people=3)
    while len(table.contest.plays) < 2 or table.contest.stage is not Stage.BETWEEN:
        table.advance()
    page = open_page(made)
    if lang == "en":
        with page.expect_navigation():
            page.get_by_role("button", name="English").click()
    place = {"pin": "513046", "join_url": "http://10.0.0.1/j/513046", "qr": ""}
    hand(page, place=place, view=view_of(table.contest), counts=counted(1234))
    expect(page.locator("#hall-count")).to_contain_text("513046")
    brand, head, title_box, where, *rest = page.evaluate(HEAD)
    assert overlapping([brand, head, *rest]) == 0
    broken = "all => all.filter((one) => one.getClientRects().length > 1).length"
    assert page.locator("#hall-count span").evaluate_all(broken) == 0
    assert (title_box["right"] <= head["right"], where["right"] <= head["right"]) == (True, True)
    assert (where["cut"], title_box["cut"]) == (False, title != TITLE)


def test_run_of_show_counts_only_pools_that_have_questions(open_page: Open) -> None:
    first, second = of_two_rounds(TITLE).rounds
    bare = replace(second, reserve=(), audience=first.questions)
    made = replace(plan(), rounds=(replace(first, reserve=(), audience=()), bare))
    page = open_page(made)
    hand(page, view=view_of(Table(made, people=2).contest))
    assert page.locator("#run .run-line").all_inner_texts() == [
        "1 câu chính",
        "1 câu chính · 1 khán giả",
    ]


def sent(page: Page) -> list[Any]:
    """What went out: the act's name, or the message's."""
    return [data.get("act", name) for name, data in page.evaluate("window.sent ?? []")]


def test_space_is_the_next_step_after_a_summary_was_clicked(open_page: Open) -> None:
    made = plan(2)
    page = open_page(made)
    hand(page, view=view_of(Table(made, people=2).contest))
    page.locator("#stage summary").click()
    expect(page.locator("#stage details")).to_have_attribute("open", "")
    for _ in range(2):
        page.keyboard.press("Space")
        page.wait_for_function("() => document.querySelector('#primary.armed')")
    expect(page.locator("#stage details")).to_have_attribute("open", "")


def test_round_is_ended_early_by_two_presses(open_page: Open) -> None:
    made = plan(3, "points")
    table = Table(made, people=2)
    table.ask(1)
    page = open_page(made)
    hand(page, view=view_of(table.contest))
    page.get_by_text("Kết thúc phần thi sớm", exact=True).click()
    assert sent(page) == []
    expect(page.locator("dialog")).to_contain_text("Còn 2 câu chính chưa hỏi")
    page.locator("dialog .danger").click()
    assert sent(page) == ["finish_round"]


def test_answer_entered_for_somebody_is_confirmed(open_page: Open) -> None:
    made = plan(2)
    table = Table(made, people=2)
    table.open()
    page = open_page(made)
    hand(page, roster=roster("in", "in"), view=view_of(table.contest))
    page.evaluate("() => { window.answer = { ok: true, v: 1, at: 1 }; }")
    page.locator("button.person").first.click()
    page.locator("dialog [type=radio]").first.check()
    page.get_by_text("Ghi câu trả lời này", exact=True).click()
    expect(page.locator("#done")).to_have_text("Đã ghi câu trả lời của số 1 Thí sinh 1.")
    assert sent(page) == ["enter_answer"]


def test_undo_button_takes_back_steps(open_page: Open) -> None:
    made = plan(2)
    table = Table(made, people=2)
    table.until("show")
    page = open_page(made)
    hand(page, view=view_of(table.contest))
    page.locator("#undo").click()
    assert page.evaluate("window.sent.map(([, data]) => data.steps)") == [True]


def test_end_leads_to_the_results(open_page: Open) -> None:
    made = plan(1, "points")
    table = Table(made, people=2)
    while table.step() != "none":
        table.advance()
    page = open_page(made)
    hand(page, view=view_of(table.contest))
    ways = page.locator("#stage a.button")
    expect(ways).to_have_text(["Luật và số liệu", "Thống kê", "Dữ liệu cá nhân", "Các cuộc thi"])
    for way in ways.all():
        address = way.get_attribute("href")
        assert address is not None
        assert page.request.get(page.evaluate("(to) => new URL(to, location).href", address)).ok


def opened_rescue(open_page: Open) -> tuple[Table, Page]:
    """3, 4 and 5 fell, and all would return."""
    made = plan(10, rescue_below=3, rescues=[{"how_many": "all"}])
    table = Table(made, people=5)
    table.ask(1, 2)
    table.advance()
    page = open_page(made)
    hand(page, roster=roster("in", "in", "out", "out", "out"), view=view_of(table.contest))
    return table, page


def ticked(page: Page) -> list[int]:
    chosen = page.locator(".rescue-list label:has(:checked) .number")
    return sorted(int(text) for text in chosen.all_inner_texts())


def test_ticks_of_another_console_are_on_this_one_and_counted_by_its_button(
    open_page: Open,
) -> None:
    table, page = opened_rescue(open_page)
    assert ticked(page) == [3, 4, 5]
    for numbers in ((3, 5), (5,)):
        table.act(PickRescued(0, numbers))
        hand(page, view=view_of(table.contest))
        assert ticked(page) == list(numbers)
        expect(page.locator("#primary")).to_have_text(f"Đưa {len(numbers)} người trở lại sàn")
    table.act(PickRescued(0, ()))
    hand(page, view=view_of(table.contest))
    expect(page.locator("#primary")).to_have_text("Chưa chọn ai")


def test_ticks_are_sent_one_after_the_other_and_none_is_lost(open_page: Open) -> None:
    table, page = opened_rescue(open_page)
    for numbers in ((4, 5), (5,)):
        page.evaluate("v => { window.answer = { ok: true, v, at: 1 }; }", table.contest.version + 1)
        if numbers == (4, 5):
            page.get_by_label("Thí sinh 3").uncheck()
            page.get_by_label("Thí sinh 4").uncheck()
            assert sent(page) == ["pick_rescued"]
        else:
            hand(page, view=view_of(table.contest))
        table.act(PickRescued(0, numbers))
    hand(page, view=view_of(table.contest))
    assert page.evaluate("window.sent.map(([, data]) => data.numbers)") == [[4, 5], [5]]
    assert ticked(page) == [5]
    expect(page.locator("#primary")).to_have_text("Đưa 1 người trở lại sàn")


def test_tick_that_is_refused_is_taken_back(open_page: Open) -> None:
    _, page = opened_rescue(open_page)
    page.evaluate("() => { window.answer = { ok: false, code: 'stale' }; }")
    page.locator(".rescue-list input").first.click()
    page.wait_for_function("() => document.querySelector('.rescue-list input').checked")
    assert sent(page) == ["pick_rescued"]
    assert ticked(page) == [3, 4, 5]


def test_console_says_that_the_audience_answers_its_question(open_page: Open) -> None:
    made = plan(2)
    spare = replace(made.rounds[0].questions[0], id="kg")
    made = replace(made, rounds=(replace(made.rounds[0], audience=(spare,)),))
    table = Table(made, people=2)
    table.until("draw")
    page = open_page(made)
    table.act(c.DrawAudienceQuestion(0))
    table.until("start_clock")
    hand(page, view=view_of(table.contest))
    hint = page.locator("#primary-hint")
    assert hint.inner_text() == "Bấm khi đã đọc xong. Khán giả bắt đầu được trả lời."


@pytest.mark.parametrize("is_on_network", [True, False])
def test_console_warns_of_data_on_a_network_drive(tmp_path: Path, is_on_network: bool) -> None:
    site = Site(tmp_path)
    site.app.config["ON_NETWORK_DRIVE"] = is_on_network
    contest = site.runners.create(plan(), owner=1)
    client = site.app.test_client()
    client.get(site.link())
    page = client.get(f"/host/contests/{contest}").get_data(as_text=True)
    assert ("Dữ liệu đang nằm trên ổ mạng" in page) is is_on_network
    site.close()
