"""A contest of several rounds: one open in the form, the others travelling with it."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from quiz.core.nouns.model import Plan, Pool, PrizeRule
from quiz.web.new_contest.draft_rounds import MOST, Rounds, read_rounds
from quiz.web.new_contest.drafts import drawn_again
from tests.web.conftest import Site
from tests.web.new_contest.test_new_contest import NEW, Form, created, drawn, filled, sent

CONTEST = (("title", "Hội thi"), ("prizes-0-name", "Giải Nhất"))
THREE = tuple((("round_name", name), ("banks", "a"), ("banks", "b")) for name in "xyz")


def posted(browser: FlaskClient, page: str, **changes: str) -> str:
    """What comes after pressing a button of a page."""
    return browser.post(NEW, data={**fields(page), "do": "preview", **changes}).text


def fields(page: str) -> Form:
    """The hidden fields of a preview, as a browser reads them."""
    return {
        name: unescape(value) if isinstance(value, str) else value
        for name, value in sent(page).items()
    }


def form_of(page: str, browser: FlaskClient, **changes: str) -> Form:
    """What a browser would send from the form on this page: the usual round, what it carries."""
    carried = dict(re.findall(r'name="(others|place|preset)" value="([^"]*)"', page))
    usual = filled(browser, unescape(carried["preset"]))
    return {**usual, **{name: unescape(text) for name, text in carried.items()}, **changes}


def two_rounds(browser: FlaskClient) -> str:
    """The preview of a points round of six, then a Golden Bell of ten."""
    first = browser.post(
        NEW, data=filled(browser, "points", questions="6", mcq_first="6", round_name="Khởi động")
    ).text
    form = posted(browser, first, add="golden-bell-10")
    return browser.post(NEW, data=form_of(form, browser)).text


def names(plan: Plan) -> list[tuple[str, str, int]]:
    return [(each.name, each.format, len(each.questions)) for each in plan.rounds]


def test_two_rounds_of_two_formats_make_one_contest(host: FlaskClient, site: Site) -> None:
    page = two_rounds(host)
    plan = created(host, site, fields(page))
    assert names(plan) == [
        ("Khởi động", "points", 6),
        ("Rung chuông vàng 10 câu", "golden_bell", 10),
    ]
    assert [question.id for question in plan.rounds[1].questions] == drawn(page)[:10]
    assert plan.title == "Hội thi"


def test_buzzer_round_keeps_its_rules_beside_another(host: FlaskClient, site: Site) -> None:
    form = filled(host, "buzzer", questions="6", mcq_first="6", answer_seconds="4", again="y")
    del form["aloud"]
    page = posted(host, host.post(NEW, data=form).text, add="golden-bell-10")
    plan = created(host, site, fields(host.post(NEW, data=form_of(page, host)).text))
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
    plan = created(host, site, fields(two_rounds(host)))
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
    page = two_rounds(host)
    assert "câu đã dùng bị bỏ ra" not in page
    created(host, site, fields(page))
    seal = host.get(f"/host/contests/{site.runners.listing()[0].id}/seal").text
    assert "câu đã dùng ở các cuộc thi khác" not in seal


def test_another_round_is_opened_swapped_and_kept_in_its_place(
    host: FlaskClient, site: Site
) -> None:
    page = posted(host, two_rounds(host), open="0")
    before = drawn(page)
    assert len(before) == 6
    page = posted(host, page, swap=before[2])
    after = drawn(page)
    assert [one == other for one, other in zip(before, after, strict=True)].count(False) == 1
    plan = created(host, site, fields(page))
    assert names(plan)[0] == ("Khởi động", "points", 6)
    assert [question.id for question in plan.rounds[0].questions] == after


def test_round_is_edited_in_its_form(host: FlaskClient, site: Site) -> None:
    page = posted(host, two_rounds(host), open="0")
    form = posted(host, page, do="edit")
    assert 'name="round_name" autocomplete="off" value="Khởi động"' in form
    assert "Đang điền phần thi 1/2" in form
    changes = {"questions": "4", "mcq_first": "4", "round_name": "Mở đầu", "title": "Tên mới"}
    page = host.post(NEW, data=form_of(form, host, **changes)).text
    plan = created(host, site, fields(page))
    assert (plan.title, names(plan)[0]) == ("Tên mới", ("Mở đầu", "points", 4))


def test_round_is_removed(host: FlaskClient, site: Site) -> None:
    page = posted(host, two_rounds(host), remove="0")
    assert names(created(host, site, fields(page))) == [
        ("Rung chuông vàng 10 câu", "golden_bell", 10)
    ]


def test_round_being_added_is_dropped_again(host: FlaskClient, site: Site) -> None:
    first = host.post(NEW, data=filled(host, "points", round_name="Khởi động")).text
    more = posted(host, first, add="golden-bell-10")
    page = host.post(NEW, data=form_of(more, host, drop="open", title="Hội thi")).text
    assert drawn(page) == drawn(first)
    plan = created(host, site, fields(page))
    assert names(plan) == [("Khởi động", "points", 20)]


def test_round_that_can_no_longer_be_drawn_is_opened_with_the_reason(host: FlaskClient) -> None:
    page = posted(host, two_rounds(host), open="0")
    form = form_of(posted(host, page, do="edit"), host, questions="30", mcq_first="0")
    answer = host.post(NEW, data=form)
    assert answer.status_code == 422
    assert "Đang điền phần thi 2/2" in answer.text
    assert "Chỉ có 10 câu trong ngân hàng đã chọn, cần 18." in answer.text
    assert [each[0][1] for each in read_rounds(MultiDict(form)).rounds] != []


def test_no_more_rounds_than_there_may_be(host: FlaskClient) -> None:
    assert 'name="add"' in host.post(NEW, data=filled(host)).text
    form = filled(host, "points", questions="1", mcq_first="0", reserve="0", audience="0")
    page = host.post(NEW, data=form).text
    for _ in range(MOST - 1):
        more = posted(host, page, add="points")
        changes = {"questions": "1", "mcq_first": "0"}
        page = host.post(NEW, data=form_of(more, host, **changes)).text
    assert page.count('name="open"') == MOST - 1
    assert 'name="add"' not in page


@given(st.integers(0, 2))
def test_rounds_come_back_as_they_were_sent(place: int) -> None:
    rounds = Rounds(CONTEST, THREE, place)
    assert read_rounds(MultiDict(rounds.kept)) == rounds


@given(
    st.dictionaries(
        st.sampled_from(["others", "place", "title", "banks", "quota:main:a:1:B"]),
        st.text(max_size=30) | st.sampled_from(["[[]]", '[[["a","b"]]]', "9" * 5000, "[", "-1"]),
    ),
    st.text(max_size=3) | st.sampled_from(["0", "1", "9" * 5000]),
)
def test_rounds_of_any_form_have_one_open(fields: dict[str, str], place: str) -> None:
    rounds = read_rounds(MultiDict(fields)).without(place).opened(place)
    assert 0 <= rounds.place < len(rounds.rounds) <= MOST
    rounds.having(seed="s").fields()


def test_rounds_added_opened_and_left_out() -> None:
    rounds = Rounds(CONTEST, THREE, 1)
    assert rounds.added().place == 3
    assert rounds.added().fields().getlist("banks") == []
    assert rounds.opened("2").fields()["round_name"] == "z"
    assert rounds.opened("3") == rounds.opened("x") == rounds
    assert rounds.without("1") == rounds
    assert rounds.without("0") == Rounds(CONTEST, THREE[1:], 0)
    assert rounds.without("2") == Rounds(CONTEST, THREE[:2], 1)
    assert rounds.dropped() == Rounds(CONTEST, (THREE[0], THREE[2]), 0)
    assert Rounds(CONTEST, THREE, 0).dropped() == Rounds(CONTEST, THREE[1:], 0)
    assert Rounds(CONTEST, THREE[:1]).dropped() == Rounds(CONTEST, THREE[:1])
    assert rounds.having(round_name="w").fields().getlist("round_name") == ["w"]


def test_single_round_gives_the_prizes(host: FlaskClient, site: Site) -> None:
    text = host.get(NEW).text
    assert ('<select class="input" id="prizes_from"' in text, ' id="weight"' in text) == (
        False,
        False,
    )
    for chosen in ("sum", "round:0", "round:1", "round:x", ""):
        plan = created(host, site, filled(host, seed="s", prizes_from=chosen, weight="3"))
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
    form = posted(host, two_rounds(host), do="edit")
    (select,) = re.findall(r'<select[^>]* name="prizes_from".*?</select>', form, re.S)
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
    page = host.post(NEW, data=form_of(form, host, prizes_from=chosen, weight=weight)).text
    assert created(host, site, fields(page)).prizes_from == expected


def test_preview_says_what_gives_the_prizes(host: FlaskClient) -> None:
    said = "Riêng ai thắng phần thi cuối “Rung chuông vàng 10 câu” thì đứng đầu"
    form = posted(host, two_rounds(host), do="edit")
    found = {
        chosen: said in host.post(NEW, data=form_of(form, host, prizes_from=chosen)).text
        for chosen in ("winner", "sum", "round:1")
    }
    assert found == {"winner": True, "sum": False, "round:1": False}


def test_sum_is_what_there_is_to_choose_where_nobody_wins_the_last_round(
    host: FlaskClient, site: Site
) -> None:
    first = filled(host, "points", questions="6", mcq_first="6")
    more = posted(host, host.post(NEW, data=first).text, add="points")
    (select,) = re.findall(r'<select[^>]* name="prizes_from".*?</select>', more, re.S)
    offered = re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)<', select)
    assert offered[0] == ("winner", "Tổng điểm của các phần thi")
    assert [value for value, _ in offered] == ["winner", "round:0", "round:1"]
    page = host.post(NEW, data=form_of(more, host, questions="6", mcq_first="6")).text
    assert created(host, site, fields(page)).prizes_from == PrizeRule("sum", earned=True)


def test_choice_of_a_round_follows_it_when_another_is_taken_out() -> None:
    def chosen(place: int, gone: str) -> str:
        contest = (*CONTEST, ("prizes_from", f"round:{place}"))
        return Rounds(contest, THREE, 1 if gone != "1" else 0).without(gone).fields()["prizes_from"]

    by_gone = {gone: [chosen(place, gone) for place in range(3)] for gone in ("0", "1", "2")}
    assert by_gone == {
        "0": ["winner", "round:0", "round:1"],
        "1": ["round:0", "winner", "round:1"],
        "2": ["round:0", "round:1", "winner"],
    }
