from dataclasses import replace
from typing import Any

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.state import Stage
from tests.core.builders import Table, plan


@pytest.mark.parametrize(
    "command", [c.Pause(0), c.Skip(0), c.FinishRound(0), c.DrawAudienceQuestion(0)]
)
@pytest.mark.parametrize("step", ["start_round", "finish", "show_prize", "none"])
def test_only_the_next_step_is_possible_while_no_round_is_played(step: str, command: c.Act) -> None:
    table = Table(plan(1), 2)
    table.until(step)
    assert table.refused(replace(command, based_on=table.contest.acted)) == "not_now"


@pytest.mark.parametrize(("of_round", "seconds"), [({}, 20), ({"seconds": 12}, 12)])
def test_seconds_of_the_contest_hold_where_a_round_has_none(
    of_round: dict[str, Any], seconds: int
) -> None:
    table = Table(replace(plan(**of_round), seconds=20), 2)
    table.open()
    assert table.asked.deadline - table.asked.opens_at == seconds * 1000


def test_two_rounds_are_played_in_order() -> None:
    made = plan()
    table = Table(replace(made, rounds=(*made.rounds, *plan(2, "points").rounds)), 2)
    table.until("finish_round")
    table.advance()
    assert table.contest.stage is Stage.BETWEEN
    assert table.step() == "start_round"
    table.until("finish")
    table.advance()
    assert table.contest.stage is Stage.FINISHED
    assert [play.round.format for play in table.contest.plays] == ["golden_bell", "points"]


def test_ceremony_goes_up_from_the_last_prize() -> None:
    table = Table(plan(), 2)
    table.until("show_prize")
    table.advance(3)
    assert (table.contest.prizes_shown, table.step()) == (3, "none")
    assert table.refused(c.Advance(table.contest.acted)) == "not_now"
