"""What a page passes over: anything older than what it has already seen of the same event."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

MODULE = Path(__file__).parents[2] / "static" / "js" / "shared" / "newest.js"
LOOK = """async ([source, said]) => {
  const { makeNewest } = await import("data:text/javascript," + encodeURIComponent(source));
  const newest = makeNewest();
  return said.map(([event, payload]) => newest.passes(event, payload));
}"""


def passed(browser: Browser, *said: tuple[str, dict[str, Any]]) -> list[bool]:
    """Which of these messages get through, in this order."""
    page = browser.new_page()
    found = page.evaluate(LOOK, [MODULE.read_text("utf-8"), [list(one) for one in said]])
    page.close()
    return list(found)


def test_older_message_of_an_event_is_passed_over(browser: Browser) -> None:
    for event in ("view", "seat", "counts", "roster", "trouble"):
        said = [(event, {"v": v}) for v in (3, 2, 3, 4, 1)]
        assert passed(browser, *said) == [True, False, True, True, False]


def test_events_have_versions_of_their_own(browser: Browser) -> None:
    assert passed(browser, ("view", {"v": 9}), ("seat", {"v": 2}), ("place", {"pin": "1"})) == [
        True,
        True,
        True,
    ]


def test_welcome_always_comes_through_and_counts_for_view_and_seat(browser: Browser) -> None:
    welcome: tuple[str, dict[str, Any]] = (
        "welcome",
        {"view": {"v": 5}, "seat": {"v": 4}, "answer": None},
    )
    said: list[tuple[str, dict[str, Any]]] = [
        ("view", {"v": 7}),
        welcome,
        ("view", {"v": 6}),
        ("seat", {"v": 3}),
        ("seat", {"v": 4}),
    ]
    assert passed(browser, *said) == [True, True, False, False, True]
