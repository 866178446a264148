"""The first evening: a Golden Bell made in the browser, played, given prizes and looked back at."""

import re
from dataclasses import replace

from playwright.sync_api import Browser, Page, expect

from quiz.cli.demo_contest import Staged
from tests.e2e.conftest import Hall
from tests.e2e.desk import BANK, Desk
from tests.e2e.evenings.ending import counted, give_prizes, look_back, told_by_phones
from tests.e2e.evenings.evening import Evening
from tests.e2e.pages import CONSOLE, PATIENCE_MS, Console, see_scene

TITLE = "Hội thi Điều lệ"
AN, BINH, CHI, DUNG = "Lê An", "Hà Bình", "Vi Chi", "Đỗ Dung"
TEAMS = {AN: "Tổ Một", BINH: "Tổ Hai", CHI: "Tổ Một", DUNG: "Tổ Hai"}
OTHER_BANK = "charter-xiii-2024"
SEVERAL = "Công đoàn Việt Nam có những tính chất nào"
CLICKER = ("PageDown",)
TWICE = ("Space", "Space")


def next_step(page: Page, step: str) -> None:
    """Go on to the next step of the form."""
    page.get_by_role("button", name="Tiếp →").click()
    page.wait_for_url(f"**/{step}")


def make(desk: Desk) -> Staged:
    """The first contest of this machine, by the steps of the form; the console is open then."""
    page = desk.page
    for field in ("#password", "#again"):
        page.fill(field, "một hai ba bốn")
    page.get_by_role("button", name="Lưu mật khẩu").click()
    page.get_by_role("link", name="Tạo cuộc thi đầu tiên").click()
    page.locator(".preset", has_text="Rung chuông vàng 10 câu").click()
    page.fill("#title", TITLE)
    next_step(page, "teams")
    page.fill("#teams", "Tổ Một\nTổ Hai")
    next_step(page, "rounds")
    page.get_by_role("button", name="Sửa luật phần 1").click()
    page.fill("#seconds", "120")
    page.locator("details.rules > summary").click()
    for rule, value in {"rescue_below": 2, "rescue_below_percent": 0, "rescue_until": 4}.items():
        page.fill(f"#{rule}", str(value))
    page.get_by_role("button", name="Câu hỏi của phần này").click()
    choose_questions(desk)
    next_step(page, "prizes")
    page.get_by_label("Số giải 3").fill("2")
    next_step(page, "review")
    page.get_by_role("button", name="Tạo cuộc thi").click()
    page.wait_for_url(re.compile(r"/host/contests/[0-9a-f]{12}$"))
    pin = page.locator(".big-pin").inner_text()
    return Staged(page.url.rpartition("/")[2], pin, "")


def choose_questions(desk: Desk) -> None:
    """Six of one bank, the third chosen by hand: several of its options are right."""
    page = desk.page
    page.check(f'input[value="{BANK}"]')
    for pool, count in {"questions": 6, "reserve": 0, "audience": 0}.items():
        page.fill(f"#{pool}", str(count))
    page.locator("summary", has_text="Thêm lựa chọn").click()
    page.fill("#mcq_first", "6")
    expect(page.locator('[aria-labelledby="pool-main"] .drawn-question')).to_have_count(6)
    desk.keep()
    page.get_by_role("button", name="Chọn câu thay câu 3", exact=True).click()
    page.get_by_label("Ngân hàng").select_option(OTHER_BANK)
    page.fill("#q", SEVERAL)
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("button", name="Lấy câu này").first.click()
    expect(page.locator(".drawn-text").nth(2)).to_contain_text(SEVERAL)


def say_wifi(desk: Desk) -> None:
    """Have the hall told which network to join."""
    page = desk.page.context.new_page()
    page.goto(f"{desk.url}/host/way-in")
    page.get_by_label("Tên Wi-Fi của hội trường").fill("Hoi truong tang 2")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã lưu.")
    page.close()


def test_golden_bell_is_made_played_and_looked_back_at(
    first_evening: Hall, browser: Browser
) -> None:
    desk = Desk(first_evening, browser, CONSOLE)
    staged = make(desk)
    hall = replace(first_evening, staged=staged, cookie=desk.cookie())
    evening = Evening(hall, browser, Console(desk.watched, desk.url, staged.contest))
    wall = evening.console.projector()
    evening.others.append(wall)
    say_wifi(desk)
    expect(wall.page.locator(".join-wifi b")).to_have_text("Hoi truong tang 2")
    for name, team in TEAMS.items():
        evening.join(name, team)
    expect(wall.page.locator(".join-total b")).to_have_text("4", timeout=PATIENCE_MS)

    key = play(evening, wall.page)
    told = told_by_phones(evening)
    ceremony = give_prizes(evening, wall, AN)
    assert sorted(prize for _, prize in ceremony.values()) == [
        *("Giải Ba", "Giải Ba", "Giải Nhì", "Giải Nhất")
    ]
    book = look_back(evening, ceremony)
    assert counted(book) == told
    said = [row["Trả lời"] for row in book["Câu trả lời"] if row["Câu số"] == 3 and row["Đúng"]]
    assert set(said) == {key}
    evening.no_errors()


def play(evening: Evening, wall: Page) -> str:
    """Six questions to the bell; the key of the third one in words."""
    # Pressed twice at once: a step is done once. Then the clicker, which sends Page Down.
    evening.question(keys=TWICE)
    evening.go_to("draw")
    evening.question(DUNG, keys=CLICKER)
    evening.see_verdicts(right=(AN, BINH, CHI), wrong=(DUNG,))
    evening.go_to("close")
    evening.answer(AN, BINH, CHI, wrong=(BINH, CHI))
    key: str = evening.host.view["key"]["key_text"]
    evening.go_to("open_rescue")

    # The host decides who comes back; until then the hall sees no name.
    evening.go_to("rescue")
    see_scene(evening.others[0], "rescue")
    expect(wall.locator(".scene.rescue")).not_to_contain_text(BINH)
    evening.tick(DUNG)
    expect(evening.console.primary).to_have_text("Đưa 2 người trở lại sàn", timeout=PATIENCE_MS)
    evening.press()
    evening.phones[BINH].see_screen("floor")
    assert evening.playing() == [AN, BINH, CHI]

    evening.question(BINH, CHI)
    evening.go_to("draw")
    ask_the_audience(evening, wall)
    evening.question()
    evening.go_to("ring_bell")
    evening.press()
    see_scene(evening.others[0], "bell")
    evening.phones[AN].see_screen("bell")
    return key


def ask_the_audience(evening: Evening, wall: Page) -> None:
    """The sole survivor's lifeline: the hall helps, the clock runs on, only one's own counts."""
    evening.go_to("close")
    evening.click("Phao cứu trợ: hỏi khán giả")
    helper = evening.phones[BINH]
    title = helper.page.locator(".help-title")
    expect(title).to_have_text(f"Mời bạn giúp {AN}", timeout=PATIENCE_MS)
    helper.choose([1])
    expect(evening.console.page.locator("#clock")).to_contain_text(
        "Khán giả đã giúp 1/3", timeout=PATIENCE_MS
    )
    evening.go_to("resume")
    shares = wall.locator(".option .share")
    expect(shares.nth(1)).to_have_text("1", timeout=PATIENCE_MS)
    evening.go_to("close")
    evening.answer(AN)
    evening.go_to("draw")
