"""How a question is answered on a phone in a real browser: what is tapped, sent and told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.core.nouns.model import Answer, Kind, Question
from quiz.core.views.seats import seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan
from tests.web.still import Pages, hand

OPTIONS = (
    "Ban Chấp hành Tổng Liên đoàn",
    "Đoàn Chủ tịch",
    "Đại hội công đoàn các cấp",
    "Ủy ban Kiểm tra",
)
LONG_TEXT = (
    "Đọc tình huống sau: hết nhiệm kỳ, một công đoàn cơ sở có đoàn viên làm việc ở nhiều tỉnh "
    "chưa tổ chức được đại hội, và công đoàn cấp trên trực tiếp đề nghị lùi thời gian. "
    "Theo Điều lệ Công đoàn Việt Nam khóa XIII, trong trường hợp công đoàn cơ sở chưa thể tổ chức "
    "đại hội đúng nhiệm kỳ vì lý do khách quan, cơ quan nào có thẩm quyền quyết định kéo dài hoặc "
    "rút ngắn nhiệm kỳ, và thời gian kéo dài hoặc rút ngắn nhiều nhất là bao nhiêu tháng?"
)
LONG_OPTIONS = tuple(f"{option}, không quá {6 * n} tháng" for n, option in enumerate(OPTIONS, 1))
COVERED = """() => [...document.querySelectorAll("button.option")].filter((one) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  const inside = top >= 0 && top + height <= innerHeight;
  return !inside || !one.contains(document.elementFromPoint(left + width / 2, top + height - 4));
}).map((one) => one.dataset.option)"""


def question(kind: Kind, text: str = "Những cơ quan nào?", options: Any = OPTIONS) -> Question:
    keys: dict[Kind, Answer] = {Kind.ONE: (0,), Kind.SEVERAL: (0, 2), Kind.ORDER: (0, 1, 2, 3)}
    key = keys.get(kind, "hà nội")
    return Question("q", kind, text, (key,), options if kind in keys else ())


class Asked:
    """A phone at a question whose clock has run for a second."""

    def __init__(self, page: Page, asked: Question, **settings: Any) -> None:
        made = plan(3, "points", **settings)
        round_ = replace(made.rounds[0], questions=(asked, *made.rounds[0].questions[1:]))
        self.table = Table(replace(made, rounds=(round_,)), people=1)
        self.table.open()
        self.page = page
        page.evaluate("(now) => { window.serverNow = now; }", self.table.asked.opens_at + 1_000)
        contest = self.table.contest
        view, seat = phone_view(ENGINE, contest, 0), seat_view(ENGINE, contest, 1)
        hand(page, welcome={"view": view, "seat": seat, "answer": None})
        expect(page.locator(".question")).to_have_attribute("data-phase", "open")

    def tap(self, *options: int) -> None:
        for option in options:
            self.page.locator(f"button.option[data-option='{option}']").click()

    @property
    def sent(self) -> list[Any]:
        """The answers that went out."""
        return [payload["answer"] for _, payload in self.page.evaluate("window.sent ?? []")]

    @property
    def status(self) -> str:
        return self.page.locator(".answer-status").inner_text()


@pytest.fixture
def pages(tmp_path: Path, browser: Browser) -> Iterator[Pages]:
    made = Pages(tmp_path, browser, plan())
    yield made
    made.close()


@pytest.fixture
def phone(pages: Pages) -> Page:
    return pages.joined("Lê An", height=664)


def test_each_pick_of_several_is_recorded_at_once(phone: Page) -> None:
    asked = Asked(phone, question(Kind.SEVERAL))
    asked.tap(0, 2)
    assert asked.sent == [[0], [0, 2]]
    expect(phone.locator(".send .primary")).to_be_hidden()
    assert asked.status == "Đang gửi…"


def test_no_pick_left_of_several_is_not_taken_for_recorded(phone: Page) -> None:
    asked = Asked(phone, question(Kind.SEVERAL))
    asked.tap(1, 1)
    assert asked.sent == [[1]]


def test_pick_that_may_not_be_changed_is_said_to_be_unsent_and_can_be_sent(phone: Page) -> None:
    asked = Asked(phone, question(Kind.SEVERAL), change_answer=False)
    asked.tap(0, 2)
    assert (asked.sent, asked.status) == ([], "Chưa ghi")
    send = phone.locator(".send .primary")
    expect(send).to_be_in_viewport(ratio=1)
    send.click()
    assert asked.sent == [[0, 2]]


def test_whole_order_is_recorded_by_itself_and_a_part_is_said_to_be_unsent(phone: Page) -> None:
    asked = Asked(phone, question(Kind.ORDER))
    asked.tap(3, 1, 0)
    assert (asked.sent, asked.status) == ([], "Chưa ghi")
    asked.tap(2)
    assert asked.sent == [[3, 1, 0, 2]]


def test_typed_text_is_said_to_be_unsent_until_it_is_sent(phone: Page) -> None:
    asked = Asked(phone, question(Kind.TEXT))
    phone.fill("#typed", "Hà Nội")
    assert (asked.sent, asked.status) == ([], "Chưa ghi")
    phone.locator(".send .primary").click()
    assert (asked.sent, asked.status) == (["Hà Nội"], "Đang gửi…")


@pytest.mark.parametrize("kind", [Kind.ONE, Kind.SEVERAL])
def test_long_question_hides_none_of_its_options(phone: Page, kind: Kind) -> None:
    phone.set_viewport_size({"width": 390, "height": 844})
    asked = Asked(phone, question(kind, LONG_TEXT, LONG_OPTIONS))
    assert phone.evaluate(COVERED) == []
    asked.tap(0)
    assert phone.evaluate(COVERED) == []


BROKEN_WORDS = """() => [...document.querySelectorAll(".option-text")].flatMap((one) => {
  const text = one.firstChild;
  return [...text.data.matchAll(/\\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word);
})"""


@pytest.mark.parametrize("width", [320, 390])
def test_text_twice_as_large_breaks_no_word_of_an_option(phone: Page, width: int) -> None:
    phone.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    phone.set_viewport_size({"width": width, "height": 700})
    asked = Asked(phone, question(Kind.SEVERAL))
    asked.tap(0, 1, 2, 3)
    assert phone.evaluate(BROKEN_WORDS) == []


def test_text_twice_as_large_leaves_room_below_ones_name(pages: Pages) -> None:
    phone = pages.joined("Ẩn Ỗi Ẫm Tôn Nữ Quỳnh Hương Giáng Tuyết")
    asked = Asked(phone, question(Kind.ONE))
    phone.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    asked.tap(0)
    head = phone.locator(".head").evaluate("one => one.getBoundingClientRect().height")
    cut = "all => all.filter((one) => one.scrollWidth > one.clientWidth).length"
    name = phone.locator(".head-name, .answer-status").evaluate_all(cut)
    assert (head < 844 / 6, name) == (True, 0)


def columns(phone: Page) -> int:
    shown = phone.locator(".question").evaluate("one => getComputedStyle(one).gridTemplateColumns")
    return 1 if shown == "none" else len(str(shown).split())


def test_keyboard_of_an_upright_phone_leaves_one_column(phone: Page) -> None:
    Asked(phone, question(Kind.TEXT))
    found = []
    for width, height in ((390, 664), (390, 330), (320, 250), (568, 320), (844, 390)):
        phone.set_viewport_size({"width": width, "height": height})
        found.append(columns(phone))
    assert found == [1, 1, 1, 2, 2]


def test_keyboard_leaves_the_field_uncovered(phone: Page) -> None:
    Asked(phone, question(Kind.TEXT))
    phone.set_viewport_size({"width": 390, "height": 330})
    phone.locator("#typed").scroll_into_view_if_needed()
    covered = """one => {
      const { left, bottom, width } = one.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, bottom - 4) !== one;
    }"""
    assert not phone.locator("#typed").evaluate(covered)


def test_unsent_text_is_said_in_red_before_the_time_is_up(phone: Page) -> None:
    asked = Asked(phone, question(Kind.TEXT))
    phone.fill("#typed", "Hà Nội")
    deadline = asked.table.asked.deadline
    phone.evaluate("(now) => { window.serverNow = now; }", deadline - 4_900)
    expect(phone.locator('.answer-status[data-tone="problem"]')).to_have_text(
        "Chưa ghi, sắp hết giờ"
    )
    phone.evaluate("(now) => { window.serverNow = now; }", deadline + 100)
    expect(phone.locator(".answer-status")).to_have_text("Đã khóa. Bạn chưa gửi câu trả lời.")
