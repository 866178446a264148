"""Before the evening: signing in, the list of contests, a new contest."""

from playwright.async_api import Page

from quiz.cli.demo import DemoServer
from tests.screenshots import importing, library
from tests.screenshots.album import Album
from tests.screenshots.studio import CONSOLE, PHONE, Studio


async def picture(album: Album, studio: Studio, server: DemoServer) -> None:
    """The host's pages on a machine that has no contest yet, then their first one."""
    await sign_in(album, studio, server)
    page = await studio.screen(CONSOLE, server.link)
    await album.take(page, "console", "password")
    await page.goto(f"{server.url}/host/")
    await album.take(page, "console", "list-empty")
    await new_contest(album, page, server)
    await library.picture(album, page, server)
    await importing.picture(album, page, server)


async def sign_in(album: Album, studio: Studio, server: DemoServer) -> None:
    """The sign-in page, refused and not; a link that was used."""
    page = await studio.screen(CONSOLE, f"{server.url}/host/login")
    await album.take(page, "console", "login")
    await page.fill('[name="name"]', "host")
    await page.fill('[name="password"]', "không phải mật khẩu")
    await page.locator("form.card button.primary").click()
    await album.take(page, "console", "login-refused")
    await page.goto(f"{server.url}/host/enter/da-dung")
    await album.take(page, "console", "link-used")
    await page.goto(f"{server.url}/khong-co")
    await album.take(page, "console", "not-found")


async def new_contest(album: Album, page: Page, server: DemoServer) -> None:
    """The steps, filled in badly, then well; a swap, a choice by hand, the lobby, the list."""
    await page.goto(f"{server.url}/host/contests/new")
    await album.take(page, "console", "new-contest")
    await page.locator(".preset").first.click()
    await page.get_by_role("button", name="Tiếp").click()
    await album.take(page, "console", "new-contest-refused")
    await page.fill('[name="title"]', "Rung chuông vàng mừng ngày 28/7")
    for fold in await page.locator("details > summary").all():
        await fold.click()
    await album.take(page, "console", "new-contest-choices", whole=True)
    for step in ("teams", "rounds", "questions"):
        await page.locator(f'#steps button[value="{step}"]').click()
        if step == "teams":
            await page.locator("#example-teams").click()
        await album.take(page, "console", f"new-contest-{step}")
        if step == "rounds":
            await rules(album, page)
    await drafts(album, page, server)
    await page.locator('[name="banks"]').first.check()
    await page.locator("#divide > summary").click()
    await page.locator(".quota-table input[type=number]:visible").first.fill("2")
    await page.locator(".drawn-question").first.wait_for()
    await album.take(page, "console", "new-contest-quotas")
    await page.locator('button[name="swap"]').first.click()
    await album.take(page, "console", "new-contest-swapped")
    await page.get_by_role("button", name="Chọn câu thay").first.click()
    await album.take(page, "console", "new-contest-choosing")
    await page.go_back()
    for step in ("prizes", "review"):
        await page.locator(f'#steps button[value="{step}"]').click()
        await album.take(page, "console", f"new-contest-{step}")
    await page.locator('button[value="create"]').click()
    await page.locator("#primary[aria-disabled=false]").wait_for()
    await album.take(page, "console", "lobby-empty")
    await other_screens(album, page, server)


async def steps_in_english(album: Album, page: Page, address: str) -> None:
    """A new contest, step by step."""
    await page.goto(address)
    await page.locator(".preset").first.click()
    for step in ("contest", "teams", "rounds", "questions", "prizes", "review"):
        await page.locator(f'#steps button[value="{step}"]').click()
        await album.take(page, "english", f"new-contest-{step}")


async def rules(album: Album, page: Page) -> None:
    """The rules of a round, all of them unfolded, and the other presets."""
    await (
        page.get_by_role("button", name="Thêm phần thi")
        .or_(page.get_by_text("Thêm phần thi"))
        .first.click()
    )
    await album.take(page, "console", "new-contest-round-more")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Sửa luật").first.click()
    await page.locator("h2, legend").first.wait_for()
    for fold in await page.locator("main details > summary").all():
        await fold.click()
    await album.take(page, "console", "new-contest-rules", whole=True)


async def drafts(album: Album, page: Page, server: DemoServer) -> None:
    """The draft in the list, and what is asked before it is thrown away."""
    step = page.url
    await page.goto(f"{server.url}/host/")
    await album.take(page, "console", "list-draft")
    await page.locator(".draft-row a.quiet").first.click()
    await album.take(page, "console", "draft-removing")
    await page.goto(f"{server.url}/host/way-in")
    await album.take(page, "console", "way-in", whole=True)
    await page.goto(step)


async def changing(album: Album, page: Page, server: DemoServer, contest: str) -> None:
    """A contest that is changed, copied or deleted; roles lent in it."""
    await page.goto(f"{server.url}/host/contests/{contest}/edit")
    await page.locator("#delete summary").click()
    await album.take(page, "console", "contest-edit-copy-delete")
    await page.goto(f"{server.url}/host/contests/{contest}/roles")
    await page.fill('[name="who"]', "MC Nguyễn Thị Hoàng Phương Ánh")
    await page.locator("form.stack button.primary").click()
    await page.locator(".fresh-qr").wait_for()
    await album.take(page, "console", "roles", whole=True)
    link = await page.locator("#fresh-link").input_value()
    taker = await (await page.context.browser.new_context(locale="vi-VN")).new_page()  # type: ignore[union-attr]
    await taker.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await taker.goto(f"{server.url}/{link.split('/', 3)[3]}")
    await album.take(taker, "phone", "role-taking")
    await taker.context.close()


async def other_screens(album: Album, page: Page, server: DemoServer) -> None:
    """What the new contest looks like on the other screens while nobody is in."""
    contest = page.url.rpartition("/")[2]
    await changing(album, page, server, contest)
    await page.goto(f"{server.url}/host/contests/{contest}/seal")
    await album.take(page, "console", "seal", whole=True)
    await page.goto(f"{server.url}/host/contests/{contest}/statistics")
    await album.take(page, "console", "statistics-empty")
    await page.goto(f"{server.url}/projector/{contest}")
    await page.locator('html[data-scene="join"]').wait_for()
    await page.set_viewport_size({"width": 1920, "height": 1080})
    await album.take(page, "projector", "join-empty")
    await page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await page.goto(f"{server.url}/host/contests/{contest}")
    await album.take(page, "tablet", "console-narrow", whole=True)
    await page.set_viewport_size({"width": CONSOLE[0], "height": CONSOLE[1]})
    await page.goto(f"{server.url}/host/")
    await album.take(page, "console", "list")
