"""What a member of a team is told: the member's own answers, the team's verdict and points."""

from typing import Any

from hypothesis import given, settings

from quiz.core.evidence.chronicle import chronicle
from quiz.core.evidence.retracing import after_each
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.shapes import Verdict
from quiz.core.standing.ranking import lot, standings
from quiz.formats import ENGINE, FORMATS
from quiz.formats.buzzer.commands import Buzz
from quiz.formats.buzzer.evidence import BuzzerFigures
from tests.core.noting import NotedTable
from tests.core.teaming import BLUE, RED, YELLOW
from tests.core.test_properties import play
from tests.core.test_team_properties import CONTESTS, PLANS, SCRIPTS


def noted(contest: str = "points by last") -> NotedTable:
    """Five people: the even numbers in the red team, the odd ones in the yellow."""
    return NotedTable(PLANS[contest], 5)


def test_member_has_own_answers_and_the_verdict_of_the_team() -> None:
    table = noted()
    table.open()
    table.answer(2, (1,), 1_000)
    table.answer(4, (3,), 2_000)
    table.advance(3)
    first, second = (table.of(number).questions[0] for number in (2, 4))
    assert [answer.answer for answer in first.answers] == [(1,)]
    assert [(each.verdict, each.counts, each.points) for each in (first, second)] == [
        (Verdict.WRONG, -1, 0),
        (Verdict.WRONG, 0, 0),
    ]
    assert table.of(1).questions[0].verdict is Verdict.NONE


def test_member_stands_where_the_team_stands() -> None:
    table = noted()
    table.ask(2)
    found = table.of(4)
    assert found.standing is not None
    assert (found.standing.number, found.standing.rank) == (RED, 1)
    assert found.lot == lot(table.contest.plan.seed, RED)
    assert [each.rank for each in found.questions] == [1]


def test_what_is_done_to_the_team_is_done_to_its_members() -> None:
    table = noted()
    table.until("draw")
    table.act(c.CorrectScore(0, RED, 5, "thưởng"))
    table.act(c.SetCaptain(0, "Đỏ", 4))
    done = [[type(deed.event) for deed in table.of(number).touched] for number in (2, 4, 1)]
    assert done == [[e.ScoreCorrected], [e.ScoreCorrected, e.CaptainSet], []]


def test_member_is_told_of_own_presses_only() -> None:
    table = noted("buzzer")
    table.open()
    table.do(Buzz(4, table.asked.pool, table.asked.ordinal))
    table.later(30)
    table.do(Buzz(1, table.asked.pool, table.asked.ordinal))
    parts = [table.of(number).questions[0].part for number in (2, 4, 1)]
    told = [
        [(press.number, press.by_person) for press in part.buzzes]
        for part in parts
        if isinstance(part, BuzzerFigures)
    ]
    assert told == [[], [(RED, 4)], [(YELLOW, 1)]]


def test_team_of_a_latecomer_was_not_there_before() -> None:
    table = noted("golden_bell for good")
    table.ask(2, 1)
    table.do(c.Join("Đến muộn", "Xanh"))
    table.ask(2, 6)
    steps = table.of(6).questions
    assert [(each.verdict, each.left) for each in steps] == [
        (None, False),
        (Verdict.RIGHT, False),
    ]
    late = {BLUE: 1}
    play_ = table.contest.plays[0]
    floors = [
        sorted(after.floor)
        for _, after in after_each(FORMATS[play_.round.format].rules, play_, late)
    ]
    assert floors == [[RED, YELLOW], [RED, YELLOW, BLUE]]


@settings(deadline=None, max_examples=100)
@given(CONTESTS, SCRIPTS)
def test_points_of_the_figures_add_up_to_the_teams_standing(
    contest: str, script: list[Any]
) -> None:
    table = noted(contest)
    play(contest, script, lambda _: None, table)
    figures = table.figures()
    ranked = {row.number: row for row in standings(table.contest)}
    for number in table.contest.contestants:
        found = figures.of(number)
        assert found is not None
        if found.standing is None:
            continue
        added = sum(
            deed.event.points
            for deed in found.touched
            if isinstance(deed.event, e.ScoreCorrected) and not deed.undone_at
        )
        assert found.standing == ranked[found.standing.number]
        assert sum(each.points for each in found.questions) + added == found.standing.tally.points


@settings(deadline=None, max_examples=100)
@given(CONTESTS, SCRIPTS)
def test_retraced_round_ends_where_it_stands(contest: str, script: list[Any]) -> None:
    table = noted(contest)
    play(contest, script, lambda _: None, table)
    late = {n: length for n, (_, length) in chronicle(ENGINE, table.rows).late.items()}
    for each in table.contest.plays:
        steps = list(after_each(FORMATS[each.round.format].rules, each, late))
        there = {n: tally for n, tally in each.floor.items() if late.get(n, 0) < len(each.log)}
        if steps:
            assert dict(steps[-1][1].floor.items()) == there
