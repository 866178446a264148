"""A contest of several rounds that is being made."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.nouns.model import Plan, Pool, PrizeRule
from quiz.web.new_contest.draft.draft_rounds import MOST, Rounds, among, read_rounds
from quiz.web.new_contest.draw.drawn_round import drawn_again
from tests.web.conftest import Site
from tests.web.new_contest.drafting import Drafting, draft_with

CONTEST = (("title", "Hội thi"), ("prizes-0-name", "Giải Nhất"))
THREE = tuple((("round_name", name), ("banks", "a"), ("banks", "b")) for name in "xyz")
SIX = {"questions": "6", "mcq_first": "6"}


def two_rounds(browser: FlaskClient) -> Drafting:
    """A points round of six, then a Golden Bell of ten."""
    return draft_with(browser, "points", **SIX, round_name="Khởi động").add("golden-bell-10")


def names(plan: Plan) -> list[tuple[str, str, int]]:
    return [(each.name, each.format, len(each.questions)) for each in plan.rounds]


def test_two_rounds_of_two_formats_make_one_contest(host: FlaskClient, site: Site) -> None:
    draft = two_rounds(host)
    second = draft.drawn(1)
    plan = draft.created(site)
    assert names(plan) == [
        ("Khởi động", "points", 6),
        ("Rung chuông vàng 10 câu", "golden_bell", 10),
    ]
    assert [question.id for question in plan.rounds[1].questions] == second[:10]
    assert plan.title == "Hội thi"


def test_buzzer_round_keeps_its_rules_beside_another(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host, "buzzer", **SIX, answer_seconds="4", again="y", aloud=None)
    plan = draft.add("golden-bell-10").created(site)
    assert names(plan) == [
        ("Khởi động bấm chuông", "buzzer", 6),
        ("Rung chuông vàng 10 câu", "golden_bell", 10),
    ]
    assert plan.rounds[0].settings == {
        "seconds": 10,
        "clock": "host",
        "change_answer": True,
        "points": 10,
        "penalty": 5,
        "floor_zero": False,
        "answer_seconds": 4,
        "aloud": False,
        "early": True,
        "again": True,
        "chain": ["points", "correct", "time", "draw"],
        "team_answer": "last",
    }


def test_no_question_is_in_two_rounds(host: FlaskClient, site: Site) -> None:
    plan = two_rounds(host).created(site)
    ids = [q.id for each in plan.rounds for pool in Pool for q in each.pool(pool)]
    assert len(set(ids)) == len(ids) == 6 + 18
    banks = site.library.load()[0]
    for each in plan.rounds:
        again = drawn_again(banks, each)
        assert (again.main, again.reserve, again.audience) == (
            *(each.questions, each.reserve),
            each.audience,
        )


def test_questions_of_earlier_rounds_are_not_said_to_be_used(host: FlaskClient, site: Site) -> None:
    draft = two_rounds(host)
    assert "câu đã dùng bị bỏ ra" not in draft.open("questions/1")
    draft.created(site)
    seal = host.get(f"/host/contests/{site.runners.listing()[0].id}/seal").text
    assert "câu đã dùng ở các cuộc thi khác" not in seal


def test_round_is_edited_at_its_place(host: FlaskClient, site: Site) -> None:
    draft = two_rounds(host)
    assert 'value="Khởi động"' in draft.open("rules/0")
    draft.fill_in(0, questions="4", mcq_first="4", round_name="Mở đầu", title="Tên mới")
    plan = draft.created(site)
    assert (plan.title, names(plan)[0]) == ("Tên mới", ("Mở đầu", "points", 4))
    assert names(plan)[1] == ("Rung chuông vàng 10 câu", "golden_bell", 10)


def test_round_is_removed(host: FlaskClient, site: Site) -> None:
    draft = two_rounds(host)
    assert 'name="remove"' not in draft.press("rounds", remove="0")
    assert names(draft.created(site)) == [("Rung chuông vàng 10 câu", "golden_bell", 10)]


def test_round_is_copied_with_its_rules_and_other_questions(host: FlaskClient, site: Site) -> None:
    draft = two_rounds(host)
    draft.press("rounds", copy="0")
    plan = draft.created(site)
    assert names(plan) == [
        ("Khởi động", "points", 6),
        ("Khởi động", "points", 6),
        ("Rung chuông vàng 10 câu", "golden_bell", 10),
    ]
    assert plan.rounds[0].settings == plan.rounds[1].settings
    first, second = ({q.id for q in each.questions} for each in plan.rounds[:2])
    assert first & second == set()


def test_rounds_change_places(host: FlaskClient, site: Site) -> None:
    draft = two_rounds(host)
    draft.press("rounds", down="0")
    assert [name for name, *_ in names(draft.created(site))] == [
        "Rung chuông vàng 10 câu",
        "Khởi động",
    ]


def test_round_that_can_no_longer_be_drawn_says_why(host: FlaskClient) -> None:
    draft = two_rounds(host)
    draft.fill_in(0, questions="30", mcq_first="0")
    assert "Chỉ có 10 câu trong ngân hàng đã chọn, cần 18." in draft.errors(1)
    assert draft.create() == (303, "review")


def test_no_more_rounds_than_there_may_be(host: FlaskClient) -> None:
    draft = draft_with(host, "points")
    for _ in range(MOST):
        draft.press("rounds", add="points")
    page = draft.open("rounds")
    assert (page.count('name="remove"'), 'name="add"' in page) == (MOST, False)


values = st.text(max_size=20)


@given(
    st.builds(
        Rounds,
        st.lists(st.tuples(values, values)).map(tuple),
        st.lists(st.lists(st.tuples(values, values)).map(tuple), max_size=3).map(tuple),
    )
)
def test_what_was_filled_in_is_read_as_it_was_written(rounds: Rounds) -> None:
    assert read_rounds(rounds.written()) == rounds


def test_page_changes_only_the_fields_that_it_has() -> None:
    rounds = Rounds(CONTEST, THREE)
    sent = (("banks", "c"), ("title", "Khác"), ("round_name", "w"))
    changed = rounds.kept_in(1, sent, among(["banks", "topics"]))
    assert changed.contest == CONTEST
    assert changed.rounds[1] == (("round_name", "y"), ("banks", "c"))
    assert changed.rounds[::2] == THREE[::2]
    none = rounds.kept((("prizes-0-name", "Nhất"),), among(["prizes"]))
    assert none.contest == (("title", "Hội thi"), ("prizes-0-name", "Nhất"))


def test_rounds_that_are_not_there_are_left_alone() -> None:
    rounds = Rounds(CONTEST, THREE)
    assert {rounds.without(3), rounds.moved(0, 3), rounds.moved(0, -1), rounds.copied(9, "s")} == {
        rounds
    }
    assert Rounds(CONTEST, THREE[:1]).without(0) == Rounds(CONTEST, THREE[:1])


def test_single_round_gives_the_prizes(host: FlaskClient, site: Site) -> None:
    text = draft_with(host).open("prizes")
    assert ('<select class="input" id="prizes_from"' in text, "weight-" in text) == (False, False)
    for chosen in ("sum", "round:0", "round:1", "round:x", ""):
        plan = draft_with(host, prizes_from=chosen).created(site)
        assert plan.prizes_from == PrizeRule("round", earned=True)


@pytest.mark.parametrize(
    ("chosen", "weight", "expected"),
    [
        ("winner", "1", PrizeRule("winner", earned=True)),
        ("winner", "2", PrizeRule("winner", weights=(1, 2), earned=True)),
        ("sum", "1", PrizeRule("sum", earned=True)),
        ("sum", "2", PrizeRule("sum", weights=(1, 2), earned=True)),
        ("round:0", "1", PrizeRule("round", 0, earned=True)),
        ("round:1", "2", PrizeRule("round", 1, earned=True)),
        ("round:2", "1", PrizeRule("sum", earned=True)),
    ],
)
def test_what_gives_the_prizes_is_chosen_where_there_are_several_rounds(
    host: FlaskClient, site: Site, chosen: str, weight: str, expected: PrizeRule
) -> None:
    draft = two_rounds(host)
    (select,) = re.findall(
        r'<select[^>]* name="prizes_from".*?</select>', draft.open("prizes"), re.S
    )
    assert re.findall(r'<option value="([^"]*)"( selected)?>([^<]*)<', select) == [
        (
            "winner",
            " selected",
            "Người rung chuông vàng trước, rồi theo tổng điểm",
        ),
        ("sum", "", "Tổng điểm của các phần thi"),
        ("round:0", "", "Thứ hạng của phần thi 1: Khởi động"),
        ("round:1", "", "Thứ hạng của phần thi 2: Rung chuông vàng 10 câu"),
    ]
    draft.press("prizes", **{"prizes_from": chosen, "weight-1": weight}, do="save")
    assert draft.created(site).prizes_from == expected


def test_review_says_what_gives_the_prizes(host: FlaskClient) -> None:
    said = "Riêng ai thắng phần thi cuối “Rung chuông vàng 10 câu” thì đứng đầu"
    draft = two_rounds(host)
    found = {}
    for chosen in ("winner", "sum", "round:1"):
        draft.press("prizes", prizes_from=chosen, do="save")
        found[chosen] = said in unescape(draft.open("review"))
    assert found == {"winner": True, "sum": False, "round:1": False}


def test_sum_is_what_there_is_to_choose_where_nobody_wins_the_last_round(
    host: FlaskClient, site: Site
) -> None:
    draft = draft_with(host, "points", **SIX).add("points", **SIX)
    (select,) = re.findall(
        r'<select[^>]* name="prizes_from".*?</select>', draft.open("prizes"), re.S
    )
    offered = re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)<', select)
    assert offered[0] == ("winner", "Tổng điểm của các phần thi")
    assert [value for value, _ in offered] == ["winner", "round:0", "round:1"]
    assert draft.created(site).prizes_from == PrizeRule("sum", earned=True)


def test_choice_of_a_round_follows_it_when_rounds_move_or_go() -> None:
    def chosen(rounds: Rounds) -> str:
        return rounds.fields(0)["prizes_from"]

    made = [Rounds((*CONTEST, ("prizes_from", f"round:{place}")), THREE) for place in range(3)]
    by_gone = {gone: [chosen(each.without(gone)) for each in made] for gone in range(3)}
    assert by_gone == {
        0: ["winner", "round:0", "round:1"],
        1: ["round:0", "winner", "round:1"],
        2: ["round:0", "round:1", "winner"],
    }
    assert [chosen(each.moved(2, 0)) for each in made] == ["round:1", "round:2", "round:0"]
    assert [chosen(each.copied(0, "s")) for each in made] == ["round:0", "round:2", "round:3"]
