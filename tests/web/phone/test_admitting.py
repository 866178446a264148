"""The budget of joins: a hall comes in at once, a flood waits, and whoever waits gets in."""

import logging
import re

import pytest

from quiz.app import App
from quiz.budget import RUSH, Rush
from quiz.service.contests.running.runner import Runner
from quiz.web.phone.admitting import BURST, LONGEST_MS, PER_SECOND, SOONEST_MS, Joins
from tests.web.phone.test_play import CODE, enter, people, token

NOW = 1_700_000_000_000


def admitted(joins: Joins, arrivals: list[int]) -> list[int]:
    """When each came in who arrived at these times (ms) and came again as told."""
    came: list[int] = []
    waiting = sorted(arrivals)
    while waiting:
        now = waiting.pop(0)
        wait = joins.wait_ms("a", now)
        if wait:
            waiting = sorted([*waiting, now + wait])
        else:
            came.append(now)
    return came


def test_hall_of_5000_within_a_minute_waits_for_nothing() -> None:
    joins = Joins()
    assert not any(joins.wait_ms("a", NOW + place * 61_000 // 5_000) for place in range(5_000))


def test_everybody_who_comes_again_as_told_gets_in_as_fast_as_the_budget_allows() -> None:
    came = admitted(Joins(per_second=50, burst=10), [NOW] * 500)
    assert len(came) == 500
    assert came[-1] - NOW <= 500 / 50 * 1000 + 3 * SOONEST_MS


def test_program_alone_gets_in_no_more_than_the_budget() -> None:
    joins = Joins()
    minutes = 5
    arrivals = range(0, minutes * 60_000 + 1, 5)
    came = sum(not joins.wait_ms("a", NOW + at) for at in arrivals)
    assert came == BURST + minutes * 60 * PER_SECOND


def test_flood_of_those_who_do_not_wait_keeps_nobody_away_for_longer_than_half_a_minute() -> None:
    joins = Joins()
    waits = [joins.wait_ms("a", NOW + place) for place in range(30_000)]
    assert max(waits) == LONGEST_MS


def test_contests_have_budgets_of_their_own() -> None:
    joins = Joins(per_second=1, burst=1)
    assert joins.wait_ms("a", NOW) == 0
    assert joins.wait_ms("a", NOW) > 0
    assert joins.wait_ms("b", NOW) == 0


def test_no_budget_lets_everybody_in() -> None:
    joins = Joins(per_second=0)
    assert not any(joins.wait_ms("a", NOW) for _ in range(3 * BURST))


@pytest.mark.parametrize(
    ("lang", "words"), [("vi", "đang vào cùng lúc"), ("en", "at the same time")]
)
def test_who_is_beyond_the_budget_gets_a_page_that_comes_again_by_itself(
    app: App, runner: Runner, pin: str, lang: str, words: str
) -> None:
    app.flask.extensions["joins"] = Joins(per_second=1, burst=1)
    first, second = app.flask.test_client(), app.flask.test_client()
    with second.session_transaction() as session:
        session["lang"] = lang
    assert enter(first, pin, "An").status_code == 303
    answer = enter(second, pin, "Bình", "Y tế")
    assert (answer.status_code, CODE.findall(answer.text)) == (429, ["come_again"])
    assert answer.headers["Retry-After"] == "1"
    assert words in answer.text
    waits = re.findall(r'data-again-ms="(\d+)"', answer.text)
    assert [0 < int(wait) <= LONGEST_MS for wait in waits] == [True]
    sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', answer.text))
    assert (sent["pin"], sent["name"], sent["team"]) == (pin, "Bình", "Y tế")
    assert len(people(runner)) == 1
    app.flask.extensions["joins"] = Joins()
    assert second.post("/join", data=sent).status_code == 303
    assert [who.name for who in people(runner)] == ["An", "Bình"]


def test_who_has_a_seat_already_spends_nothing(app: App, pin: str) -> None:
    app.flask.extensions["joins"] = Joins(per_second=1, burst=1)
    phone = app.flask.test_client()
    page = phone.get(f"/j/{pin}").text
    assert enter(phone, pin, "An").status_code == 303
    form = {"csrf_token": token(page), "pin": pin, "name": "An", "team": "Y tế"}
    assert phone.post("/join", data=form).status_code == 303


def test_who_joins_waits_while_phones_come_back_by_the_hundred() -> None:
    now = NOW
    rush = Rush(lambda: now)
    joins = Joins(rush=rush)
    for _ in range(RUSH - 1):
        rush.came()
    assert joins.wait_ms("a", now) == 0
    rush.came()
    waits = [joins.wait_ms("a", now) for _ in range(3)]
    assert waits == [SOONEST_MS, SOONEST_MS + 20, SOONEST_MS + 40]
    now += SOONEST_MS
    assert joins.wait_ms("a", now) == 0


def test_who_is_beyond_the_budget_is_counted_and_is_back_pressure_in_the_log(
    app: App, runner: Runner, pin: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    app.flask.extensions["joins"] = Joins(per_second=1, burst=1)
    for name in ("An", "Bình"):
        enter(app.flask.test_client(), pin, name)
    assert [(one.getMessage(), vars(one)["contest"]) for one in caplog.records] == [
        ("back-pressure: the budget of joins is spent, people are told to come again", runner.id)
    ]
    assert app.flask.extensions["meter"].refused == {"come_again": 1}
