"""Questions brought in from files: dropped, mended in the page, saved, and asked of a hall."""

import base64
import random
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.banks.bank import Bank
from quiz.banks.exporting.writers import word_writer as word_format
from quiz.core.nouns.model import Kind, Question
from tests.banks.importing.readers.word.documents import bold, word
from tests.e2e.conftest import Hall, Serve
from tests.e2e.contest import golden_bell
from tests.e2e.host import Host
from tests.e2e.pages import CONSOLE, PATIENCE_MS, context_of

IMPORT = "/host/banks/import"
DROP = """([data, name]) => {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  transfer.items.add(new File([bytes], name));
  return transfer;
}"""
FILE = word(
    "BỘ CÂU HỎI CỦA CÔNG ĐOÀN CƠ SỞ",
    "Câu 1. Thủ đô của nước ta là thành phố nào?",
    "A. Hà Nội",
    "B. Huế",
    "Đáp án: A",
    "Câu 2. Tháng nào là Tháng Công nhân?",
    "A. Tháng 4",
    "B. Tháng 5",
    "C. Tháng 6",
    "Câu 3. Số nào là số chẵn?",
    (bold("A. Hai"),),
    (bold("B. Bốn"),),
    "C. Ba",
    "Câu 4. Một câu thừa?",
    "A. Phải",
)
LONG_WAIT_MS = 120_000


@pytest.fixture
def hall(serve: Serve) -> Hall:
    return serve(golden_bell(40, out_on_wrong=False, out_on_none=False, rescue_below=0))


def open_page(hall: Hall, browser: Browser, link: str = "") -> Page:
    """The import page in a browser that a link signs in."""
    context = context_of(browser, CONSOLE)
    hall.closing.callback(context.close)
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(link or hall.server.link)
    page.goto(hall.server.url + IMPORT)
    return page


def drop(page: Page, data: bytes, name: str) -> None:
    """Drag a file into the page, once its script listens."""
    expect(page.get_by_role("button", name="Đọc tệp này")).to_be_hidden()
    text = base64.b64encode(data).decode()
    transfer = page.evaluate_handle(DROP, [text, name])
    page.dispatch_event("#drop", "drop", {"dataTransfer": transfer})


def doubts_left(page: Page, count: int) -> None:
    words = f"{count} câu cần xem" if count else "không còn câu nào cần xem"
    expect(page.locator(".import-counts")).to_contain_text(words, timeout=PATIENCE_MS)


def mend(page: Page, label: str) -> None:
    page.get_by_label(f"Sửa: {label}", exact=True).click()
    expect(page.locator("form.mend")).to_be_visible()


def ticks(page: Page) -> list[bool]:
    """Which options are marked as right, once the script has arranged the form."""
    expect(page.locator("[data-add]")).to_be_visible()
    boxes = page.locator("[data-option-row]:not([hidden]) input[type=checkbox]")
    return [box.is_checked() for box in boxes.all()]


def save_question(page: Page) -> None:
    page.get_by_role("button", name="Lưu câu này").click()
    expect(page.locator("form.mend")).to_have_count(0)


def test_file_with_problems_is_mended_in_the_page_and_its_bank_offered(
    hall: Hall, browser: Browser
) -> None:
    page = open_page(hall, browser)
    drop(page, FILE, "câu hỏi.docx")
    doubts_left(page, 3)
    expect(page.get_by_role("button", name="Lưu 4 câu")).to_be_disabled()

    page.get_by_role("link", name="Chỉ câu cần xem").click()
    expect(page.locator(".drawn-question")).to_have_count(3)
    mend(page, "Câu 2")
    assert ticks(page) == [False, False, False]
    page.get_by_label("Phương án B là đáp án đúng").check()
    page.get_by_role("button", name="Lưu, sang câu cần xem tiếp").click()

    expect(page.locator("#q-2 form.mend")).to_be_visible()
    assert ticks(page) == [False, False, False]
    page.get_by_label("Loại câu hỏi").select_option("several")
    page.get_by_label("Phương án A là đáp án đúng").check()
    page.get_by_label("Phương án B là đáp án đúng").check()
    page.locator("#q-2").get_by_label("Phương án C", exact=True).fill("Một")
    page.get_by_role("button", name="Thêm phương án").click()
    page.locator("#q-2").get_by_label("Phương án D", exact=True).fill("Chín")
    page.get_by_label("Đưa phương án lên trên: D").click()
    save_question(page)
    doubts_left(page, 1)

    page.get_by_label("Không lấy câu này: Câu 4").click()
    doubts_left(page, 0)
    page.get_by_role("link", name="Xem tất cả").click()
    page.get_by_text("Điền chung cho mọi câu").click()
    page.locator("details").get_by_label("Chủ đề").fill("Công nhân")
    page.get_by_role("button", name="Điền cho các câu").click()
    expect(page.locator("#q-2")).to_contain_text("Công nhân")
    expect(page.locator("#q-2 .right")).to_have_text(["A. Hai đáp án", "B. Bốn đáp án"])
    expect(page.locator("#q-2 .drawn-options")).to_contain_text("C. Chín")

    page.get_by_label("Tên ngân hàng").fill("Câu hỏi cơ sở")
    page.get_by_role("button", name="Lưu 3 câu").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu 3 câu", timeout=PATIENCE_MS)
    page.goto(f"{hall.server.url}/host/contests/new")
    page.locator(".preset").first.click()
    page.get_by_role("button", name="Câu hỏi").click()
    expect(page.get_by_text("Câu hỏi cơ sở").first).to_be_visible()
    page.goto(hall.server.url + IMPORT)
    expect(page.get_by_text("Đang nhập dở")).to_have_count(0)


def test_broken_file_gives_a_sentence(hall: Hall, browser: Browser) -> None:
    page = open_page(hall, browser)
    drop(page, FILE[:2000], "hỏng.docx")
    wrong = page.locator(".note.wrong")
    expect(wrong).to_contain_text("hỏng.docx: tệp bị hỏng, không đọc được", timeout=PATIENCE_MS)
    page.get_by_role("button", name="Chọn tệp khác").click()
    expect(page.locator("#drop")).to_be_visible()
    expect(page.get_by_text("hỏng.docx")).to_have_count(0)
    drop(page, b"", "trống.docx")
    expect(page.locator("#problem")).to_have_text("trống.docx: tệp chưa có câu hỏi nào.")


def test_import_goes_on_after_a_restart(hall: Hall, browser: Browser) -> None:
    page = open_page(hall, browser)
    drop(page, FILE, "câu hỏi.docx")
    doubts_left(page, 3)
    mend(page, "Câu 2")
    page.get_by_label("Phương án B là đáp án đúng").check()
    save_question(page)
    hall.server.kill()
    hall.server.start()
    page.goto(hall.server.url + IMPORT)
    page.get_by_label("Làm tiếp: câu hỏi.docx").click()
    doubts_left(page, 2)
    expect(page.locator("#q-1 .right")).to_have_text("B. Tháng 5 đáp án")
    mend(page, "Câu 3")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name="Thôi không sửa").click()
    page.get_by_role("button", name="Bỏ lần nhập này").click()
    expect(page.get_by_role("status").first).to_have_text("Đã bỏ lần nhập này.")


def large_file(folder: Path) -> Path:
    """A Word file of nearly 20 MB with 1,500 questions."""
    questions = tuple(
        Question(
            f"q-{number}",
            Kind.ONE,
            f"Câu hỏi số {number} hỏi điều gì?",
            ((number % 2,),),
            (f"Phương án {number}", f"Phương án khác {number}"),
        )
        for number in range(1500)
    )
    data = BytesIO(word_format.write_word(Bank("b", "Lớn", "", "", "", "vi", questions)))
    with ZipFile(data, "a", ZIP_STORED) as archive:
        archive.writestr("word/media/noise.bin", random.Random(1).randbytes(19 * 1024 * 1024))
    file = folder / "lớn.docx"
    file.write_bytes(data.getvalue())
    return file


def ask(host: Host) -> None:
    """One question, answered by everybody."""
    host.go_to("close")
    host.until(lambda: 0 < host.counts["eligible"] == host.counts["answered"])


@pytest.mark.parametrize("driver", ["eventlet", "gevent"])
def test_answers_are_acknowledged_while_a_large_file_is_sent_and_read(
    serve: Serve, browser: Browser, tmp_path: Path, driver: str
) -> None:
    plan = golden_bell(40, out_on_wrong=False, out_on_none=False, rescue_below=0)
    hall = serve(plan, driver)
    hall.robots(20)
    host = hall.host()
    host.until(lambda: host.counts.get("online") == 20)
    page = open_page(hall, browser)
    page.set_input_files("#file", large_file(tmp_path))
    ask(host)
    page.wait_for_url(f"**{IMPORT}/*", timeout=LONG_WAIT_MS)
    progress = f"{page.url}/progress"
    is_read = False
    while not is_read:
        host.act("advance")
        ask(host)
        is_read = page.request.get(progress).json()["share"] == 1
    expect(page.locator(".import-counts")).to_contain_text("1500 câu", timeout=LONG_WAIT_MS)
