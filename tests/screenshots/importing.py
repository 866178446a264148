"""Importing a file: where to drop it, what is in doubt, the form of a question."""

import io

from docx import Document
from playwright.async_api import Page

from quiz.cli.demo import DemoServer
from tests.screenshots import library
from tests.screenshots.album import Album
from tests.screenshots.studio import CONSOLE, PHONE

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = """\
Câu 1: Công đoàn Việt Nam tổ chức theo nguyên tắc nào?
A. Tập trung dân chủ
B. Tự nguyện tuyệt đối
C. Thủ trưởng quyết định
Đáp án: A

Câu 2: Huy hiệu Công đoàn Việt Nam có gì ở giữa?
A. Bánh xe răng công nghiệp
B. Quyển sách
C. Thước cặp
C. Ngôi sao

Câu 3: Đại hội công đoàn các cấp tổ chức mấy năm một lần?
A. 3 năm
B. 5 năm
Đáp án: D
"""
"""One question that is clear and two that are not."""


def word_file() -> bytes:
    """The text as a Word file."""
    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


async def picture(album: Album, page: Page, server: DemoServer) -> None:
    """Drop a file and look at it, on a console and on a phone."""
    await library.sized(page, CONSOLE)
    await page.goto(f"{server.url}/host/banks/import")
    await album.take(page, "console", "import")
    await page.set_input_files(
        'input[type="file"]',
        {"name": "Đề của đơn vị.docx", "mimeType": WORD, "buffer": word_file()},
    )
    await page.locator(".drawn-question").first.wait_for()
    work = page.url.partition("?")[0]
    await album.take(page, "console", "import-work", whole=True)
    await page.goto(f"{work}?only=doubtful&open=2")
    await album.take(page, "console", "import-doubtful", whole=True)
    await library.sized(page, PHONE)
    await album.take(page, "console", "import-doubtful-phone")
