"""A question with a picture, in a real browser: there when it is shown, and not before."""

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from quiz.banks.pictures.pictures import PHONE_BOX, Picture, prepared
from quiz.core.nouns.model import Plan
from quiz.store.pictures import SqlitePictures
from quiz.store.schema.migrate import open_database
from tests.banks.drawn import photograph, saved
from tests.e2e.conftest import Hall, Serve
from tests.e2e.contest import golden_bell
from tests.e2e.pages import PATIENCE_MS, Console, Phone, Watched, see_scene

BROKEN = re.compile("failed")
SHOWN = re.compile("shown")
WHOLE = 1_200
"""How wide the picture is, in pixels."""
WIDTH = "image => image.naturalWidth"
BEHIND = """option => {
  const { left, top, width, height } = option.getBoundingClientRect();
  return !option.contains(document.elementFromPoint(left + width / 2, top + height / 2)); }"""


def picture_in(folder: Path) -> Picture:
    """A picture in the database of this data folder."""
    picture = prepared(saved(photograph(WHOLE, 900), "JPEG"))
    database = open_database(folder)
    SqlitePictures(database).put(picture.name, picture.data)
    database.close()
    return picture


def illustrated(picture: Picture) -> Plan:
    """A contest whose first question has a picture."""
    plan = golden_bell(3, out_on_wrong=False, out_on_none=False)
    first, *others = plan.rounds[0].questions
    questions = (replace(first, picture=picture.name), *others)
    return replace(plan, rounds=(replace(plan.rounds[0], questions=questions),))


def opened(hall: Hall, browser: Browser) -> tuple[Console, Watched, Phone, list[str]]:
    """The host's console, the projector, a phone, and every address that those two ask for."""
    url, staged = hall.server.url, hall.staged
    console = Console.entered(browser, hall.server.link, url, staged.contest)
    phone = Phone(browser, url, staged.pin, "Nông Thị Lan", "Tổ 1")
    for context in (console.context, phone.context):
        hall.closing.callback(context.close)
    projector = console.projector()
    asked: list[str] = []
    for page in (projector.page, phone.page):
        page.on("request", lambda request: asked.append(request.url))
    return console, projector, phone, asked


def see_picture(page: Page, width: int = PHONE_BOX[0]) -> None:
    """Wait until the picture is on this page, decoded; the hall's screen has it whole."""
    expect(page.locator(".picture")).to_have_attribute("data-state", SHOWN, timeout=PATIENCE_MS)
    assert page.locator(".picture img").evaluate(WIDTH) == width


def test_picture_is_seen_when_its_question_is_shown_and_never_before(
    serve: Serve, browser: Browser, tmp_path: Path
) -> None:
    picture = picture_in(tmp_path)
    hall = serve(illustrated(picture))
    host = hall.host()
    console, projector, phone, asked = opened(hall, browser)

    host.go_to("show")
    see_scene(projector, "prepare")
    phone.see_screen("prepare")
    see_picture(console.page)
    before = "".join([*phone.frames, *asked, phone.page.content(), projector.page.content()])
    assert picture.name not in before
    assert "/picture/" not in before

    host.go_to("close")
    phone.see("main-1")
    see_picture(phone.page)
    see_picture(projector.page, WHOLE)
    assert sum(picture.name in address for address in asked) == 2
    assert not any(option.evaluate(BEHIND) for option in phone.page.locator("button.option").all())

    enlarge(phone)
    phone.tap(1)
    host.go_to("settle")
    expect(phone.page.locator(".reveal .picture img")).to_be_visible(timeout=PATIENCE_MS)
    see_picture(projector.page, WHOLE)
    for watched in (console.watched, projector, phone.watched):
        assert watched.errors == []


def enlarge(phone: Phone) -> None:
    """Tap the picture: large, with the time; tapped again: closer; then back to the question."""
    page = phone.page
    small = page.locator(".picture-button")
    large = page.locator(".enlarged-picture")
    small.click()
    expect(large).to_be_visible()
    assert page.locator(".enlarged-time").inner_text().startswith("Còn ")
    assert large.locator("img").evaluate("i => i.clientWidth") == 390
    large.click()
    assert large.locator("img").evaluate("i => i.clientWidth") == 975
    assert large.evaluate("box => box.scrollLeft") > 0
    sharp = f"image => image.naturalWidth === {WHOLE}"
    page.wait_for_function(f"({sharp})(document.querySelector('.enlarged-picture img'))")
    page.locator(".enlarged .button").click()
    expect(large).to_be_hidden()


def test_picture_that_fails_says_so_and_comes_when_asked_again(
    serve: Serve, browser: Browser, tmp_path: Path
) -> None:
    hall = serve(illustrated(picture_in(tmp_path)))
    host = hall.host()
    _console, projector, phone, _asked = opened(hall, browser)

    def lose(route: Route) -> None:
        route.abort()

    for page in (phone.page, projector.page):
        page.route("**/picture/**", lose)
    host.go_to("close")
    for page in (phone.page, projector.page):
        expect(page.locator(".picture")).to_have_attribute("data-state", BROKEN)
        expect(page.locator(".picture")).to_contain_text("Hình chưa tải được")
        page.unroute("**/picture/**")
    phone.tap(1)
    phone.page.locator(".picture-again").click()
    see_picture(phone.page)
    see_picture(projector.page, WHOLE)
