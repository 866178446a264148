"""The library in a real browser: search, editor with its preview, history, duplicates, merge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from quiz.banks.bank import Bank
from quiz.clock import SystemClock
from quiz.core.nouns.model import Kind, Question
from quiz.service.library.library import Library
from quiz.store.accounts import SqliteAccounts
from quiz.store.library import SqliteLibrary
from quiz.store.pictures import SqlitePictures
from quiz.store.schema.migrate import open_database
from tests.banks.drawn import drawing, saved
from tests.e2e.pages import CONSOLE, PATIENCE_MS, context_of
from tests.e2e.server import ServerProcess

BANKS = Path(__file__).parents[2] / "question_banks"
BELL = Question(
    "lan-1",
    Kind.ONE,
    "Đoàn viên đầu tiên đọc diễn văn là ai?",
    ((1,),),
    ("Trần Phú", "Nguyễn Đức Cảnh", "Tôn Đức Thắng"),
    "Đồng chí Nguyễn Đức Cảnh đọc diễn văn khai mạc.",
    "Lịch sử Công đoàn",
    as_of="2020",
    topic="Nhân vật",
)
OTHERS = tuple(
    replace(BELL, id=f"lan-{n}", text=f"Câu chưa ai hỏi số {n} về việc nào?") for n in range(2, 5)
)


@dataclass
class Desk:
    """A host's browser on a server whose library has two banks of its own."""

    server: ServerProcess
    page: Page
    errors: list[str]

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.server.url}/host/banks/{path}")
        return self.page

    def another(self) -> Page:
        """One more tab."""
        page = self.page.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page


@pytest.fixture
def desk(tmp_path: Path, browser: Browser) -> Iterator[Desk]:
    database = open_database(tmp_path)
    account = SqliteAccounts(database).create("Lan", "host", 0)
    library = Library(BANKS, SqliteLibrary(database), SqlitePictures(database), clock=SystemClock())
    lan = Bank("lan", "Ngân hàng của Lan", "Lan's", "", "2020", "vi", (BELL, *OTHERS))
    library.add(lan, account=account.id)
    twin = replace(BELL, id="minh-1", key=((0,),))
    minh = replace(lan, id="minh", title="Ngân hàng của Minh", questions=(twin,))
    library.add(minh, account=account.id)
    database.close()
    server = ServerProcess(tmp_path)
    context = context_of(browser, CONSOLE)
    try:
        server.start()
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(server.link)
        expect.set_options(timeout=PATIENCE_MS)
        yield Desk(server, page, errors)
        assert errors == []
    finally:
        expect.set_options(timeout=None)
        context.close()
        server.stop()


def rows(page: Page) -> list[str]:
    """The ids of the questions listed."""
    ids = page.locator(".bank-row").evaluate_all("rows => rows.map(row => row.id)")
    return [each.removeprefix("q-") for each in ids]


def screens(page: Page) -> tuple[FrameLocator, FrameLocator]:
    """The phone and the hall's screen of the preview."""
    return page.frame_locator(".preview-phone iframe"), page.frame_locator(".preview-hall")


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu", exact=True).click()


def test_question_is_found_without_marks_and_filtered(desk: Desk) -> None:
    page = desk.open("")
    page.fill("#q", "doan vien dau tien doc dien van")
    page.keyboard.press("Enter")
    expect(page.locator(".bank-row")).to_have_count(2)
    assert rows(page) == ["lan-1", "minh-1"]
    page.select_option("#difficulty", "3")
    expect(page.get_by_text("Không có câu nào như vậy")).to_be_visible()
    assert page.url.endswith("?q=doan+vien+dau+tien+doc+dien+van&difficulty=3")
    page = desk.open("lan")
    page.locator(".menu summary").click()
    expect(page.get_by_role("link", name="Xuất ra tệp")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Xuất ra tệp")).to_be_hidden()
    first = page.locator("#q-lan-1")
    expect(first.get_by_text("B. Nguyễn Đức Cảnh")).to_be_hidden()
    first.locator("summary").click()
    expect(first.get_by_text("B. Nguyễn Đức Cảnh")).to_be_visible()
    expect(first.get_by_text("Lịch sử Công đoàn · tính đến 2020")).to_be_visible()


def test_preview_follows_what_is_typed(desk: Desk) -> None:
    page = desk.open("lan/questions/lan-1")
    phone, hall = screens(page)
    expect(phone.locator(".question-text")).to_have_text(BELL.text)
    expect(hall.locator(".option")).to_have_count(3)
    page.fill("#text", "Ai đọc diễn văn?")
    expect(phone.locator(".question-text")).to_have_text("Ai đọc diễn văn?")
    expect(hall.locator(".ask-text")).to_have_text("Ai đọc diễn văn?")
    page.get_by_role("button", name="Khi công bố").click()
    expect(hall.locator(".option.right")).to_contain_text("Nguyễn Đức Cảnh")
    expect(phone.locator('.option[data-right="true"]')).to_contain_text("Nguyễn Đức Cảnh")
    page.get_by_role("checkbox", name="Phương án A là đáp án đúng").check()
    expect(hall.locator(".option.right")).to_contain_text("Trần Phú")
    page.get_by_role("button", name="Khi hỏi").click()
    page.select_option("#kind", "true_false")
    expect(phone.locator(".option-text")).to_have_text(["Đúng", "Sai"])
    page.select_option("#kind", "number")
    expect(phone.locator("#typed")).to_be_visible()
    save(page)
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(page.locator("#text")).to_have_value("Ai đọc diễn văn?")


def test_picture_is_previewed_before_and_after_it_is_saved(desk: Desk) -> None:
    page = desk.open("lan/questions/lan-1")
    phone, hall = screens(page)
    expect(phone.locator(".picture")).to_have_count(0)
    with page.expect_file_chooser() as chosen:
        page.get_by_role("button", name="Chọn tệp").click()
    chosen.value.set_files(
        {"name": "tàu.png", "mimeType": "image/png", "buffer": saved(drawing(), "PNG")}
    )
    expect(page.get_by_role("status").get_by_text("tàu.png")).to_be_visible()
    expect(hall.locator('.picture[data-state="shown"]')).to_be_visible()
    save(page)
    expect(page.get_by_text("Đã lưu.")).to_be_visible()
    expect(phone.locator('.picture[data-state="shown"]')).to_be_visible()
    address = re.compile(r"/picture/(small/)?[0-9a-f]{32}\.(png|webp)")
    expect(phone.locator(".picture img")).to_have_attribute("src", address)


def test_second_person_is_told_and_loses_nothing(desk: Desk) -> None:
    mine, theirs = desk.open("lan/questions/lan-1"), desk.another()
    theirs.goto(mine.url)
    theirs.fill("#text", "Bản của người kia?")
    save(theirs)
    expect(theirs.get_by_text("Đã lưu.")).to_be_visible()
    mine.fill("#text", "Bản của tôi?")
    mine.fill("#explanation", "Lời giải thích của tôi.")
    save(mine)
    expect(mine.locator("#stale")).to_contain_text("Câu này vừa được sửa ở nơi khác")
    expect(mine.locator("#stale del").first).to_have_text("người kia?")
    expect(mine.locator("#text")).to_have_value("Bản của tôi?")
    expect(mine.locator("#explanation")).to_have_value("Lời giải thích của tôi.")
    theirs.reload()
    expect(theirs.locator("#text")).to_have_value("Bản của người kia?")
    save(mine)
    expect(mine.get_by_text("Đã lưu.")).to_be_visible()
    expect(mine.locator(".revision")).to_have_count(3)


def test_old_version_is_put_back(desk: Desk) -> None:
    page = desk.open("lan/questions/lan-1")
    page.fill("#text", "Câu sửa nhầm?")
    save(page)
    expect(page.locator(".revision ins").first).to_have_text("Câu sửa nhầm?")
    page.get_by_role("button", name="Đưa về bản này").click()
    expect(page.get_by_text("Đã đưa câu hỏi về bản đã chọn.")).to_be_visible()
    expect(page.locator("#text")).to_have_value(BELL.text)
    expect(page.locator(".revision")).to_have_count(3)


def test_archived_question_comes_back(desk: Desk) -> None:
    page = desk.open("lan")
    page.get_by_role("button", name="Cất đi câu 1").click()
    expect(page.get_by_text("Đã cất đi câu hỏi.")).to_be_visible()
    assert rows(page) == ["lan-2", "lan-3", "lan-4"]
    page.get_by_role("checkbox", name="Câu đã cất đi (1)").check()
    expect(page.locator("#q-lan-1")).to_be_visible()
    page.get_by_role("button", name="Dùng lại câu 1").click()
    expect(page.get_by_text("Đã dùng lại câu hỏi.")).to_be_visible()
    assert rows(desk.open("lan")) == ["lan-1", "lan-2", "lan-3", "lan-4"]


def test_duplicate_with_another_answer_is_settled(desk: Desk) -> None:
    page = desk.open("duplicates")
    expect(page.locator(".twin-columns")).to_have_count(1)
    expect(page.get_by_text("Đáp án khác nhau: xem câu nào đúng")).to_be_visible()
    page.get_by_role("button", name="Cất đi câu này: minh-1").click()
    expect(page.get_by_text("Không có câu nào trùng")).to_be_visible()


def test_duplicates_kept_are_not_shown_again(desk: Desk) -> None:
    page = desk.open("duplicates")
    page.get_by_role("button", name="Giữ cả hai").click()
    expect(page.get_by_text("Không có câu nào trùng")).to_be_visible()
    assert desk.open("lan/questions/lan-1").locator(".twin").count() == 0


def test_banks_are_merged_after_a_look_at_the_outcome(desk: Desk) -> None:
    page = desk.open("merge")
    page.get_by_label("Chuyển các câu của").select_option("minh")
    page.get_by_label("Vào ngân hàng").select_option("lan")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.locator("#merge-outcome")).to_contain_text("4 + 1 = 5")
    expect(page.locator("#merge-outcome")).to_contain_text("1 câu giống hoặc gần giống")
    page.get_by_role("button", name="Gộp", exact=True).click()
    expect(page.locator(".bank-row")).to_have_count(5)
    assert rows(page)[-1] == "minh-1"


def test_bank_made_here_is_offered_to_a_new_contest(desk: Desk) -> None:
    page = desk.open("new")
    page.get_by_label("Tên ngân hàng").fill("Đề của đơn vị")
    page.get_by_label("Tính đến").fill("2026")
    page.get_by_role("button", name="Tạo ngân hàng").click()
    page.get_by_role("link", name="Thêm câu hỏi").first.click()
    page.fill("#text", "Đơn vị ta thành lập năm nào?")
    page.select_option("#kind", "number")
    page.get_by_label("Số đúng").fill("1998")
    page.get_by_label("Giải thích").fill("Theo quyết định thành lập.")
    page.get_by_label("Căn cứ").fill("Quyết định số 1")
    page.get_by_label("Chủ đề").fill("Đơn vị")
    page.get_by_role("button", name="Thêm câu hỏi").click()
    expect(page.get_by_text("Đã thêm câu hỏi.")).to_be_visible()
    page.goto(f"{desk.server.url}/host/contests/new")
    page.locator(".preset").first.click()
    page.get_by_role("button", name="Câu hỏi").click()
    expect(page.get_by_role("checkbox", name="Đề của đơn vị")).to_be_visible()
