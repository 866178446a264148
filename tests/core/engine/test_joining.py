"""The door, and a seat that is opened on another device."""

from dataclasses import replace

import pytest

from quiz.core.engine.joining import folded, why_shut
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.shapes import MyAnswer
from quiz.core.views.seats import holds_seat, my_answer, was_reopened
from tests.core.builders import Table, plan


def seated() -> Table:
    """Two contestants whose secrets are known, the door closed by the first question."""
    table = Table(plan())
    for name in ("An", "Bình"):
        table.do(c.Join(name, "Đỏ", f"cũ của {name}"))
    return table


def test_seat_opened_on_another_device_is_proven_by_the_new_secret_alone() -> None:
    table = seated()
    acted = table.contest.acted
    table.do(c.ReopenSeat(2, "mới"))
    assert table.events[-1] == e.SeatReopened(2, "mới")
    now = table.contest
    assert [holds_seat(now, 2, secret) for secret in ("mới", "cũ của Bình", "")] == [
        True,
        False,
        False,
    ]
    assert (was_reopened(now, 2, "cũ của Bình"), was_reopened(now, 2, "mới")) == (True, False)
    assert (holds_seat(now, 1, "cũ của An"), was_reopened(now, 1, "lạ")) == (True, False)
    assert (now.acted, now.contestants) == (acted, table.contest.contestants)


def test_seat_that_anybody_could_prove_is_the_new_devices_alone() -> None:
    table = Table(plan(), 1)
    table.do(c.ReopenSeat(1, "mới"))
    assert (holds_seat(table.contest, 1, ""), holds_seat(table.contest, 1, "mới")) == (False, True)


def test_seat_opened_twice_is_the_last_devices() -> None:
    table = seated()
    table.do(c.ReopenSeat(2, "thứ hai"))
    table.do(c.ReopenSeat(2, "thứ ba"))
    assert [holds_seat(table.contest, 2, each) for each in ("thứ hai", "thứ ba")] == [False, True]


def test_answer_given_before_is_the_new_devices_too_and_may_be_changed() -> None:
    table = seated()
    table.open()
    table.answer(2, (3,), after_ms=500)
    at = table.now
    table.do(c.ReopenSeat(2, "mới"))
    assert my_answer(table.contest, 2) == MyAnswer((3,), at)
    table.answer(2, (0,), after_ms=900)
    assert my_answer(table.contest, 2) == MyAnswer((0,), at + 400)


def test_undo_of_what_was_done_before_leaves_the_seat_on_the_new_device() -> None:
    table = seated()
    table.act(c.Mute(0, True))
    table.do(c.ReopenSeat(1, "mới"))
    table.act(c.Undo(0))
    assert (table.contest.muted, holds_seat(table.contest, 1, "mới")) == (False, True)
    assert was_reopened(table.contest, 1, "cũ của An")


def test_seat_of_somebody_taken_out_is_opened_nowhere() -> None:
    table = seated()
    table.do(c.ReopenSeat(1, "mới"))
    table.act(c.RemoveContestant(0, 1))
    assert table.refused(c.ReopenSeat(1, "nữa")) == "no_such_contestant"
    assert not was_reopened(table.contest, 1, "cũ của An")
    table.act(c.Undo(0))
    assert holds_seat(table.contest, 1, "mới")


@pytest.mark.parametrize(
    ("made", "started", "locked", "code"),
    [
        ({}, False, False, ""),
        ({}, False, True, "room_locked"),
        ({"capacity": 2}, False, False, "contest_full"),
        ({"late_join": "closed"}, True, False, "room_locked"),
        ({"late_join": "spectator"}, True, False, ""),
    ],
)
def test_door_says_why_it_is_shut(
    made: dict[str, object], started: bool, locked: bool, code: str
) -> None:
    table = Table(replace(plan(), **made), 2)  # type: ignore[arg-type]
    if started:
        table.advance()
    if locked:
        table.act(c.LockRoom(0, True))
    assert why_shut(table.contest) == code


@pytest.mark.parametrize(
    ("capacity", "most_people", "code"),
    [(0, 0, ""), (0, 2, "contest_full"), (0, 3, ""), (3, 2, ""), (2, 9, "contest_full")],
)
def test_server_has_room_for_so_many_where_the_plan_does_not_say(
    capacity: int, most_people: int, code: str
) -> None:
    table = Table(replace(plan(), capacity=capacity), 2)
    assert why_shut(table.contest, most_people) == code
    newcomer = c.Join("Cúc", "Đỏ", most_people=most_people)
    if code:
        assert table.refused(newcomer) == code
    else:
        table.do(newcomer)


@pytest.mark.parametrize(
    "typed",
    ["Nguyễn Văn Đức", "nguyễn  văn ĐỨC ", "Nguye\u0302\u0303n Va\u0306n Đu\u031b\u0301c"],
)
def test_name_is_the_same_in_other_case_spaces_and_composition(typed: str) -> None:
    assert folded(typed) == folded("Nguyễn Văn Đức")


def test_name_with_other_marks_is_another() -> None:
    assert folded("Nguyễn Văn Đức") != folded("Nguyễn Văn Đúc")
