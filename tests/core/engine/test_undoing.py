import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.state import Life, Scene, Stage
from quiz.core.views.host_view import host_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan, submit


def test_undo_with_nothing_done() -> None:
    table = Table(plan(), 1)
    assert table.refused(c.Undo(table.contest.acted)) == "nothing_to_undo"


def test_undo_goes_back_step_by_step() -> None:
    table = Table(plan(), 3)
    table.ask(1, 2, wrong=(3,))
    assert table.playing() == [1, 2]
    table.act(c.Undo(0))
    assert (table.playing(), table.asked.life) == ([1, 2, 3], Life.REVEALED)
    table.act(c.Undo(0))
    assert table.asked.life is Life.LOCKED
    while table.contest.before is not None:
        table.act(c.Undo(0))
    assert table.contest.stage is Stage.LOBBY
    assert list(table.contest.contestants) == [1, 2, 3]


def test_undo_of_an_early_lock_gives_the_clock_back_paused() -> None:
    table = Table(plan(seconds=15), 2)
    table.open()
    table.answer(1, (0,), after_ms=5_000)
    table.act(c.CloseNow(0))
    table.now += 2_000
    table.act(c.Undo(0))
    assert (table.asked.life, table.asked.left_ms) == (Life.PAUSED, 8_000)
    assert list(table.asked.answers) == [1]


def test_undo_of_a_pause_leaves_the_clock_as_the_pause_stopped_it() -> None:
    table = Table(plan(seconds=15), 2)
    table.open()
    table.now += 5_000
    table.act(c.Pause(0))
    table.now += 60_000
    table.act(c.Undo(0))
    assert (table.asked.life, table.asked.left_ms) == (Life.PAUSED, 10_000)
    table.act(c.Resume(0))
    assert table.asked.deadline == table.now + 10_000


def test_undo_of_added_time_takes_it_back_from_a_clock_that_stood() -> None:
    table = Table(plan(seconds=15), 2)
    table.open()
    table.act(c.AddTime(0, 10_000))
    table.now += 5_000
    table.act(c.Pause(0))
    table.act(c.Undo(0))
    table.act(c.Undo(0))
    assert (table.asked.life, table.asked.left_ms) == (Life.PAUSED, 10_000)


def test_undo_keeps_answers_given_since() -> None:
    table = Table(plan(), 2)
    table.open()
    table.act(c.AddTime(0))
    table.answer(2, (1,))
    table.act(c.Undo(0))
    assert list(table.asked.answers) == [2]


def test_undo_of_a_muted_hall_leaves_the_clock_running() -> None:
    table = Table(plan(), 2)
    table.open()
    table.act(c.Mute(0, True))
    table.answer(1, (0,))
    table.act(c.Undo(0))
    assert (table.contest.muted, table.asked.life) == (False, Life.CLOCK)
    assert list(table.asked.answers) == [1]


def test_undo_keeps_newcomers() -> None:
    table = Table(plan(), 2)
    table.open()
    table.do(c.Join("Muộn", "Đỏ"))
    table.act(c.Undo(0))
    assert list(table.contest.contestants) == [1, 2, 3]
    assert table.contest.play is not None
    assert 3 in table.contest.play.floor


@pytest.mark.parametrize("steps", [1, 5, 9])
def test_undo_then_the_same_steps_lead_to_the_same_place(steps: int) -> None:
    table = Table(plan(), 3)
    table.advance(steps)
    before = (table.contest.stage, table.contest.plays, table.step())
    table.act(c.SendScene(0, "floor"))  # type: ignore[arg-type]
    table.act(c.Undo(0))
    assert (table.contest.stage, table.contest.plays, table.step()) == before


def test_undone_question_takes_answers_again() -> None:
    table = Table(plan(), 2)
    table.open()
    table.answer(1, (0,))
    table.advance()
    table.act(c.Undo(0))
    table.act(c.AddTime(0, 10_000))
    table.act(c.Resume(0))
    table.now += 10
    table.do(submit(table, 2, (1,)))
    assert list(table.asked.answers) == [1, 2]


def switched() -> Table:
    """A question was shown, then its screens were switched and the door closed."""
    table = Table(plan(), 2)
    table.until("start_clock")
    table.act(c.SendScene(0, Scene.STANDINGS))
    table.act(c.Mute(0, True))
    table.act(c.LockRoom(0, True))
    return table


def test_undo_of_steps_goes_past_switched_screens_and_leaves_them() -> None:
    table = switched()
    table.act(c.Undo(0, steps=True))
    assert table.asked.life is Life.DRAWN
    assert (table.contest.muted, table.contest.locked) == (True, True)


def test_undo_takes_back_a_switched_screen_where_steps_are_not_asked_for() -> None:
    table = switched()
    table.act(c.Undo(0))
    assert (table.asked.life, table.contest.locked) == (Life.SHOWN, False)


def test_undo_of_steps_where_only_screens_were_switched() -> None:
    table = Table(plan(), 1)
    table.act(c.Mute(0, True))
    assert table.refused(c.Undo(table.contest.acted, steps=True)) == "nothing_to_undo"
    assert host_view(ENGINE, table.contest, 0).can == ()


def test_undo_of_a_pause_past_a_switched_screen_leaves_the_clock_as_it_stood() -> None:
    table = Table(plan(seconds=15), 2)
    table.open()
    table.now += 5_000
    table.act(c.Pause(0))
    table.act(c.SendScene(0, Scene.BLANK))
    table.now += 60_000
    table.act(c.Undo(0, steps=True))
    assert (table.asked.life, table.asked.left_ms) == (Life.PAUSED, 10_000)


def test_standings_held_since_a_step_stay_held_without_it() -> None:
    table = Table(plan(format="points"), 2)
    table.ask(1)
    table.act(c.Freeze(0, True))
    table.act(c.Undo(0, steps=True))
    assert table.contest.held == table.contest.plays


def test_console_names_the_last_step_whatever_screens_were_switched_since() -> None:
    view = host_view(ENGINE, switched().contest, 0)
    assert (view.undoes, "undo" in view.can) == ("QuestionShown", True)
