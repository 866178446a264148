from dataclasses import replace

import pytest

from quiz.core.engine.engine import Engine
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.state import Life, Scene
from quiz.core.question.timing import lead_ms
from quiz.formats import FORMATS
from tests.core.builders import Table, plan, submit


def test_create_with_empty_round() -> None:
    table = Table(plan())
    empty = replace(table.contest.plan.rounds[0], questions=())
    table.state = None
    assert table.refused(c.CreateContest(Plan("Trống", (empty,)))) == "bad_plan"


def test_create_without_questions_where_the_format_plays_with_material() -> None:
    charades = replace(FORMATS["points"], needs_questions=False)
    engine = Engine({**FORMATS, "points": charades})
    round_ = Round("Từ khóa", "points", material={"keywords": ["công đoàn", "điều lệ"]})
    (created,) = engine.decide(None, c.CreateContest(Plan("Hội thi", (round_,))), 0)
    assert engine.evolve(None, created).plan.rounds[0].material == round_.material
    table = Table(plan())
    table.state = None
    assert table.refused(c.CreateContest(Plan("Hội thi", (round_,)))) == "bad_plan"


def test_create_with_unknown_setting() -> None:
    table = Table(plan())
    table.state = None
    assert table.refused(c.CreateContest(plan(rescue_colour=3))) == "bad_settings"


def test_join_gives_numbers_and_cleans_names() -> None:
    table = Table(plan())
    table.do(c.Join("  Nguye\u0302\u0303n \u202eAn ", "Đỏ"))
    table.do(c.Join("An", "Vàng"))
    people = [(p.number, p.name, p.team) for p in table.contest.contestants.values()]
    assert people == [(1, "Nguyễn An", "Đỏ"), (2, "An", "Vàng")]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.Join(" ", "Đỏ"), "bad_name"),
        (c.Join("x" * 41, "Đỏ"), "bad_name"),
        (c.Join("An", "Xanh"), "bad_team"),
        (c.Advance(99), "stale"),
        (c.Undo(99), "stale"),
        (c.Pause(1), "not_now"),
        (c.Advance(1), "nobody_joined"),
    ],
)
def test_command_in_lobby_is_refused(command: c.Command, code: str) -> None:
    assert Table(plan()).refused(command) == code


def test_join_after_the_door_closed() -> None:
    table = Table(plan(), 1)
    table.act(c.LockRoom(0, True))
    assert table.refused(c.Join("Muộn", "Đỏ")) == "room_locked"


def test_join_to_a_full_contest_is_refused_until_somebody_is_taken_out() -> None:
    table = Table(replace(plan(), capacity=2), 2)
    assert table.refused(c.Join("Ba", "Đỏ")) == "contest_full"
    table.act(c.RemoveContestant(0, 1))
    table.do(c.Join("Ba", "Đỏ"))
    assert list(table.contest.contestants) == [2, 3]


def test_late_joiner_is_a_spectator_by_default() -> None:
    table = Table(plan(), 2)
    table.advance()
    table.do(c.Join("Muộn", "Đỏ"))
    newcomer = table.contest.contestants.get(3)
    assert newcomer is not None
    assert newcomer.spectator
    table.open()
    assert table.refused(submit(table, 3, (0,))) == "not_on_floor"


def test_late_joiner_may_take_the_floor_where_the_plan_says_so() -> None:
    table = Table(replace(plan(), late_join="floor"), 2)
    table.ask(1, 2)
    table.do(c.Join("Muộn", "Đỏ"))
    table.ask(1, 2, 3)
    assert table.playing() == [1, 2, 3]


def test_answer_is_taken_only_while_the_clock_runs() -> None:
    table = Table(plan(), 2)
    table.until("show")
    assert table.refused(submit(table, 1, (0,))) == "too_early"
    table.until("start_clock")
    assert table.refused(submit(table, 1, (0,))) == "too_early"
    table.open()
    table.now = table.asked.opens_at - 1
    assert table.refused(submit(table, 1, (0,))) == "too_early"
    table.now = table.asked.deadline
    assert table.refused(submit(table, 1, (0,))) == ""
    table.now = table.asked.deadline + 1
    assert table.refused(submit(table, 1, (0,))) == "too_late"
    table.advance()
    assert table.refused(submit(table, 1, (0,))) == "too_late"


def test_answer_to_another_question_is_too_late() -> None:
    table = Table(plan(), 2)
    table.ask(1, 2)
    old = table.contest.plays[0].log[0]
    table.open()
    assert table.refused(c.SubmitAnswer(1, old.pool, old.ordinal, (0,))) == "too_late"  # type: ignore[union-attr]


def test_last_answer_counts_unless_answers_are_final() -> None:
    table = Table(plan(), 2)
    table.open()
    table.answer(1, (0,))
    table.answer(1, (1,))
    given = table.asked.answers.get(1)
    assert given is not None
    assert given.answer == (1,)
    final = Table(plan(change_answer=False), 2)
    final.open()
    final.answer(1, (0,))
    assert final.refused(submit(final, 1, (1,))) == "no_change"


def test_marshal_may_enter_a_raised_board_until_the_reveal() -> None:
    table = Table(plan(), 2)
    table.open()
    table.advance()
    board = replace(submit(table, 1, (1,)), by="marshal")
    table.do(board)
    given = table.asked.answers.get(1)
    assert given is not None
    assert (given.by, given.answer) == ("marshal", (1,))
    table.advance()
    assert table.refused(board) == "too_late"


def test_pause_stops_the_clock_and_keeps_the_time() -> None:
    table = Table(plan(seconds=15), 2)
    table.open()
    table.now += 5_000
    table.act(c.Pause(0))
    assert (table.asked.life, table.asked.left_ms) == (Life.PAUSED, 10_000)
    assert table.refused(submit(table, 1, (0,))) == "not_now"
    table.now += 60_000
    table.act(c.AddTime(0, 10_000))
    table.act(c.Resume(0))
    assert table.asked.deadline == table.now + 20_000
    table.now += 1_000
    table.do(submit(table, 1, (0,)))
    given = table.asked.answers.get(1)
    assert given is not None
    assert given.took_ms == 6_000


def test_expired_lock_closes_at_the_deadline() -> None:
    table = Table(plan(), 2)
    table.open()
    assert table.refused(c.LockExpired()) == "not_now"
    table.now = table.asked.deadline + 50_000
    table.do(c.LockExpired())
    assert table.asked.life is Life.LOCKED
    assert table.refused(c.LockExpired()) == "not_now"


def test_clock_starts_at_once_where_set() -> None:
    table = Table(plan(clock="at_once", seconds=10), 2)
    table.until("show")
    table.advance()
    asked = table.asked
    lead = lead_ms(table.contest.plan, 2)
    assert (asked.life, asked.opens_at) == (Life.CLOCK, table.now + lead)
    assert asked.deadline == asked.opens_at + 10_000


def test_question_with_its_own_seconds() -> None:
    made = plan(seconds=15)
    first = replace(made.rounds[0].questions[0], seconds=40)
    round_ = replace(made.rounds[0], questions=(first, *made.rounds[0].questions[1:]))
    table = Table(replace(made, rounds=(round_,)), 2)
    table.open()
    assert table.asked.deadline - table.asked.opens_at == 40_000


def test_pressing_twice_changes_nothing_twice() -> None:
    table = Table(plan(), 2)
    press = c.Advance(table.contest.acted)
    table.do(press)
    assert table.refused(press) == "stale"


def test_answers_do_not_make_a_host_stale() -> None:
    table = Table(plan(), 2)
    table.open()
    press = c.Advance(table.contest.acted)
    table.answer(1, (0,))
    assert table.refused(press) == ""


def test_skipped_question_counts_for_nobody() -> None:
    table = Table(plan(), 2)
    table.open()
    table.answer(1, (3,))
    table.act(c.Skip(0))
    assert table.playing() == [1, 2]
    table.until("show")
    assert table.asked.ordinal == 2


def test_scene_sent_by_the_host_lasts_until_the_next_step() -> None:
    table = Table(plan(), 2)
    table.act(c.SendScene(0, Scene.TEAMS))
    assert table.contest.scene is Scene.TEAMS
    table.act(c.Mute(0, True))
    assert (table.contest.scene, table.contest.muted) == (Scene.TEAMS, True)
    table.advance()
    assert table.contest.scene is Scene.AUTO


def test_score_correction_needs_a_reason() -> None:
    table = Table(plan(), 2)
    table.ask(1, 2)
    assert table.refused(c.CorrectScore(table.contest.acted, 1, 5, " ")) == "bad_reason"
    table.act(c.CorrectScore(0, 1, 5, "đọc nhầm"))
    tally = table.contest.plays[0].floor.get(1)
    assert tally is not None
    assert tally.points == 15


def test_name_and_team_can_be_mended_and_a_newcomer_removed() -> None:
    table = Table(plan(), 2)
    table.act(c.CorrectContestant(0, 1, "Trần Thị Hà", "Vàng"))
    mended = table.contest.contestants.get(1)
    assert mended is not None
    assert (mended.name, mended.team) == ("Trần Thị Hà", "Vàng")
    table.act(c.RemoveContestant(0, 2))
    assert list(table.contest.contestants) == [1]
    table.act(c.Undo(0))
    assert list(table.contest.contestants) == [1, 2]
    table.act(c.RemoveContestant(0, 2))
    table.do(c.Join("Người mới", "Đỏ"))
    assert list(table.contest.contestants) == [1, 3]
