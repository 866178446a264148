"""The second evening: yesterday's contest copied, changed, and led by two hosts, an MC and a wall.

Points, buzzers and a Golden Bell, in teams that units sent; what was judged wrongly is put right.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from playwright.sync_api import Browser, Locator, expect

from quiz.cli.demo_contest import Staged
from quiz.core.nouns.model import Colour, Plan, Prize, PrizeRule, Round, Team
from tests.e2e.conftest import Hall, Serve
from tests.e2e.contest import question
from tests.e2e.desk import Desk
from tests.e2e.evenings.ending import give_prizes, look_back
from tests.e2e.evenings.evening import Evening
from tests.e2e.evenings.lending import lend
from tests.e2e.pages import CONSOLE, HALL, PATIENCE_MS, PHONE, Console, Watched, see_scene

YESTERDAY, TONIGHT = "Chung kết hôm qua", "Chung kết tối nay"
AN, BINH, CHI = "Lê An", "Hà Bình", "Vi Chi"
SEN, TRUC = "Đội Sen", "Đội Trúc"
TEAMS = {AN: SEN, BINH: TRUC, CHI: SEN}
UNITS = {SEN: "Công đoàn Sở Y tế", TRUC: "Công đoàn Sở Xây dựng"}


def yesterday() -> Plan:
    """Three rounds, the last of which decides."""
    teams = (
        Team(SEN, unit=UNITS[SEN], colour=Colour.RED),
        Team(TRUC, unit=UNITS[TRUC], colour=Colour.GREEN),
    )
    asked = [question(place) for place in range(1, 7)]
    slowly = {"seconds": 120}
    rounds = (
        Round("Khởi động", "points", tuple(asked[:2]), settings=slowly),
        Round("Về đích", "buzzer", (asked[2],), settings={**slowly, "answer_seconds": 120}),
        Round("Chuông vàng", "golden_bell", tuple(asked[3:]), settings={**slowly, "rescues": []}),
    )
    rule = PrizeRule("winner", earned=True)
    prizes = (Prize("Giải Nhất"), Prize("Giải Nhì"))
    return Plan(YESTERDAY, rounds, teams, prizes=prizes, seed="hôm qua", prizes_from=rule)


def copied(desk: Desk) -> Staged:
    """Yesterday's contest once more: another name, a prize more, the rounds' seconds changed."""
    page = desk.page
    page.get_by_role("link", name="Để sau").click()
    page.get_by_role("link", name=f"Sửa, chép, xóa: {YESTERDAY}").click()
    page.get_by_role("button", name="Tạo bản sao").click()
    made = page.locator(".note[role=status]", has_text="Đã tạo bản sao.")
    expect(made).to_be_visible()
    page.reload()
    expect(made).to_have_count(0)
    page.fill("#title", TONIGHT)
    page.locator('#steps button[value="rounds"]').click()
    page.get_by_role("button", name="Sửa luật phần 1").click()
    page.fill("#seconds", "90")
    page.locator('#steps button[value="prizes"]').click()
    page.get_by_label("Tên giải 3").fill("Giải Ba")
    page.locator('#steps button[value="review"]').click()
    expect(page.locator(".review")).to_contain_text("Giải Ba (1)")
    page.get_by_role("button", name="Tạo cuộc thi").click()
    page.wait_for_url(re.compile(r"/host/contests/[0-9a-f]{12}$"))
    return Staged(page.url.rpartition("/")[2], page.locator(".big-pin").inner_text(), "")


class Helpers:
    """Who came in by a code that the host handed out: no account, no password."""

    def __init__(self, hall: Hall, browser: Browser, desk: Desk) -> None:
        def lent(role: str, who: str, viewport: dict[str, int]) -> Watched:
            return lend(hall, browser, desk.page.context, role=role, who=who, viewport=viewport)

        thao = lent("cohost", "Chị Thảo", CONSOLE)
        self.console = Console(thao, hall.server.url, hall.staged.contest)
        self.mc = lent("prompter", "Cô Hà", PHONE)
        self.wall = lent("projector", "Máy hội trường", HALL)

    @property
    def all(self) -> list[Watched]:
        """Their pages."""
        return [self.console.watched, self.mc, self.wall]

    def see_said(self, words: str) -> None:
        """Wait until the MC has this to read."""
        expect(self.mc.page.locator("#main")).to_contain_text(words, timeout=PATIENCE_MS)


class PuttingRight:
    """What is put right on a console: seen beforehand, then done."""

    def __init__(self, evening: Evening, console: Console) -> None:
        self._host = evening.host
        self._console = console

    def contestant(self, name: str) -> Locator:
        """The open dialog of a contestant."""
        self._console.page.locator("#people .person", has_text=name).first.click()
        return self._console.page.locator("dialog")

    def past_question(self, place: int) -> Locator:
        """The open dialog of a question of the record."""
        self._console.page.locator(".run-button").nth(place).click()
        return self._console.page.locator("dialog")

    def do(self, words: str, within: Locator) -> str:
        """Have the page say what this changes, then do it; what it said."""
        page, acted = self._console.page, self._host.view["acted"]
        within.get_by_role("button", name=words).first.click()
        dialog = page.locator("dialog").last
        told = dialog.locator("section", has_text="Nếu làm vậy").last
        expect(told).to_be_visible(timeout=PATIENCE_MS)
        said = told.inner_text()
        dialog.get_by_role("button", name=f"Đồng ý: {words}").click()
        self._host.until(lambda: bool(self._host.view["acted"] != acted))
        return said

    def undo(self, what: str) -> None:
        """Take the last act back, which the button names."""
        acted = self._host.view["acted"]
        button = self._console.page.locator("#undo")
        expect(button).to_have_text(f"Hoàn tác: {what}", timeout=PATIENCE_MS)
        expect(button).to_have_attribute("aria-disabled", "false", timeout=PATIENCE_MS)
        button.click()
        self._host.until(lambda: bool(self._host.view["acted"] != acted))


def points(evening: Evening) -> dict[str, int]:
    """The points so far, by name."""
    return {row["name"]: row["points"] for row in evening.standings()}


def test_copied_contest_is_led_by_two_and_put_right(serve: Serve, browser: Browser) -> None:
    hall = serve(yesterday())
    desk = Desk(hall, browser, CONSOLE)
    hall = replace(hall, staged=copied(desk))
    evening = Evening(hall, browser, Console(desk.watched, desk.url, hall.staged.contest))
    helpers = Helpers(hall, browser, desk)
    evening.others += helpers.all
    for name, team in TEAMS.items():
        evening.join(name, team)
    helpers.see_said("3")
    second = PuttingRight(evening, helpers.console)

    for_points(evening, helpers, second)
    by_buzzer(evening, helpers, second)
    to_the_bell(evening, helpers, second)
    ceremony = give_prizes(evening, helpers.wall, AN)
    assert ceremony == {
        AN: ("1", "Giải Nhất"),
        BINH: ("2", "Giải Nhì"),
        CHI: ("3", "Giải Ba"),
    }
    helpers.see_said(AN)
    book = look_back(evening, ceremony)
    assert {row["Họ tên"]: row["Đơn vị"] for row in book["Xếp hạng"]} == {
        name: UNITS[team] for name, team in TEAMS.items()
    }
    right = {row["Việc"]: row["Ai làm"] for row in book["Điều chỉnh"]}
    assert "Chị Thảo" in right["Sửa đáp án"]
    assert "Chị Thảo" in right["Sửa điểm"]
    evening.no_errors()


def for_points(evening: Evening, helpers: Helpers, second: PuttingRight) -> None:
    """Two questions; the key of the second was wrong, a point was due, and one thing undone."""
    host = evening.host
    evening.go_to("start_clock")
    helpers.see_said("Câu hỏi số 1 hỏi điều gì?")
    expect(helpers.mc.page.locator("#main")).not_to_contain_text("Đáp án")
    evening.go_to("close")
    entered_for(evening, CHI)
    evening.answer(AN, BINH, wrong=(BINH,))
    evening.go_to("settle")
    evening.see_verdicts(right=(AN, CHI), wrong=(BINH,))
    evening.go_to("draw")
    evening.question(BINH, CHI)
    wrong = (int(host.key[0]) + 1) % 4
    helpers.console.page.get_by_role("button", name="Sửa đáp án").click()
    dialog = helpers.console.page.locator("dialog")
    dialog.locator(".act-form").first.locator("input").nth(wrong).check()
    assert "Đáp án:" in second.do("Thay đáp án", dialog)
    evening.see_verdicts(right=(BINH, CHI), wrong=(AN,))
    evening.go_to("finish_round")
    assert points(evening) == {AN: 10, BINH: 10, CHI: 20}

    dialog = second.contestant(BINH)
    dialog.get_by_label("Cộng hoặc trừ điểm").fill("12")
    dialog.locator("form", has_text="Cộng hoặc trừ điểm").get_by_label("Lý do").fill("Chấm nhầm")
    assert "đổi hạng" in second.do("Sửa điểm", dialog)
    assert points(evening) == {AN: 10, BINH: 22, CHI: 20}
    first = PuttingRight(evening, evening.console)
    said = first.do("Hủy câu này, không tính cho ai", first.past_question(0))
    assert "không tính cho ai" in said
    assert points(evening) == {AN: 0, BINH: 22, CHI: 10}
    second.undo("hủy câu hỏi")
    assert points(evening) == {AN: 10, BINH: 22, CHI: 20}


def entered_for(evening: Evening, name: str) -> None:
    """A phone is away: the host sees that, enters what its owner holds up, and is told so."""
    page, phone = evening.console.page, evening.phones[name]
    right = int(evening.host.key[0])
    phone.leave()
    row = page.locator("#people .person", has_text=name)
    expect(row.locator(".marks")).to_have_text("mất kết nối", timeout=PATIENCE_MS)
    row.click()
    board = page.locator("dialog .act-form", has_text="Nhập thay điện thoại hỏng")
    board.locator("input").nth(right).check()
    board.get_by_role("button", name="Ghi câu trả lời này").click()
    said = f"Đã ghi câu trả lời của số 3 {name}."
    expect(page.locator("#done")).to_have_text(said, timeout=PATIENCE_MS)
    phone.come_back()
    phone.see_recorded(right)


def by_buzzer(evening: Evening, helpers: Helpers, second: PuttingRight) -> None:
    """Who presses first answers aloud; judged by a key of the keyboard, and judged anew."""
    host, page = evening.host, helpers.console.page
    evening.go_to("close")
    evening.phones[BINH].page.locator('button.buzz[data-state="ready"]').click()
    host.until(lambda: host.step == "judge")
    turn = helpers.wall.page.locator('.turn[data-state="answering"]')
    expect(turn).to_contain_text(BINH, timeout=PATIENCE_MS)
    expect(page.locator("#verdict")).to_be_visible(timeout=PATIENCE_MS)
    press_until_moved(evening, page.keyboard.press, "s")
    evening.go_to("finish_round")
    assert points(evening) == {AN: 10, BINH: 17, CHI: 20}
    said = second.do("Sửa thành đúng", second.past_question(2))
    assert "đổi hạng" in said
    assert points(evening) == {AN: 10, BINH: 32, CHI: 20}


def press_until_moved(evening: Evening, press: Callable[[str], Any], key: str) -> None:
    """Press a key until the verdict is in: one that comes too soon judges nobody."""
    acted = evening.host.view["acted"]
    for _ in range(30):
        press(key)
        if evening.host.moves_from(acted, 0.3):
            return
    raise AssertionError(f"the verdict was not taken; {evening.host.state()}")


def to_the_bell(evening: Evening, helpers: Helpers, second: PuttingRight) -> None:
    """Somebody is left out of the prizes by mistake, and taken back; the last one rings."""
    evening.question(CHI)
    evening.go_to("draw")
    dialog = second.contestant(BINH)
    form = dialog.locator("form", has_text="Rời sàn và không còn")
    form.get_by_label("Lý do").fill("Chép bài")
    assert "1 người rời sàn: 2 Hà Bình" in second.do("Không xét giải", dialog)
    evening.phones[BINH].see_screen("floor")
    assert evening.playing() == [AN]
    second.undo("không xét giải")
    assert evening.playing() == [AN, BINH]
    evening.question(BINH)
    evening.go_to("draw")
    evening.question()
    evening.go_to("ring_bell")
    evening.press()
    see_scene(helpers.wall, "bell")
    helpers.see_said(f"Người chiến thắng: {AN}")

    # A scene chosen early tells no prize before the ceremony does.
    evening.go_to("show_prize")
    evening.click("Cá nhân")
    see_scene(helpers.wall, "standings")
    standings = helpers.wall.page.locator(".scene.standings")
    expect(standings).to_contain_text("Kết quả được công bố trong lễ trao giải")
    expect(standings).not_to_contain_text(AN)
    kinds = [kind for kind, _ in evening.journal()]
    assert (kinds.count("KeyRevealed"), kinds.count("QuestionSettled")) == (6, 6)
