"""A step counts for what was on the screen: two presses, and two consoles, so long apart."""

import pytest

from quiz.core.nouns.events import KeyRevealed, QuestionDrawn, QuestionShown
from quiz.core.nouns.state import Life
from quiz.store.journal import SqliteJournal
from tests.live.conftest import Studio, ask
from tests.service.fakes import FakeClock

TOO_SOON = {"ok": False, "code": "too_soon"}
APART_MS = (0, 60, 250, 400, 599)


class Pressed:
    """Two consoles with the server's clock in hand; nothing is pressed but by a test."""

    def __init__(self, studio: Studio, step: str) -> None:
        self.studio = studio
        studio.join()
        self.one, self.two = studio.host(), studio.host()
        studio.until(self.one, step)
        self.clock = FakeClock()
        self.clock.time = studio.clock.now() + 60_000
        studio.hub.clock = self.clock

    def press(self, console: object, act: str = "advance", **fields: object) -> dict[str, object]:
        """The reply to an act based on what is on the screens now."""
        based_on = self.studio.runner.contest.acted
        id_ = f"press-{based_on}-{self.clock.time}-{id(console)}"
        message = {"id": id_, "act": act, "based_on": based_on, **fields}
        return ask(console, "/host", "act", message)  # type: ignore[arg-type]

    @property
    def kinds(self) -> list[type]:
        rows = SqliteJournal(self.studio.database).events(self.studio.id)
        return [type(event) for event, _ in rows]


@pytest.mark.parametrize("apart_ms", APART_MS)
def test_step_pressed_soon_after_another_is_passed_over_on_every_console(
    studio: Studio, apart_ms: int
) -> None:
    pressed = Pressed(studio, "show")
    assert pressed.press(pressed.one)["ok"]
    pressed.clock.time += apart_ms
    assert pressed.press(pressed.one, "undo") == TOO_SOON
    assert pressed.press(pressed.two) == TOO_SOON
    assert pressed.kinds[-1] is QuestionShown


def test_step_pressed_once_the_change_was_seen_counts(studio: Studio) -> None:
    pressed = Pressed(studio, "draw")
    assert pressed.press(pressed.one)["ok"]
    pressed.clock.time += 600
    assert pressed.press(pressed.two)["ok"]
    assert pressed.kinds[-2:] == [QuestionDrawn, QuestionShown]


def test_step_pressed_as_the_time_runs_out_reveals_nothing(studio: Studio) -> None:
    pressed = Pressed(studio, "close")
    assert pressed.press(pressed.one, "close_now")["ok"]
    pressed.clock.time += 300
    assert pressed.press(pressed.two) == TOO_SOON
    assert KeyRevealed not in pressed.kinds
    play = studio.runner.contest.play
    assert play is not None
    assert play.current is not None
    assert play.current.life is Life.LOCKED


def test_act_that_is_no_step_counts_at_once(studio: Studio) -> None:
    pressed = Pressed(studio, "show")
    assert pressed.press(pressed.one)["ok"]
    assert pressed.press(pressed.two, "mute", muted=True)["ok"]


def test_step_counts_right_after_what_moves_nothing(studio: Studio) -> None:
    pressed = Pressed(studio, "show")
    assert pressed.press(pressed.one, "lock_room", locked=True)["ok"]
    assert pressed.press(pressed.two)["ok"]


def test_step_sent_again_soon_after_gets_its_first_receipt(studio: Studio) -> None:
    pressed = Pressed(studio, "show")
    message = {"id": "pressed-once", "act": "advance", "based_on": studio.runner.contest.acted}
    first = ask(pressed.one, "/host", "act", message)
    pressed.clock.time += 100
    assert ask(pressed.one, "/host", "act", message) == first
    assert first["ok"]
