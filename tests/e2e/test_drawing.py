"""From the table of quotas to the seal, the contest and its statistics, in a real browser."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.store.schema.migrate import open_database
from tests.e2e.conftest import Serve
from tests.e2e.contest import golden_bell
from tests.e2e.desk import BANK, TOPIC, Desk
from tests.e2e.host import Host
from tests.e2e.pages import CONSOLE, PHONE
from tests.e2e.robots import Robots
from tests.service.evenings import finished, points_plan, stored

ROBOTS = 12


@pytest.fixture(params=[CONSOLE, PHONE], ids=["console", "phone"])
def desk(request: pytest.FixtureRequest, serve: Serve, browser: Browser) -> Desk:
    return Desk(serve(golden_bell(2)), browser, request.param)


def digits(page: Page) -> str:
    """The seal that is printed."""
    return "".join(page.locator(".seal-digits").inner_text().split())


def play(host: Host) -> None:
    """Go through the contest to its end; everybody answers every question."""
    while host.step != "none":
        if host.step == "close":
            shown = host.view["v"]
            host.until(lambda: host.counts["v"] > shown and all_answered(host.counts))  # noqa: B023
        host.act("advance")


def all_answered(counts: dict[str, int]) -> bool:
    return 0 < counts["eligible"] == counts["answered"]


def test_table_says_live_what_adds_up_and_what_is_too_much(desk: Desk) -> None:
    page = desk.page
    desk.begin()
    page.check(f'input[value="{BANK}"]')
    page.locator("#divide > summary").click()
    expect(page.locator(".quota-table:visible")).to_have_count(1)
    total = page.locator("#quota-total")
    expect(total).to_have_text("Không chia: cả 20 câu được rút tự do.")
    desk.quota(1, "3")
    desk.quota(2, "4")
    expect(total).to_have_text("Đã chia 7 trong 20 câu, còn 13 câu được rút tự do.")
    page.fill("#questions", "6")
    expect(total).to_have_text("Đã chia 7 câu, nhiều hơn 6 câu của nhóm này.")
    page.fill("#questions", "7")
    expect(total).to_have_text("Đã chia đủ 7 câu.")
    cell = page.locator(f'td:has([name="quota:main:{BANK}:1:{TOPIC}"])')
    have = int(cell.get_attribute("data-have") or 0)
    desk.quota(1, str(have + 1))
    expect(cell.locator(".field-error")).to_have_text(f"Chỉ có {have} câu, cần {have + 1}.")
    desk.quota(1, str(have))
    expect(cell.locator(".field-error")).to_be_hidden()
    page.get_by_role("button", name="Câu dự phòng").click()
    desk.quota(1, "1", "reserve")
    expect(cell.locator(".field-error")).to_be_visible()
    expect(total).to_have_text("Đã chia 1 trong 10 câu, còn 9 câu được rút tự do.")
    assert desk.watched.errors == []


def test_contest_is_drawn_sealed_played_and_looked_back_at(serve: Serve, browser: Browser) -> None:
    hall = serve(golden_bell(2))
    desk = Desk(hall, browser, CONSOLE)
    page = desk.page
    draft = desk.begin("Tích điểm", "contest")
    page.fill("#title", "Hội thi Điều lệ")
    page.get_by_role("button", name="Câu hỏi").click()
    page.check(f'input[value="{BANK}"]')
    page.fill("#questions", "3")
    page.locator("summary", has_text="Thêm lựa chọn").click()
    page.fill("#mcq_first", "3")
    page.locator("#divide > summary").click()
    desk.quota(1, "2")
    expect(page.locator(".drawn-question")).to_have_count(3)
    expect(page.locator(".drawn-question", has_text=f"Dễ · {TOPIC}")).to_have_count(2)
    texts = [text.partition(" ")[2] for text in page.locator(".drawn-text").all_inner_texts()]
    page.get_by_role("button", name="Xem lại và tạo").click()
    page.wait_for_url(f"{draft}/review")
    page.get_by_role("button", name="Tạo cuộc thi").click()
    page.wait_for_url(re.compile(r"/host/contests/[0-9a-f]{12}$"))
    contest = page.url.rpartition("/")[2]

    desk.open(f"/host/contests/{contest}/seal")
    sealed = digits(page)
    assert re.fullmatch("[0-9a-f]{64}", sealed)
    assert page.locator(".seal-qr").evaluate("image => image.naturalWidth > 0")
    assert [text for text in texts if text in page.content()] == []
    expect(page.locator("#early")).to_contain_text("ai có tệp là biết đáp án")

    host = Host(desk.url, contest, hall.cookie)
    hall.closing.callback(host.close)
    pin = page.request.get(f"{desk.url}/host/").text()
    robots = Robots(desk.url, re.findall(r"number pin\">(\d{6})<", pin)[0], ROBOTS)
    hall.closing.callback(robots.end)
    host.until(lambda: host.counts.get("joined") == ROBOTS)
    play(host)

    desk.open(f"/host/contests/{contest}/seal")
    assert digits(page) == sealed
    expect(page.locator("#early")).to_contain_text("Cuộc thi đã xong")
    assert sha256(desk.save("Tải tệp niêm phong")).hexdigest() == sealed

    desk.open(f"/host/contests/{contest}/statistics")
    rows = page.locator(".figures-table tbody tr")
    expect(rows).to_have_count(3)
    assert page.locator(".figures-question summary").all_inner_texts() == texts
    assert rows.locator("td:nth-child(3)").all_inner_texts() == [f"{ROBOTS}/{ROBOTS}"] * 3
    desk.begin()
    page.check(f'input[value="{BANK}"]')
    page.locator("summary", has_text="Thêm lựa chọn").click()
    expect(page.locator("#avoided")).to_have_text(
        "Có 3 câu đã dùng trong 111 câu của các ngân hàng đã chọn."
    )
    page.select_option("#avoid", "ever")
    expect(page.locator("#avoided")).to_contain_text("Bỏ ra 3 câu đã dùng")
    assert desk.watched.errors == []


def test_statistics_are_sorted_by_a_column(tmp_path: Path, serve: Serve, browser: Browser) -> None:
    database = open_database(tmp_path)
    stored(database, finished(points_plan(4)), "played")
    database.close()
    desk = Desk(serve(golden_bell(2)), browser, CONSOLE)
    page = desk.page
    desk.open("/host/contests/played/statistics")
    shares = page.locator(".figures-table tbody tr td:nth-child(4) strong")
    assert [text.split()[0] for text in shares.all_inner_texts()] == ["83", "67", "50", "33"]
    page.get_by_role("button", name="Đúng").click()
    assert [text.split()[0] for text in shares.all_inner_texts()] == ["33", "50", "67", "83"]
    expect(page.locator("th", has_text="Đúng")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Đúng").click()
    assert [text.split()[0] for text in shares.all_inner_texts()] == ["83", "67", "50", "33"]
    page.locator(".figures-question summary").first.click()
    expect(page.locator(".chosen").first).to_contain_text("Hai đáp án")
    assert desk.save("Tải bảng Excel")[:2] == b"PK"
    expect(page.locator("body")).not_to_contain_text("Thí sinh")
    assert desk.watched.errors == []


@pytest.mark.parametrize("viewport", [CONSOLE, PHONE], ids=["console", "phone"])
def test_pages_fit_the_screen(
    tmp_path: Path, serve: Serve, browser: Browser, viewport: dict[str, int]
) -> None:
    database = open_database(tmp_path)
    stored(database, finished(points_plan(4)), "played")
    database.close()
    desk = Desk(serve(golden_bell(2)), browser, viewport)
    wide = {}
    for path in ("/host/contests/played/seal", "/host/contests/played/statistics"):
        desk.open(path)
        wide[path] = desk.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    desk.begin()
    desk.page.check(f'input[value="{BANK}"]')
    desk.page.locator("#divide > summary").click()
    expect(desk.page.locator(".drawn-question").first).to_be_visible()
    wide["new"] = desk.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert {path: max(0, extra) for path, extra in wide.items()} == dict.fromkeys(wide, 0)
