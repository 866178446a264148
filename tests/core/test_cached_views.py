"""What is remembered from act to act is what would be worked out anew."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.nouns import commands as c
from quiz.core.nouns.competitors import TEAMS_FROM
from quiz.core.nouns.model import Kind, Plan, Pool, Prize, Question, Round, teams_named
from quiz.core.nouns.state import Contest
from quiz.core.remembering import Same
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view, roster, roster_follows
from quiz.core.views.seats import Seats, my_answer
from quiz.core.views.seeing import counts, phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, of_teams, one_choice, plan, questions
from tests.core.bypassing import FOUND, bypassed
from tests.core.test_properties import ACTS, ADVANCE, NUMBERS, PLANS, USUAL, play, scripts

TYPED = Question("chữ", Kind.TEXT, "Ở đâu?", ("Một",))
COUNTED = Question("số", Kind.NUMBER, "Bao nhiêu?", ("12",))


def evening(*rounds: tuple[str, Question]) -> Plan:
    """Rounds of one question each, and a prize for the first only: the others learn their rank."""
    made = tuple(
        Round(kind, kind, (asked,), questions(1, "r"), questions(1, "k")) for kind, asked in rounds
    )
    prizes = (Prize("Giải Nhất"),)
    return Plan("Hội thi", made, teams_named(("Đỏ", "Vàng")), prizes=prizes, seed="hạt")


CONTESTS = {
    **PLANS,
    "golden_bell to the end": plan(2, rescues=(), out_on_wrong=False),
    "points with speed": plan(2, "points", speed=True, penalty=5),
    "points, then golden_bell": evening(("points", TYPED), ("golden_bell", one_choice("một"))),
    "points, buzzer, points": evening(("points", COUNTED), ("buzzer", TYPED), ("points", TYPED)),
    "points twice": evening(("points", TYPED), ("points", COUNTED)),
    "teams": of_teams(evening(("points", TYPED), ("golden_bell", one_choice("một")))),
    "teams at the buzzer": of_teams(evening(("buzzer", COUNTED), ("points", COUNTED))),
}
NAMES = st.sampled_from(["An", "Bình"])
TEAMS = st.sampled_from(["Đỏ", "Vàng"])
SIDES = st.sampled_from([TEAMS_FROM, TEAMS_FROM + 1])
ROUNDS = st.integers(0, 1)
PLACES = st.sampled_from([0, 1, -1])
KEYS = st.sampled_from([(0,), (3,), "Một", "12"])
CORRECTIONS: list[st.SearchStrategy[Any]] = [
    st.builds(c.Void, st.just(0), ROUNDS, PLACES, st.booleans()),
    st.builds(c.CorrectKey, st.just(0), ROUNDS, PLACES, st.tuples(KEYS)),
    st.builds(c.AcceptAnswer, st.just(0), ROUNDS, PLACES, KEYS),
    st.builds(c.CorrectJudgement, st.just(0), ROUNDS, PLACES, NUMBERS, st.booleans()),
    st.just(c.Undo(0)),
]
LATE: list[st.SearchStrategy[Any]] = [
    st.builds(c.Join, NAMES, TEAMS),
    st.builds(c.SubmitAnswer, NUMBERS, st.just(Pool.MAIN), st.integers(1, 2), KEYS),
    st.builds(c.CorrectContestant, st.just(0), NUMBERS, NAMES, TEAMS),
    st.builds(c.SetCaptain, st.just(0), TEAMS, NUMBERS),
    st.builds(c.CorrectScore, st.just(0), SIDES, st.integers(-20, 20), st.just("lý do")),
    st.builds(c.Eliminate, st.just(0), SIDES, st.just("lý do")),
    st.builds(c.RemoveContestant, st.just(0), NUMBERS),
    st.builds(c.CorrectScore, st.just(0), NUMBERS, st.integers(-20, 20), st.just("lý do")),
    st.builds(c.Eliminate, st.just(0), NUMBERS, st.just("lý do")),
    st.builds(c.Disqualify, st.just(0), NUMBERS, st.just("lý do"), st.booleans()),
    st.builds(c.Freeze, st.just(0), st.booleans()),
    st.builds(c.LockRoom, st.just(0), st.booleans()),
    st.just(c.FinishRound(0)),
]


@st.composite
def over(draw: st.DrawFn) -> list[Any]:
    """An evening in which all questions are answered, and what is put right when it is over.

    A key is tried for either kind of question.
    """
    right = draw(st.lists(st.sets(st.integers(1, 4), min_size=1), min_size=1, max_size=3))
    presses = range(draw(st.integers(8, 25)))
    played = [step for press in presses for step in (c.Advance(0), right[press % len(right)])]
    kinds = [*CORRECTIONS, *CORRECTIONS, st.one_of(LATE), ADVANCE]
    after = [draw(draw(st.sampled_from(kinds))) for _ in range(draw(st.integers(4, 10)))]
    tried = [replace(one, key=("12",)) for one in after if isinstance(one, c.CorrectKey)]
    return [*played, *after, *tried]


USUALLY = [*USUAL, *CORRECTIONS, *LATE]
EVENINGS = st.one_of(scripts(USUALLY, 0, 30), scripts([*USUAL, ACTS], 0, 20), over(), over())
Shown = dict[str, object]


def seats_of(contest: Contest) -> list[object]:
    """Every seat, those too that somebody left."""
    seats = Seats(ENGINE, contest)
    return [seats.of(number) for number in range(1, contest.joined + 1)]


def shown(contest: Contest, now: int) -> Shown:
    """All that is sent, to whomever."""
    return {
        "phone": phone_view(ENGINE, contest, now),
        "projector": projector_view(ENGINE, contest, now),
        "host": host_view(ENGINE, contest, now),
        "seats": seats_of(contest),
        "answers": [my_answer(contest, number) for number in range(1, contest.joined + 1)],
        "counts": counts(ENGINE, contest, 3),
        "roster": roster(contest),
    }


def differing(one: object, other: object, at: str) -> list[str]:
    """The fields that differ, by their whole names."""
    if is_dataclass(one) and type(one) is type(other):
        found = [
            differing(getattr(one, each.name), getattr(other, each.name), f"{at}.{each.name}")
            for each in fields(one)
            if each.compare
        ]
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple):
        if len(one) != len(other):
            return [f"{at}: {len(one)} and {len(other)}"]
        pairs = enumerate(zip(one, other, strict=True))
        found = [differing(its, others, f"{at}[{place}]") for place, (its, others) in pairs]
    else:
        return [] if one == other else [f"{at}: {one!r} and {other!r}"]
    return [name for names in found for name in names]


def run(contest: str, script: list[Any], check: Callable[[Table], None]) -> None:
    """Play a script, and look after each of its steps."""
    play(contest, script, check, Table(CONTESTS[contest], 4))


def test_all_that_remembers_is_found() -> None:
    names = {thing.__name__ for _, _, thing in FOUND}
    of_persons = {
        "playing",
        "put_right",
        "_by_members",
        "_counted",
        "_crowd",
        "_rows",
        "_squares",
        "_teams_own",
        "_told",
        "_totals",
        "rank",
        "rightly",
    }
    assert names == of_persons | {"_rows_of_teams", "_sides"}


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(list(CONTESTS)), EVENINGS)
def test_views_out_of_memory_are_those_worked_out_anew(contest: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        kept = shown(table.contest, table.now)
        with bypassed():
            fresh = shown(table.contest, table.now)
        assert [name for view in fresh for name in differing(kept[view], fresh[view], view)] == []

    run(contest, script, check)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(list(CONTESTS)), EVENINGS)
def test_seats_follow_from_their_inputs_alone(contest: str, script: list[Any]) -> None:
    known: list[tuple[object, list[object]]] = []

    def check(table: Table) -> None:
        inputs = Seats(ENGINE, table.contest).inputs
        with bypassed():
            made = seats_of(table.contest)
        assert [
            name
            for before, seats in known
            if before == inputs
            for name in differing(seats, made, "seats")
        ] == []
        known.append((inputs, made))

    run(contest, script, check)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(list(CONTESTS)), EVENINGS)
def test_list_of_people_follows_from_what_it_is_said_to(contest: str, script: list[Any]) -> None:
    """The publisher sends no list while that stays the same."""
    known: list[tuple[Same, object]] = []

    def check(table: Table) -> None:
        people = roster_follows(table.contest)
        with bypassed():
            made = roster(table.contest)
        assert [rows for before, rows in known if before == people and rows != made] == []
        known.append((people, made))

    run(contest, script, check)
