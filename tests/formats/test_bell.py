"""Whoever rang the bell is first, whatever was put right before."""

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
from quiz.core.standing.ranking import standings
from quiz.formats import ENGINE
from quiz.formats.golden_bell.commands import OpenRescue
from quiz.formats.golden_bell.play import Settings
from tests.core.builders import Table, plan

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
    return Table(plan(3, **({"chain": list(chain), "rescues": rescues} | rules)), len(EVERYBODY))


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
    first, rung = first_and_rung(made)
    assert rung in (0, first)
