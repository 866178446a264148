"""Whoever rang the bell is first, whatever was put right before and since."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.cli import demo_contest
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.settings import Chain, declared
from quiz.core.nouns.state import Stage
from quiz.core.standing.ranking import standings
from quiz.formats import ENGINE
from quiz.formats.golden_bell.commands import OpenRescue
from quiz.formats.golden_bell.settings import Settings
from tests.core.builders import Table, plan
from tests.formats.looking import rescue, rung

offered = declared(Settings)["chain"]
assert isinstance(offered, Chain)
CHAINS = offered.offered
EVERYBODY = (1, 2, 3, 4)
NUMBERS = st.sampled_from(EVERYBODY)
ENTRIES = st.integers(0, 6)
KEYS = st.integers(0, 3).map(lambda place: ((place,),))
CORRECTIONS: st.SearchStrategy[c.Act] = st.one_of(
    st.builds(c.Void, st.just(0), st.just(0), ENTRIES, st.booleans()),
    st.builds(c.CorrectKey, st.just(0), st.just(0), ENTRIES, KEYS),
    st.builds(c.Eliminate, st.just(0), NUMBERS, st.just("lý do")),
    st.builds(c.Rescue, st.just(0), st.lists(NUMBERS, max_size=2).map(tuple)),
    st.builds(c.CorrectScore, st.just(0), NUMBERS, st.integers(-20, 20), st.just("lý do")),
    st.builds(OpenRescue, st.just(0)),
)
QUESTIONS = st.sets(NUMBERS, min_size=1)
EVENINGS = st.lists(st.one_of(QUESTIONS, QUESTIONS, CORRECTIONS), max_size=14)


def table(chain: Sequence[str], **rules: Any) -> Table:
    """Three main questions, everybody may come back once, four people."""
    rescues = [{"how_many": "all", "amount": 0, "order": "latest"}]
    chosen: dict[str, Any] = {"chain": list(chain), "rescues": rescues, **rules}
    return Table(plan(3, **chosen), len(EVERYBODY))


def attempt(table: Table, act: c.Act) -> None:
    try:
        table.act(act)
    except Rejected:
        return


def play(table: Table, evening: Sequence[Any]) -> None:
    """Questions, each as the set of those who are right, and what is put right between them."""
    for item in evening:
        if isinstance(item, c.Act):
            attempt(table, item)
        elif table.step() in ("draw", "draw_reserve", "start_round", "open_rescue", "rescue"):
            right = item & set(table.playing() if table.contest.plays else EVERYBODY)
            table.ask(*right)


def first_and_rung(table: Table) -> tuple[int, int]:
    """Who is first in the standings, and who rang the bell."""
    (first, *_) = (row.number for row in standings(table.contest) if row.rank == 1)
    return first, ENGINE.see(table.contest).winner


@pytest.mark.parametrize("chain", CHAINS)
def test_bell_winner_is_first_when_a_reserve_question_decided(chain: Sequence[str]) -> None:
    evening = table(chain)
    evening.ask(1, wrong=(2,))
    evening.act(OpenRescue(0))
    evening.act(c.Rescue(0))
    evening.ask(1, 2)
    evening.ask(1, 2)
    evening.ask(2, wrong=(1,))
    evening.until("finish_round")
    assert first_and_rung(evening) == (2, 2)


@pytest.mark.parametrize("chain", CHAINS)
def test_bell_winner_is_first_when_the_best_was_sent_off(chain: Sequence[str]) -> None:
    evening = table(chain, rescues=[])
    evening.ask(1, 2, 3)
    evening.ask(1, 2, 3)
    evening.ask(1, 2)
    evening.act(c.Eliminate(0, 1, "nhìn bài"))
    evening.until("finish_round")
    assert first_and_rung(evening) == (2, 2)


def test_demo_and_form_have_one_order_of_ranking() -> None:
    made = demo_contest.plan(Random(1), 3, 1.0)
    assert [each.settings.get("chain") for each in made.rounds] == [list(CHAINS[0])]


@settings(deadline=None, max_examples=80)
@given(
    st.sampled_from(CHAINS),
    st.sampled_from(["reserve", "bell", "no_bell"]),
    st.sampled_from(["continue", "wins"]),
    EVENINGS,
)
def test_bell_winner_is_first_in_every_order_that_the_form_offers(
    chain: Sequence[str], ending: str, sole_survivor: str, evening: list[Any]
) -> None:
    made = table(chain, ending=ending, sole_survivor=sole_survivor)
    play(made, evening)
    made.until("finish_round")
    first, winner = first_and_rung(made)
    assert winner in (0, first)


def silent() -> Table:
    """Nobody got the last question right."""
    evening = table(CHAINS[0], rescues=[])
    evening.ask(1, 2, 3)
    evening.ask(1, 2)
    evening.ask(wrong=(1, 2))
    return evening


def one_left() -> Table:
    """1 alone got the last question right, 2 missed it."""
    evening = table(CHAINS[0], rescues=[])
    evening.ask(1, 2, 3)
    evening.ask(1, 2)
    evening.ask(1, wrong=(2,))
    return evening


WRONG_KEY = c.CorrectKey(0, 0, 2, (((3 + 1) % 4,),))
"""What 2 answered to the last question is right, what 1 did is wrong."""
TAKEN_BACK: dict[str, tuple[c.Act, int, int]] = {
    "key corrected": (WRONG_KEY, 1, 2),
    "sent off": (c.Eliminate(0, 1, "nhìn bài"), 1, 0),
    "brought back by hand": (c.Rescue(0, (2,)), 1, 2),
}


@pytest.mark.parametrize("what", TAKEN_BACK)
def test_bell_is_taken_back_by_itself_and_its_step_comes_again(what: str) -> None:
    act, before, after = TAKEN_BACK[what]
    evening = one_left()
    evening.until("finish_round")
    rang = ENGINE.see(evening.contest).winner
    evening.act(act)
    gone = (rung(evening.contest), rescue(evening.contest).taken_back)
    evening.until("ring_bell", "draw_reserve")
    if evening.step() == "draw_reserve":
        evening.ask(2, wrong=(1,))
    evening.until("finish_round")
    assert (rang, gone, rung(evening.contest)) == (before, (None, before), after)
    assert rescue(evening.contest).taken_back is None


def test_bell_that_still_belongs_to_its_winner_stays() -> None:
    evening = table(CHAINS[0], rescues=[])
    evening.ask(1, 2, 3, 4)
    evening.ask(1, 2)
    evening.ask(1, wrong=(2,))
    evening.until("finish_round")
    evening.act(c.Void(0, 0, 0, True))
    evening.act(c.CorrectScore(0, 2, 50, "bù điểm"))
    assert (rung(evening.contest), evening.step()) == (1, "finish_round")


def test_silent_bell_is_taken_back_when_somebody_was_right_after_all() -> None:
    evening = silent()
    evening.until("finish_round")
    assert rung(evening.contest) == 0
    evening.act(WRONG_KEY)
    evening.until("draw_reserve", "ring_bell")
    assert (rung(evening.contest), rescue(evening.contest).taken_back) == (None, 0)


def test_bell_comes_back_with_the_undo_of_what_took_it() -> None:
    evening = one_left()
    evening.until("finish_round")
    evening.act(WRONG_KEY)
    evening.act(c.Undo(0))
    assert (rung(evening.contest), evening.step()) == (1, "finish_round")


def test_round_goes_on_whose_bell_is_taken_back_after_its_end() -> None:
    evening = one_left()
    evening.until("finish")
    evening.act(c.Eliminate(0, 1, "nhìn bài"))
    assert (evening.contest.stage, evening.step()) == (Stage.PLAYING, "ring_bell")
    evening.act(c.Undo(0))
    assert (evening.contest.stage, rung(evening.contest)) == (Stage.BETWEEN, 1)


def test_bell_goes_to_the_new_winner_once_the_contest_is_over() -> None:
    evening = one_left()
    evening.until("show_prize")
    evening.act(WRONG_KEY)
    assert (evening.contest.stage, first_and_rung(evening)) == (Stage.FINISHED, (2, 2))


@settings(deadline=None, max_examples=80)
@given(
    st.sampled_from(CHAINS),
    st.sampled_from(["reserve", "bell", "no_bell"]),
    st.sampled_from(["finish_round", "finish", "show_prize"]),
    EVENINGS,
    st.lists(CORRECTIONS, min_size=1, max_size=4),
)
def test_bell_winner_is_first_whatever_is_put_right_since(
    chain: Sequence[str], ending: str, until: str, evening: list[Any], since: list[c.Act]
) -> None:
    made = table(chain, ending=ending)
    play(made, evening)
    made.until(until)
    for act in since:
        attempt(made, act)
        first, winner = first_and_rung(made)
        assert winner in (0, first)
    made.until("show_prize")
    first, winner = first_and_rung(made)
    assert winner in (0, first)
