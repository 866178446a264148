"""Names looked up for each who joins: right whatever was done to them meanwhile."""

from collections.abc import Iterator

import pytest

from quiz.core.nouns import commands as c
from quiz.formats import ENGINE
from quiz.service.contests.running.runner import Runner
from quiz.service.people.namesakes import Namesakes
from tests.core.builders import START, Table, plan, whose
from tests.service.fakes import FakeStore


@pytest.fixture
def runner() -> Iterator[Runner]:
    store = FakeStore()
    store.journals["a"] = []
    opened = Runner("a", Table(plan()).contest, store, ENGINE)
    yield opened
    opened.close()


def do(runner: Runner, *commands: c.Command) -> None:
    for command in commands:
        runner.submit(command, f"id-{runner.contest.version}", START, whose(command))


def acted(runner: Runner) -> int:
    return runner.contest.acted


def test_name_is_found_in_its_team_alone(runner: Runner) -> None:
    do(runner, c.Join("Lê An", "Đỏ"), c.Join("Lê An", "Vàng"), c.Join("lê  AN", "Đỏ"))
    known = Namesakes()
    found = [known.of(runner, "LÊ AN ", team) for team in ("Đỏ", "Vàng", "Xanh")]
    assert found == [(1, 3), (2,), ()]


def test_who_joins_later_is_known_too(runner: Runner) -> None:
    known = Namesakes()
    assert known.of(runner, "An", "Đỏ") == ()
    do(runner, c.Join("An", "Đỏ"), c.Join("Bình", "Đỏ"))
    assert (known.of(runner, "An", "Đỏ"), known.of(runner, "Bình", "Đỏ")) == ((1,), (2,))


def test_name_mended_is_known_by_the_new_one_alone(runner: Runner) -> None:
    known = Namesakes()
    do(runner, c.Join("An", "Đỏ"))
    assert known.of(runner, "An", "Đỏ") == (1,)
    do(runner, c.CorrectContestant(acted(runner), 1, "Ân", "Vàng"))
    assert (known.of(runner, "An", "Đỏ"), known.of(runner, "Ân", "Vàng")) == ((), (1,))


def test_who_was_taken_out_has_no_name_and_has_it_again_when_that_is_undone(
    runner: Runner,
) -> None:
    known = Namesakes()
    do(runner, c.Join("An", "Đỏ"))
    do(runner, c.RemoveContestant(acted(runner), 1))
    assert known.of(runner, "An", "Đỏ") == ()
    do(runner, c.Join("An", "Đỏ"), c.Undo(acted(runner)))
    assert known.of(runner, "An", "Đỏ") == (1, 2)
