"""An organizer makes a contest of three rounds, with second thoughts all the way."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Serve
from tests.e2e.contest import golden_bell
from tests.e2e.desk import BANK, Desk
from tests.e2e.pages import CONSOLE, PHONE

TITLE = "Hội thi Điều lệ"
OTHER = "charter-xiii-2024"


def texts(page: Page) -> list[str]:
    """The questions as they stand, without their numbers."""
    found = page.locator(".drawn-text").all_inner_texts()
    return [text.partition(" ")[2] for text in found]


def go(page: Page, step: str) -> None:
    """Go to a step by the list of steps."""
    page.locator(f'#steps button[value="{step}"]').click()
    page.wait_for_url(re.compile(f"/{step}(/0)?$"))


def test_contest_of_three_rounds_loses_nothing(serve: Serve, browser: Browser) -> None:
    desk = Desk(serve(golden_bell(2)), browser, CONSOLE)
    page = desk.page
    draft = desk.begin("Tích điểm", "contest")

    # Typed and left by the language, a link, the address bar: all is there.
    page.fill("#title", TITLE)
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text(TITLE)
    expect(page.locator("#title")).to_have_value(TITLE)
    go(page, "teams")
    page.fill("#teams", "Đỏ\nVàng")
    page.get_by_role("link", name="Question banks").click()
    page.wait_for_url("**/host/banks/")
    page.goto(f"{draft}/teams")
    expect(page.locator("#teams")).to_have_value("Đỏ\nVàng")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("#teams")).to_have_value("Đỏ\nVàng")

    # Three rounds; the first gets another preset and keeps its seconds.
    go(page, "rounds")
    for preset in ("Rung chuông vàng 10 câu", "Tích điểm"):
        page.locator(".add-round summary").click()
        page.locator(".add-round").get_by_role("button", name=preset).click()
    expect(page.locator(".rounds > li")).to_have_count(3)
    page.get_by_role("button", name="Đưa lên phần 3").click()
    page.get_by_role("button", name="Sửa luật phần 1").click()
    page.fill("#round_name", "Khởi động")
    page.fill("#seconds", "21")
    page.locator("summary", has_text="Đổi mẫu").click()
    page.get_by_role("button", name="Khởi động bấm chuông").click()
    expect(page.locator("main")).to_contain_text("Giây cho mỗi câu")
    page.get_by_role("button", name="Đổi sang mẫu này").click()
    expect(page.locator("#seconds")).to_have_value("21")
    expect(page.locator("#round_name")).to_have_value("Khởi động")

    # Questions: drawn at once, swapped in place, chosen by hand, put in order.
    page.get_by_role("button", name="Câu hỏi của phần này").click()
    page.check(f'input[value="{BANK}"]')
    page.fill("#questions", "5")
    page.locator("summary", has_text="Thêm lựa chọn").click()
    page.fill("#mcq_first", "0")
    expect(page.locator('[aria-labelledby="pool-main"] .drawn-question')).to_have_count(5)
    desk.keep()
    before = texts(page)
    pane = page.locator("#drawn")
    pane.evaluate("pane => pane.scrollTo(0, 250)")
    scrolled = pane.evaluate("pane => pane.scrollTop")
    page.get_by_role("button", name="Đổi câu 3", exact=True).click()
    expect(page.locator(".drawn-text").nth(2)).not_to_contain_text(before[2])
    swapped = texts(page)
    assert [a == b for a, b in zip(before, swapped, strict=True)].count(False) == 1
    assert abs(pane.evaluate("pane => pane.scrollTop") - scrolled) < 60
    page.get_by_role("button", name="Chọn câu thay câu 1", exact=True).click()
    page.get_by_label("Ngân hàng").select_option(OTHER)
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("button", name="Lấy câu này").first.click()
    expect(page.locator(".drawn-question").first).to_contain_text("chọn bằng tay")
    chosen = texts(page)
    assert chosen[1:] == swapped[1:]
    page.get_by_role("button", name="Đưa xuống câu 1", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".drawn-text").nth(1)).to_contain_text(chosen[0])
    ordered = texts(page)
    assert ordered == [chosen[1], chosen[0], *chosen[2:]]
    assert page.evaluate("document.activeElement.name") == "down"

    # The other rounds have the bank of the first only where it was chosen before: the review says.
    go(page, "review")
    expect(page.locator(".note.wrong")).to_contain_text("Chọn ít nhất một ngân hàng câu hỏi.")
    for place in (1, 2):
        page.goto(f"{draft}/questions/{place}")
        page.check(f'input[value="{BANK}"]')
        desk.keep()
    go(page, "review")
    page.get_by_role("button", name="Tạo cuộc thi").click()
    page.wait_for_url(re.compile(r"/host/contests/[0-9a-f]{12}$"))
    contest = page.url.rpartition("/")[2]
    expect(page.locator("#run")).to_contain_text("Khởi động")

    # Changed before it begins, copied, and deleted.
    desk.open("/host/")
    page.get_by_role("link", name=f"Sửa, chép, xóa: {TITLE}").click()
    page.get_by_role("button", name="Sửa cuộc thi").click()
    page.fill("#title", "Tên mới")
    go(page, "questions")
    assert texts(page) == ordered
    go(page, "review")
    page.get_by_role("button", name="Lưu vào cuộc thi").click()
    page.wait_for_url(f"**/host/contests/{contest}")
    expect(page).to_have_title(re.compile("Tên mới"))
    desk.open(f"/host/contests/{contest}/edit")
    page.get_by_role("button", name="Tạo bản sao").click()
    expect(page.locator("#title")).to_have_value("Tên mới")
    desk.open(f"/host/contests/{contest}/edit")
    page.locator("#delete summary").click()
    page.get_by_role("button", name="Xóa hẳn cuộc thi này").click()
    expect(page.locator("main")).to_contain_text("Đã xóa cả cuộc thi.")
    expect(page.locator(".draft-row")).to_contain_text("Tên mới")
    assert desk.watched.errors == []


@pytest.mark.parametrize("viewport", [CONSOLE, PHONE], ids=["console", "phone"])
def test_steps_fit_the_screen(serve: Serve, browser: Browser, viewport: dict[str, int]) -> None:
    desk = Desk(serve(golden_bell(2)), browser, viewport)
    page = desk.page
    draft = desk.begin()
    page.check(f'input[value="{BANK}"]')
    expect(page.locator(".drawn-question").first).to_be_visible()
    page.locator(".drawn-more summary").first.click()
    wide, tall = {}, {}
    pages = ("contest", "teams", "rounds", "rules/0", "questions/0", "prizes", "review")
    for step in (*pages, "questions/0/choose", "rules/0/preset?to=points", "remove"):
        page.goto(f"{draft}/{step}")
        wide[step] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        tall[step] = page.evaluate("document.documentElement.scrollHeight / innerHeight")
    assert {step: max(0, extra) for step, extra in wide.items()} == dict.fromkeys(wide, 0)
    if viewport == CONSOLE:
        assert [step for step in pages if tall[step] > 1.25] == []
