"""The bell of a buzzer round on a phone: within reach, and the question in sight above it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from quiz.core.views.seats import seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.formats.desk import Desk, clock, rules
from tests.web.still import Pages, hand


def ringing() -> Desk:
    """The clock runs and nobody has pressed."""
    return clock()


def answering() -> Desk:
    """The first contestant has the turn."""
    desk = clock()
    desk.buzz(1)
    desk.expire()
    return desk


@pytest.mark.parametrize("at", [ringing, answering])
@pytest.mark.parametrize(
    ("width", "height", "text"), [(390, 844, 100), (390, 844, 200), (320, 568, 100)]
)
def test_bell_leaves_a_small_phone_and_large_text_room_for_the_question(
    tmp_path: Path, browser: Browser, at: Callable[[], Desk], width: int, height: int, text: int
) -> None:
    contest = at().contest
    pages = Pages(tmp_path, browser, rules())
    phone = pages.joined("Lê An")
    phone.set_viewport_size({"width": width, "height": height})
    phone.evaluate("(text) => { document.documentElement.style.fontSize = `${text}%`; }", text)
    view, seat = phone_view(ENGINE, contest, 0), seat_view(ENGINE, contest, 1)
    hand(phone, welcome={"view": view, "seat": seat, "answer": None})
    place = phone.locator(".buzzer-place")
    expect(place).to_be_visible()
    box = place.bounding_box()
    pages.close()
    assert box is not None
    assert (box["y"] > height * 0.45, box["y"] + box["height"] <= height + 1) == (True, True)
