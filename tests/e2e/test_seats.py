"""A phone dies in mid-question: its owner goes on with another one, by the host's code."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import Hall, Serve
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.pages import PATIENCE_MS, PHONE, Console, Phone, Watched, context_of

NAME = "Lê An"
WORDS = "Mở lại bằng máy khác"


def device(hall: Hall, browser: Browser) -> Watched:
    """One more phone, with nothing in its browser."""
    context = context_of(browser, PHONE)
    hall.closing.callback(context.close)
    return Watched(context.new_page())


def come_in(page: Page, hall: Hall) -> None:
    """Join with the name and the team that are in already."""
    page.goto(f"{hall.server.url}/j/{hall.staged.pin}")
    page.fill("#name", NAME)
    page.get_by_text(TEAMS[0], exact=True).click()
    page.locator("form button.primary").click()


def opened(console: Console, number: int) -> Locator:
    """The dialog of this contestant, with a code."""
    console.page.locator("#people .person", has=console.page.get_by_text(str(number))).click()
    dialog = console.page.locator("dialog")
    dialog.get_by_role("button", name=WORDS).click()
    expect(dialog.locator("img.qr")).to_be_visible(timeout=PATIENCE_MS)
    return dialog


def see_question_with_answer(page: Page, option: int) -> None:
    chosen = page.locator(f'button.option[data-option="{option}"]')
    expect(chosen).to_have_attribute("aria-pressed", "true", timeout=PATIENCE_MS)


def test_owner_of_a_dead_phone_goes_on_with_another_one(serve: Serve, browser: Browser) -> None:
    hall = serve(golden_bell(2, seconds=200, change_answer=True))
    dead = Phone(browser, hall.server.url, hall.staged.pin, NAME, TEAMS[0])
    hall.closing.callback(dead.context.close)
    console = Console.entered(browser, hall.server.link, hall.server.url, hall.staged.contest)
    hall.closing.callback(console.context.close)
    host, people = hall.host(), console.page.locator("#people")
    host.go_to("close")
    dead.tap(2)
    dead.leave()
    expect(people.locator(".marks")).to_have_text("mất kết nối", timeout=PATIENCE_MS)
    expect(people.get_by_role("button", name="Mất kết nối 1")).to_be_visible()

    new = device(hall, browser)
    come_in(new.page, hall)
    new.page.get_by_role("button", name="Đó là tôi, máy cũ của tôi hỏng").click()
    expect(new.page.locator(".seat-number")).to_have_text("Số 1")
    dialog = opened(console, 1)
    new.page.fill("#pin", dialog.locator(".big-pin").inner_text())
    new.page.locator("form button.primary").click()
    new.page.get_by_role("button", name="Mở trên máy này").click()
    see_question_with_answer(new.page, 2)
    expect(dialog.locator(".note.right")).to_contain_text("Số 1 đã mở", timeout=PATIENCE_MS)
    expect(people.locator(".marks")).to_have_count(0, timeout=PATIENCE_MS)
    new.page.locator('button.option[data-option="3"]').click()
    see_question_with_answer(new.page, 3)
    host.until(lambda: host.counts["answered"] == 1)

    dead.come_back()
    expect(dead.page.locator('[data-code="seat_moved"]')).to_be_visible(timeout=PATIENCE_MS)
    console.page.keyboard.press("Escape")

    third = device(hall, browser)
    source = opened(console, 1).locator("img.qr").get_attribute("src")
    assert source is not None
    third.page.goto(hall.server.url + source.removesuffix(".svg"))
    third.page.get_by_role("button", name="Mở trên máy này").click()
    see_question_with_answer(third.page, 3)
    expect(new.page.locator('[data-screen="moved"]')).to_be_visible(timeout=PATIENCE_MS)
    assert (console.watched.errors, new.errors, third.errors) == ([], [], [])


def test_another_person_with_the_same_name_is_marked_at_the_console(
    serve: Serve, browser: Browser
) -> None:
    hall = serve(golden_bell(2))
    first = Phone(browser, hall.server.url, hall.staged.pin, NAME, TEAMS[0])
    hall.closing.callback(first.context.close)
    console = Console.entered(browser, hall.server.link, hall.server.url, hall.staged.contest)
    hall.closing.callback(console.context.close)
    second = device(hall, browser)
    come_in(second.page, hall)
    expect(second.page.locator('[data-code="namesake"]')).to_contain_text("số 1")
    second.page.get_by_role("button", name="Tôi là người khác").click()
    expect(second.page.locator('[data-screen="lobby"]')).to_be_visible(timeout=PATIENCE_MS)
    people = console.page.locator("#people")
    expect(people.locator(".marks")).to_have_text(["trùng tên"] * 2, timeout=PATIENCE_MS)
    people.get_by_role("button", name="Trùng tên 2").click()
    expect(people.locator(".person")).to_have_count(2)
    assert (console.watched.errors, second.errors, first.watched.errors) == ([], [], [])
