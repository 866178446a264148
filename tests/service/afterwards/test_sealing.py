"""The seal: the same for the same plan, another for any other, and nothing of it is lost."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import (
    Colour,
    Draw,
    Kind,
    Plan,
    Pool,
    Prize,
    PrizeRule,
    Question,
    Quota,
    Round,
    Team,
    TeamRule,
    teams_named,
)
from quiz.service.afterwards.sealing import groups, seal, sealed_file
from tests.core.builders import Table, one_choice

QUESTION = Question("q1", Kind.TEXT, "Thủ đô?", ("Hà Nội",), citation="Điều 1", topic="Địa lý")
DRAW = Draw("hạt", ("bank",), ("Địa lý",), (Quota(Pool.MAIN, "bank", "Địa lý", 1, 1),), 2, ("x",))
ROUND = Round("Vòng 1", "points", (QUESTION, one_choice("q2")), settings={"seconds": 20}, draw=DRAW)
PLAN = Plan("Hội thi", (ROUND,), teams_named(("Đỏ",)), seed="b6d7f0a1c2e39485", credit_ms=0)


def with_question(**changes: Any) -> Plan:
    return with_round(questions=(replace(QUESTION, **changes), *ROUND.questions[1:]))


def with_round(**changes: Any) -> Plan:
    return replace(PLAN, rounds=(replace(ROUND, **changes),))


CHANGES = {
    "text": with_question(text="Thủ đô ?"),
    "key": with_question(key=("Hà nội",)),
    "second_key": with_question(key=("Hà Nội", "Thăng Long")),
    "option": with_round(
        questions=(QUESTION, replace(one_choice("q2"), options=("Một", "Hai", "Ba", "Năm")))
    ),
    "place_of_key": with_round(questions=(QUESTION, replace(one_choice("q2"), key=((1,),)))),
    "order": with_round(questions=ROUND.questions[::-1]),
    "pool": with_round(questions=ROUND.questions[:1], reserve=ROUND.questions[1:]),
    "settings": with_round(settings={"seconds": 21}),
    "draw_seed": with_round(draw=replace(DRAW, seed="hat")),
    "quota": with_round(draw=replace(DRAW, quotas=())),
    "avoided": with_round(draw=replace(DRAW, avoided=())),
    "title": replace(PLAN, title="Hội thi 2"),
    "salt": replace(PLAN, seed="b6d7f0a1c2e39486"),
    "teams": replace(PLAN, teams=teams_named(("Vàng",))),
    "team_with_short_name": replace(PLAN, teams=(Team("Đỏ", short="Đ"),)),
    "team_with_unit": replace(PLAN, teams=(Team("Đỏ", unit="Tổ 1"),)),
    "team_with_colour": replace(PLAN, teams=(Team("Đỏ", colour=Colour.RED),)),
    "team_with_captain": replace(PLAN, teams=(Team("Đỏ", captain=3),)),
    "round_of_teams": with_round(competitors="teams"),
    "prizes": replace(PLAN, prizes=(Prize("Giải Nhất", 2),)),
    "team_rule": replace(PLAN, team_rule=TeamRule("mean")),
    "credit": replace(PLAN, credit_ms=150),
    "capacity": replace(PLAN, capacity=300),
    "one_more_round": replace(PLAN, rounds=(ROUND, ROUND)),
    "prizes_by_round": replace(PLAN, prizes_from=PrizeRule("round")),
    "prizes_by_another_round": replace(PLAN, prizes_from=PrizeRule("round", 1)),
    "prizes_by_winner": replace(PLAN, prizes_from=PrizeRule("winner")),
    "prizes_by_sum": replace(PLAN, prizes_from=PrizeRule("sum")),
    "weights": replace(PLAN, prizes_from=PrizeRule("sum", weights=(2,))),
}


def test_seal_is_the_hash_of_the_file() -> None:
    assert seal(PLAN) == sha256(sealed_file(PLAN)).hexdigest()


@pytest.mark.parametrize("name", CHANGES)
def test_seal_changes_with(name: str) -> None:
    assert seal(CHANGES[name]) != seal(PLAN)


def test_changes_have_seals_of_their_own() -> None:
    assert len({seal(changed) for changed in CHANGES.values()}) == len(CHANGES)


def test_seal_of_every_later_version_is_this_one() -> None:
    # A field that a later version adds must be empty, zero or false where it is not set, or be
    # left out of the file: a printed seal stays true for ever.
    assert seal(PLAN) == "072362efb039a731136eb8a0c20cacdd2dc521b823d5a00520cf1c5037cf113e"


def test_team_with_nothing_but_a_name_is_sealed_as_its_name() -> None:
    assert json.loads(sealed_file(PLAN))["teams"] == ["Đỏ"]
    red = replace(PLAN, teams=(Team("Đỏ", colour=Colour.RED, captain=3),))
    assert json.loads(sealed_file(red))["teams"] == [
        {"name": "Đỏ", "colour": "red", "captain": 3},
    ]


def test_who_competes_is_sealed_only_where_it_is_not_persons() -> None:
    assert "competitors" not in json.loads(sealed_file(PLAN))["rounds"][0]
    of_teams = sealed_file(with_round(competitors="teams"))
    assert json.loads(of_teams)["rounds"][0]["competitors"] == "teams"


def test_file_is_canonical_and_readable() -> None:
    text = sealed_file(PLAN).decode()
    held = json.loads(text)
    assert text == json.dumps(held, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    assert held["rounds"][0]["questions"][0]["text"] == "Thủ đô?"
    assert held["rounds"][0]["questions"][1]["key"] == [[0]]
    assert held["rounds"][0]["draw"]["seed"] == "hạt"
    assert held["seed"] == PLAN.seed


texts = st.text(max_size=4)
plans = st.builds(
    Plan,
    texts,
    st.lists(
        st.builds(
            Round,
            texts,
            texts,
            st.lists(
                st.builds(
                    Question,
                    texts,
                    st.sampled_from(Kind),
                    texts,
                    st.lists(
                        texts | st.lists(st.integers(0, 3), max_size=2).map(tuple), max_size=2
                    ).map(tuple),
                    st.lists(texts, max_size=2).map(tuple),
                    fixed_order=st.booleans(),
                ),
                max_size=2,
            ).map(tuple),
            settings=st.dictionaries(texts, st.booleans() | st.integers() | texts, max_size=2),
        ),
        max_size=2,
    ).map(tuple),
    seed=texts,
)


@given(plans, plans)
def test_plans_that_differ_have_files_that_differ(one: Plan, other: Plan) -> None:
    # msgspec writes every field: equal there means equal plans.
    same = msgspec.json.encode(one) == msgspec.json.encode(other)
    assert (sealed_file(one) == sealed_file(other)) is same


def test_correction_during_the_contest_leaves_the_seal() -> None:
    table = Table(PLAN)
    table.do(c.Join("Lê An", "Đỏ"))
    before = seal(table.contest.plan)
    table.open()
    table.answer(1, "Thăng Long")
    table.advance()
    table.act(c.AcceptAnswer(0, 0, -1, "Thăng Long"))
    assert table.asked.question.key == ("Hà Nội", "Thăng Long")
    assert seal(table.contest.plan) == before


def test_plan_without_a_record_of_its_draw_says_nothing_of_it() -> None:
    assert "draw" not in json.loads(sealed_file(with_round(draw=Draw())))["rounds"][0]


def test_groups_are_of_four() -> None:
    assert groups("0123456789ab") == ["0123", "4567", "89ab"]
