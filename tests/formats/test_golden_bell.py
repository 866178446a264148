from dataclasses import replace
from typing import Any

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan
from quiz.core.standing.ranking import standings
from quiz.core.views.hall_view import projector_view
from quiz.formats import ENGINE
from quiz.formats.golden_bell.commands import DeclineRescue, OpenRescue, PickRescued, UseLifeline
from tests.core.builders import Table, log_rows, plan, with_points
from tests.formats.looking import bell, rescue, rung


def rules(count: int = 10, **settings: Any) -> Plan:
    """A plan without rescues unless asked for."""
    return plan(count, **({"rescues": []} | settings))


def test_wrong_and_silent_leave_the_floor() -> None:
    table = Table(rules(), 4)
    table.ask(1, 2, wrong=(3,))
    assert table.playing() == [1, 2]


def test_question_with_points_of_its_own_brings_those() -> None:
    table = Table(with_points(rules(2), 25), 2)
    table.ask(1, 2)
    table.ask(1, 2)
    assert [row.tally.points for row in standings(table.contest)] == [35, 35]


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ({"out_on_wrong": False}, [1, 2, 3]),
        ({"out_on_none": False}, [1, 2, 4]),
        ({"out_on_wrong": False, "out_on_none": False}, [1, 2, 3, 4]),
    ],
)
def test_elimination_follows_the_settings(settings: dict[str, bool], left: list[int]) -> None:
    table = Table(rules(**settings), 4)
    table.ask(1, 2, wrong=(3,))
    assert table.playing() == left


@pytest.mark.parametrize(
    ("rule", "after_first", "after_second"),
    [
        ("spare_once", [1, 2], []),
        ("spare", [1, 2], [1, 2]),
        ("out", [], []),
    ],
)
def test_question_that_everybody_gets_wrong(
    rule: str, after_first: list[int], after_second: list[int]
) -> None:
    table = Table(rules(all_wrong=rule), 2)
    table.ask(wrong=(1, 2))
    assert table.playing() == after_first
    if after_first:
        assert bell(table.contest).spared
        table.ask(wrong=(1, 2))
    assert table.playing() == after_second


def test_last_question_spares_nobody_and_the_bell_stays_silent() -> None:
    table = Table(rules(2), 2)
    table.ask(1, 2)
    table.ask(wrong=(1, 2))
    assert (table.playing(), table.step()) == ([], "ring_bell")
    table.advance()
    assert rung(table.contest) == 0


def test_sole_survivor_goes_on_to_the_last_question() -> None:
    table = Table(rules(3), 3)
    table.ask(1)
    table.ask(1)
    table.ask(1)
    assert table.step() == "ring_bell"
    table.advance()
    assert rung(table.contest) == 1


def test_sole_survivor_wins_at_once_where_set() -> None:
    table = Table(rules(3, sole_survivor="wins"), 3)
    table.ask(1)
    assert table.step() == "ring_bell"


def test_several_left_get_reserve_questions_until_one_is_left() -> None:
    table = Table(rules(1), 3)
    table.ask(1, 2, 3)
    table.ask(1, 2, wrong=(3,))
    table.ask(wrong=(1, 2))
    assert table.playing() == [1, 2]
    table.ask(2)
    assert (table.playing(), table.step()) == ([2], "ring_bell")
    assert [row.number for row in standings(table.contest)] == [2, 1, 3]


def test_reserve_questions_end_and_the_best_of_those_left_rings() -> None:
    table = Table(rules(1, reserve_count=1), 2)
    table.open()
    table.answer(1, table.asked.question.key[0], after_ms=9_000)
    table.answer(2, table.asked.question.key[0], after_ms=2_000)
    table.advance(3)
    table.ask(1, 2)
    assert table.step() == "ring_bell"
    table.advance()
    assert rung(table.contest) == 2


@pytest.mark.parametrize(("ending", "bell"), [("bell", 1), ("no_bell", 0)])
def test_several_left_without_reserve_questions(ending: str, bell: int) -> None:
    table = Table(rules(1, ending=ending), 2)
    table.ask(1, 2)
    table.until("finish_round")
    assert rung(table.contest) == bell


def test_rescue_is_offered_when_few_are_left() -> None:
    table = Table(plan(10, rescue_below=3), 6)
    table.ask(1, 2, 3)
    assert table.step() == "draw"
    table.ask(1, 2)
    assert table.step() == "open_rescue"
    table.advance()
    proposed = rescue(table.contest)
    assert proposed is not None
    assert proposed.numbers[0] == 3
    assert set(proposed.numbers) == {3, 4, 5, 6}
    table.advance()
    assert table.playing() == [1, 2, 3, 4, 5, 6]
    assert table.step() == "draw"
    left = [row.left for row in log_rows(table.contest)]
    assert left == [3, 1, 0]


def test_hall_is_told_who_returns_only_once_it_is_decided() -> None:
    table = Table(plan(10, rescue_below=3), 6)
    table.ask(1, 2, 3)
    table.ask(1, 2)
    told = []
    for _ in range(3):
        view = projector_view(ENGINE, table.contest, table.now)
        back = [square.number for square in view.squares if square.state == "returned"]
        told.append((view.scene, view.parts["golden_bell"].rescue, back))
        table.advance()
    assert told == [("floor", False, []), ("rescue", True, []), ("floor", False, [3, 4, 5, 6])]


def test_rescue_is_offered_by_percentage() -> None:
    table = Table(plan(10, rescue_below=0, rescue_below_percent=50), 6)
    table.ask(1, 2, 3)
    assert table.step() == "draw"
    table.ask(1, 2)
    assert table.step() == "open_rescue"


def test_rescue_declined_is_not_offered_again_before_the_next_question() -> None:
    table = Table(plan(), 4)
    table.ask(1, 2)
    assert table.step() == "open_rescue"
    table.act(DeclineRescue(0))
    assert table.step() == "draw"
    table.ask(1, 2)
    assert table.step() == "open_rescue"


def test_rescue_not_after_its_last_question_nor_too_often() -> None:
    table = Table(plan(10, rescue_until=1), 4)
    table.ask(1, 2)
    assert table.step() == "open_rescue"
    table.act(DeclineRescue(0))
    table.ask(1, 2)
    assert table.step() == "draw"
    once = Table(plan(10, rescues=[{"how_many": "all"}]), 4)
    once.ask(1, 2)
    once.advance(2)
    once.ask(1, 2)
    assert once.step() == "draw"
    assert once.refused(OpenRescue(once.contest.acted)) == "no_rescue_left"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"how_many": "number", "amount": 2}, (4, 3)),
        ({"how_many": "percent", "amount": 50}, (4, 3)),
        ({"how_many": "number", "amount": 1, "order": "score"}, (4,)),
        ({"how_many": "all", "order": "hand"}, ()),
    ],
)
def test_rescue_brings_back_the_right_ones(
    rule: dict[str, object], expected: tuple[int, ...]
) -> None:
    table = Table(plan(10, rescues=[rule], rescue_below=3), 4)
    table.ask(1, 2, 3, 4)
    table.ask(1, 3, 4)
    table.ask(1, 4)
    table.act(DeclineRescue(0))
    table.ask(1)
    table.advance()
    proposed = rescue(table.contest)
    assert proposed is not None
    assert proposed.numbers == expected[: len(proposed.numbers)]
    assert len(proposed.numbers) == len(expected)


def test_random_rescue_follows_the_stored_seed() -> None:
    def proposed(seed: str) -> tuple[int, ...]:
        rule = {"how_many": "number", "amount": 5, "order": "random"}
        table = Table(replace(plan(10, rescues=[rule]), seed=seed), 40)
        table.ask(1)
        table.advance()
        seen = rescue(table.contest)
        assert seen is not None
        return seen.numbers

    assert proposed("một") == proposed("một")
    assert proposed("một") != proposed("hai")


def test_host_changes_the_rescue_and_picks_by_hand() -> None:
    table = Table(plan(), 5)
    table.ask(1)
    table.act(OpenRescue(0, "number", 1, "latest"))
    table.act(c.Rescue(0, (2, 5)))
    assert table.playing() == [1, 2, 5]
    assert table.refused(c.Rescue(table.contest.acted, (1,))) == "nobody_to_rescue"
    table.act(c.Undo(0))
    assert table.playing() == [1]


def open_rescue() -> Table:
    """3, 4 and 5 fell, and all would return."""
    table = Table(plan(10, rescue_below=3, rescues=[{"how_many": "all"}]), 5)
    table.ask(1, 2)
    table.advance()
    return table


def test_ticked_list_is_the_one_that_any_console_confirms() -> None:
    table = open_rescue()
    before = table.contest.acted
    table.act(PickRescued(0, (5, 3)))
    seen = rescue(table.contest)
    assert (seen.numbers, seen.by_hand, table.step()) == ((3, 5), True, "rescue")
    assert table.refused(c.Advance(before)) == "stale"
    table.advance()
    assert table.playing() == [1, 2, 3, 5]


def test_rescue_of_nobody_ticked_stays_open() -> None:
    table = open_rescue()
    table.act(PickRescued(0, ()))
    assert table.refused(c.Advance(table.contest.acted)) == "nobody_to_rescue"
    assert (rescue(table.contest).open, rescue(table.contest).numbers) == (True, ())


def test_undo_of_a_tick_brings_back_the_list_before() -> None:
    table = open_rescue()
    proposed = rescue(table.contest)
    table.act(PickRescued(0, (3,)))
    table.act(c.Undo(0))
    assert rescue(table.contest) == proposed


def test_only_who_is_off_the_floor_can_be_ticked_while_a_rescue_is_open() -> None:
    table = open_rescue()
    assert table.refused(PickRescued(table.contest.acted, (1, 3))) == "nobody_to_rescue"
    table.act(DeclineRescue(0))
    assert table.refused(PickRescued(table.contest.acted, (3,))) == "not_now"


def test_return_by_hand_does_not_use_up_a_rescue() -> None:
    table = Table(plan(), 4)
    table.ask(1, 2)
    table.act(c.Rescue(0, (3,)))
    seen = rescue(table.contest)
    assert seen is not None
    assert (table.playing(), seen.used) == ([1, 2, 3], 0)


def test_lifeline_once_for_the_sole_survivor_but_not_on_the_last_question() -> None:
    table = Table(rules(3), 2)
    table.ask(1)
    table.open()
    table.now += 3_000
    table.act(UseLifeline(0))
    assert (table.asked.life, table.asked.left_ms) == ("paused", 12_000)
    assert bell(table.contest).lifeline
    table.act(c.Resume(0))
    assert not bell(table.contest).lifeline
    assert table.refused(UseLifeline(table.contest.acted)) == "not_now"
    table.advance(4)
    last = Table(rules(2), 2)
    last.ask(1)
    last.open()
    assert last.refused(UseLifeline(last.contest.acted)) == "not_now"


def test_accepted_answer_brings_back_those_it_wronged() -> None:
    table = Table(rules(), 4)
    table.ask(1, 2, wrong=(3,))
    table.ask(1, wrong=(2,))
    assert table.playing() == [1]
    table.act(c.AcceptAnswer(0, 0, 0, (2,)))
    assert table.playing() == [1, 3]
    table.ask(1, 3)
    assert table.playing() == [1, 3]
    table.act(c.Undo(0))
    assert table.contest.play is not None
    assert table.contest.play.current is not None


def test_corrected_key_takes_out_those_it_kept_in() -> None:
    table = Table(rules(), 3)
    table.ask(1, 2, wrong=(3,))
    table.ask(1, 2)
    table.act(c.CorrectKey(0, 0, 0, ((2,),)))
    assert table.playing() == [3]


def test_voided_question_takes_nobody_and_can_count_again() -> None:
    table = Table(rules(), 3)
    table.ask(1, wrong=(2,))
    table.act(c.Void(0, 0, 0))
    assert table.playing() == [1, 2, 3]
    assert [row.tally.correct for row in standings(table.contest)] == [0, 0, 0]
    table.act(c.Void(0, 0, 0, voided=False))
    assert table.playing() == [1]


def test_correction_before_the_consequences() -> None:
    table = Table(rules(), 3)
    table.open()
    table.answer(1, (2,))
    table.advance(2)
    table.act(c.AcceptAnswer(0, 0, -1, (2,)))
    table.advance()
    assert table.playing() == [1]


def test_correction_of_what_was_not_asked() -> None:
    table = Table(rules(), 2)
    table.open()
    acted = table.contest.acted
    assert table.refused(c.Void(acted, 0, -1)) == "no_such_question"
    assert table.refused(c.Void(acted, 0, 0)) == "no_such_question"
    assert table.refused(c.Void(acted, 1, 0)) == "no_such_question"
    table.advance()
    acted = table.contest.acted
    assert table.refused(c.AcceptAnswer(acted, 0, -1, table.asked.question.key[0])) == (
        "already_accepted"
    )
    assert table.refused(c.CorrectKey(acted, 0, -1, ())) == "bad_answer"


def test_elimination_by_hand() -> None:
    table = Table(rules(), 3)
    table.advance()
    table.act(c.Eliminate(0, 2, "dùng điện thoại khác"))
    assert table.playing() == [1, 3]
    assert table.refused(c.Eliminate(table.contest.acted, 2, "")) == "not_on_floor"


def test_audience_question_never_touches_the_standings() -> None:
    table = Table(rules(), 3)
    table.ask(1)
    before = standings(table.contest)
    table.act(c.DrawAudienceQuestion(0))
    table.open()
    assert table.refused(c.SubmitAnswer(1, table.asked.pool, 1, (0,))) == "not_on_floor"
    table.answer(2, table.asked.question.key[0])
    table.advance(3)
    after = standings(table.contest)
    assert [(row.rank, row.number) for row in before] == [(row.rank, row.number) for row in after]
    assert table.playing() == [1]
    tally = table.contest.plays[0].floor.get(2)
    assert tally is not None
    assert (tally.audience, tally.correct) == (1, 0)


def test_early_stop_leaves_the_bell_silent() -> None:
    table = Table(rules(), 3)
    table.ask(1, 2)
    table.act(c.FinishRound(0))
    assert table.step() == "finish"
    assert rung(table.contest) is None


def test_ranks_one_to_seven_are_decided() -> None:
    table = Table(rules(2, rescues=[]), 9)
    table.ask(*range(1, 10))
    table.ask(*range(1, 10))
    table.until("finish")
    assert [row.rank for row in standings(table.contest)] == list(range(1, 10))


@pytest.mark.parametrize(
    "settings",
    [
        {"seconds": -1},
        {"seconds": "15"},
        {"all_wrong": "maybe"},
        {"chain": []},
        {"chain": ["beauty"]},
        {"rescues": [{"how_many": "most"}]},
        {"rescues": [{"how_many": "percent", "amount": 101}]},
        {"rescues": [{"colour": "red"}]},
        {"out_on_wrong": 1},
    ],
)
def test_bad_settings_are_refused_at_creation(settings: dict[str, Any]) -> None:
    table = Table(rules())
    table.state = None
    assert table.refused(c.CreateContest(plan(**settings))) == "bad_settings"


def regraded(rule: dict[str, Any]) -> Table:
    """A rescue after the first question; by its right key it would have been others who fell.

    Numbers 1 and 2 gave the key that counted, 3 and 4 the one that is right; all that were on the
    floor at the second question got it right.
    """
    table = Table(plan(10, rescues=[rule], rescue_below=3), 4)
    table.ask(1, 2, wrong=(3, 4))
    table.until("draw")
    table.ask(*table.playing())
    table.act(c.CorrectKey(0, 0, 0, ((2,),)))
    return table


def test_rescue_of_all_brings_back_those_who_fell_by_the_right_key() -> None:
    table = regraded({"how_many": "all"})
    assert table.playing() == [1, 2, 3, 4]
    tallies = [tally for _, tally in table.contest.plays[0].floor.items()]
    assert [tally.correct for tally in tallies] == [1, 1, 2, 2]
    assert [tally.survived for tally in tallies] == [2, 2, 2, 2]


def test_rescue_of_a_number_brings_back_as_many_by_the_right_key() -> None:
    table = regraded({"how_many": "number", "amount": 1, "order": "latest"})
    assert len(table.playing()) == 3
    assert {3, 4} < set(table.playing())


def test_rescue_chosen_by_hand_stays_as_it_was_chosen() -> None:
    table = Table(plan(10, rescues=[{"how_many": "all"}], rescue_below=3), 4)
    table.ask(1, wrong=(2, 3, 4))
    table.advance()
    table.act(c.Rescue(0, (2, 3)))
    table.ask(1, 2, 3)
    table.act(c.CorrectKey(0, 0, 0, ((2,),)))
    assert table.playing() == [2, 3, 4]


def test_rescue_by_rule_is_found_anew_after_an_undo_too() -> None:
    table = regraded({"how_many": "all"})
    table.act(c.Undo(0))
    table.act(c.Void(0, 0, 0))
    assert table.playing() == [1, 2, 3, 4]


def test_rescue_that_is_open_is_found_anew_when_a_key_is_put_right() -> None:
    table = Table(plan(10, rescues=[{"how_many": "all"}], rescue_below=3), 4)
    table.ask(1, wrong=(2, 3, 4))
    table.advance()
    table.act(c.CorrectKey(0, 0, 0, ((2,),)))
    assert rescue(table.contest).numbers == (1,)
    table.advance()
    assert table.playing() == [1, 2, 3, 4]


def test_rescue_that_is_open_is_over_when_nobody_is_off_the_floor_any_more() -> None:
    table = Table(plan(10, rescues=[{"how_many": "all"}], rescue_below=3), 3)
    table.ask(1, wrong=(2, 3))
    table.advance()
    table.act(c.Void(0, 0, 0))
    assert (rescue(table.contest).open, table.step()) == (False, "draw")


def test_list_made_by_hand_keeps_those_who_may_still_come_back() -> None:
    table = Table(plan(10, rescues=[{"how_many": "all"}], rescue_below=3), 4)
    table.open()
    for number, place in ((1, 1), (2, 1), (3, 2), (4, 3)):
        table.answer(number, (place,))
    table.advance(4)
    table.act(PickRescued(0, (3, 4)))
    table.act(c.AcceptAnswer(0, 0, 0, (2,)))
    assert (rescue(table.contest).open, rescue(table.contest).numbers) == (True, (4,))
    table.advance()
    assert table.playing() == [1, 2, 3, 4]
