"""A word that a page does not have is a mistake that tests in a browser see, and nobody else."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route

from tests.web.conftest import ROOT

PAGE = '<html lang="vi"><script type="application/json" id="words">{"there": "Có"}</script></html>'
SAY = """async () => {
  const { t } = await import("/static/js/shared/words.js");
  return [t("there"), t("absent")];
}"""


def serve(route: Route) -> None:
    path = urlsplit(route.request.url).path.removeprefix("/")
    if not path:
        route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")
    elif (ROOT / path).is_file():
        route.fulfill(path=ROOT / path)
    else:
        route.fulfill(status=404)


def test_missing_word_is_an_error_and_shows_nothing(browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/*", serve)
    page.goto("http://page.test/")
    with page.expect_event("pageerror") as error:
        said = page.evaluate(SAY)
    assert (said, str(error.value)) == (["Có", ""], "no words for absent")
    page.close()
