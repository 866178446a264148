"""Golden Bell as the form of a new contest makes it."""

import re
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns import commands as c
from quiz.core.standing.ranking import standings
from quiz.formats import ENGINE
from quiz.formats.golden_bell.commands import DeclineRescue, OpenRescue
from tests.core.builders import Table, plan
from tests.web.conftest import Site
from tests.web.new_contest.drafting import Drafting, draft_with

PRESETS = ("golden-bell-20", "golden-bell-10")


def chains(browser: FlaskClient) -> list[str]:
    """The orders of ranking that the form offers."""
    page = Drafting(browser).open("rules/0")
    (offered,) = re.findall(r'<select[^>]* name="chain"[^>]*>(.*?)</select>', page, re.S)
    return [unescape(value) for value in re.findall(r'value="([^"]+)"', offered)]


def tables(browser: FlaskClient, site: Site) -> list[Table]:
    """A contest of two questions and four people for every preset and every order offered."""
    made = [
        draft_with(browser, preset, chain=chain).created(site)
        for preset in PRESETS
        for chain in chains(browser)
    ]
    settings: list[dict[str, Any]] = [dict(each.rounds[0].settings) for each in made]
    return [Table(plan(2, **each), 4) for each in settings]


def rung(table: Table) -> int:
    """Ring the bell; who rang it."""
    assert table.step() == "ring_bell"
    table.advance()
    bell = ENGINE.see(table.contest).winner
    assert bell
    return bell


def first(table: Table) -> tuple[int, int]:
    """The rank and the number that the standings begin with."""
    row = standings(table.contest)[0]
    return row.rank, row.number


def test_bell_winner_is_first_who_had_fewer_right_answers(host: FlaskClient, site: Site) -> None:
    for table in tables(host, site):
        table.ask(1, 3, 4, wrong=(2,))
        table.ask(1, 2)
        table.ask(2, wrong=(1,))
        assert (rung(table), first(table)) == (2, (1, 2))


def test_bell_winner_is_first_who_returned_after_the_last_question(
    host: FlaskClient, site: Site
) -> None:
    for table in tables(host, site):
        table.ask(1, 3, 4, wrong=(2,))
        table.act(DeclineRescue(0))
        table.ask(wrong=(1, 3, 4))
        table.act(OpenRescue(0))
        table.act(c.Rescue(0))
        table.ask(2, wrong=(1, 3, 4))
        assert (rung(table), first(table)) == (2, (1, 2))


@pytest.mark.parametrize("preset", PRESETS)
def test_plan_has_the_first_order_that_the_form_offers(
    host: FlaskClient, site: Site, preset: str
) -> None:
    made = draft_with(host, preset).created(site)
    assert made.rounds[0].settings["chain"] == chains(host)[0].split(",")
