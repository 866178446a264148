"""How an evening ends: the prizes from the last one up, then every screen and file alike."""

from playwright.sync_api import expect

from tests.e2e.evenings import results
from tests.e2e.evenings.evening import Evening
from tests.e2e.pages import PATIENCE_MS, Watched, see_scene


def give_prizes(evening: Evening, wall: Watched, first: str) -> results.Results:
    """On to the last prize, which is the first one's; what console, wall and phones all tell."""
    while evening.host.step != "none":
        evening.press()
    see_scene(wall, "prizes")
    expect(wall.page.locator(".prize-newest")).to_contain_text("Giải Nhất", timeout=PATIENCE_MS)
    expect(wall.page.locator(".prize-winners")).to_contain_text(first, timeout=PATIENCE_MS)
    page = evening.console.page
    expect(page.locator("#stage h2")).to_have_text("Cuộc thi đã kết thúc", timeout=PATIENCE_MS)
    ceremony = results.of_console(page)
    assert ceremony[first] == ("1", "Giải Nhất")
    evening.click("Cá nhân")
    see_scene(wall, "standings")
    assert results.of_hall(wall.page) == ceremony
    for name, phone in evening.phones.items():
        phone.see_screen("end")
        assert {name: results.of_phone(phone)} == {name: ceremony[name]}
    return ceremony


def look_back(evening: Evening, ceremony: results.Results) -> results.Book:
    """From the end page to the workbook, which tells the same places; its sheets."""
    page = evening.console.page
    page.get_by_role("link", name="Dữ liệu cá nhân").click()
    with page.expect_download() as download:
        page.locator('a[href$="data.xlsx"]').click()
    book = results.sheets(download.value.path().read_bytes())
    assert results.of_standings(book["Xếp hạng"]) == ceremony
    page.get_by_role("link", name="Các cuộc thi").first.click()
    expect(page.locator(".contest", has_text="Đã xong")).to_be_visible(timeout=PATIENCE_MS)
    return book


def told_by_phones(evening: Evening) -> dict[tuple[int, int], str]:
    """What the phones said of answers recorded in the last round, as the workbook has it.

    By number of the contestant and of the question, when it was received.
    """
    numbers = {row["name"]: row["number"] for row in evening.standings()}
    return {
        (numbers[name], int(asked.removeprefix("main-"))): said.removeprefix("Đã ghi lúc ")
        for (name, asked), said in evening.told.items()
    }


def counted(book: results.Book) -> dict[tuple[int, int], str]:
    """The answers that count: the time of day, by number of the contestant and the question."""
    return {
        (row["Số báo danh"], row["Câu số"]): clock(str(row["Máy chủ nhận lúc"]))
        for row in book["Câu trả lời"]
        if row["Được tính"]
    }


def clock(moment: str) -> str:
    """`28/07/2026 19:02:03.123` is shown as 19:02:03 on a phone."""
    return moment.split()[1].partition(".")[0]
