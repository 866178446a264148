"""Contests of teams for tests: who is in which team, and scripts of what they do."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from quiz.core.nouns import commands as c
from quiz.core.nouns.competitors import TEAMS_FROM
from quiz.core.nouns.model import Answer, Plan, Pool, Team
from quiz.core.nouns.state import Contest, Given
from quiz.formats.buzzer.commands import Buzz, GiveTurn, JudgeTurn
from tests.core.builders import Table, of_teams, plan

RED, YELLOW, BLUE = TEAMS_FROM, TEAMS_FROM + 1, TEAMS_FROM + 2
TEAMS = (Team("Đỏ"), Team("Vàng", captain=4), Team("Xanh"))
SEATED = {"Đỏ": (1, 3, 5), "Vàng": (2, 4), "": ()}
"""Who is in which team as a contest begins; nobody in the blue one."""
RULES = ("last", "captain", "first", "most")


def team_plan(count: int = 3, format: str = "points", **settings: Any) -> Plan:
    return replace(of_teams(plan(count, format, **settings)), teams=TEAMS, late_join="floor")


def team_table(made: Plan) -> Table:
    """Five people in two teams, the odd numbers in the red one."""
    table = Table(made)
    for number in range(1, 6):
        table.do(c.Join(f"Thí sinh {number}", "Đỏ" if number % 2 else "Vàng"))
    return table


def team_given(contest: Contest, number: int) -> Answer | None:
    """What counts for a team at the open question."""
    assert contest.play is not None
    assert contest.play.current is not None
    given = contest.play.current.answers.get(number)
    return given.answer if given else None


def by_rule(rule: str, answers: list[tuple[int, Given]], captain: int) -> Answer | None:
    """A team's answer out of all that its members sent, in the order it came: the slow way."""
    latest = dict(answers)
    if rule == "captain":
        return latest[captain].answer if captain in latest else None
    if not latest:
        return None
    if rule == "first":
        return latest[min(answers, key=lambda each: (each[1].at, each[0]))[0]].answer
    in_time = sorted(latest.items(), key=lambda each: (each[1].at, each[0]))
    if rule == "last":
        return in_time[-1][1].answer
    said = [given.answer for _, given in in_time]
    return max(said, key=lambda answer: (said.count(answer), -said.index(answer)))


PEOPLE = st.integers(1, 8)
SIDES = st.sampled_from([RED, YELLOW, BLUE])
NAMES = st.sampled_from([team.name for team in TEAMS])
CHOICES = st.integers(0, 3).map(lambda place: (place,))
TEAM_ACTS: st.SearchStrategy[c.Command] = st.one_of(
    st.builds(c.Join, st.just("An"), NAMES),
    st.builds(c.SetCaptain, st.just(0), NAMES, PEOPLE),
    st.builds(c.CorrectContestant, st.just(0), PEOPLE, st.just("Bình"), NAMES),
    st.builds(c.RemoveJoined, st.just(0), PEOPLE),
    st.builds(c.Eliminate, st.just(0), SIDES, st.just("lý do")),
    st.builds(c.CorrectScore, st.just(0), SIDES, st.integers(-20, 20), st.just("lý do")),
    st.builds(c.Rescue, st.just(0), st.lists(SIDES | PEOPLE, max_size=2).map(tuple)),
    st.builds(c.SubmitAnswer, PEOPLE, st.sampled_from(Pool), st.integers(1, 3), CHOICES),
    st.builds(c.SubmitAnswer, SIDES, st.just(Pool.MAIN), st.integers(1, 3), CHOICES),
    st.builds(Buzz, PEOPLE | SIDES, st.just(Pool.MAIN), st.integers(1, 3), st.integers(0, 200)),
    st.builds(GiveTurn, st.just(0), SIDES),
    st.builds(JudgeTurn, st.just(0), SIDES, st.booleans()),
    st.just(c.DrawAudienceQuestion(0)),
    st.just(c.CloseNow(0)),
    st.just(c.Undo(0)),
)
