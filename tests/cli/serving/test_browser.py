import sys
from collections.abc import Sequence

import pytest

from quiz.cli.serving.browser import has_screen, open_page


@pytest.mark.parametrize(
    ("platform", "environment", "is_terminal", "has"),
    [
        ("win32", {}, True, True),
        ("darwin", {}, True, True),
        ("linux", {"DISPLAY": ":0"}, True, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        ("linux", {}, True, False),
        ("linux", {"DISPLAY": ":0"}, False, False),
        ("win32", {}, False, False),
    ],
)
def test_page_is_opened_where_somebody_sits_before_a_screen(
    platform: str, environment: dict[str, str], is_terminal: bool, has: bool
) -> None:
    assert has_screen(platform, environment, is_terminal=is_terminal) is has


def test_page_is_opened_by_a_program_of_its_own() -> None:
    commands: list[Sequence[str]] = []
    open_page("http://127.0.0.1:5000/host/enter/abc", commands.append)
    url = "http://127.0.0.1:5000/host/enter/abc"
    assert commands == [[sys.executable, "-m", "webbrowser", "-t", url]]


def test_machine_that_cannot_start_a_browser_serves_on() -> None:
    def fails(_: Sequence[str]) -> object:
        raise OSError

    open_page("http://127.0.0.1:5000/", fails)
