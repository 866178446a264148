"""A new contest: its steps filled in, its questions, creation."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.actors import account
from quiz.core.nouns.model import Prize, TeamRule, teams_named
from quiz.store.journal import SqliteJournal
from quiz.web.new_contest.presets import FOUR_TEAMS
from tests.web.conftest import NOW, Site
from tests.web.new_contest.drafting import NEW, Drafting, Form, draft_with


def test_steps_have_the_usual_rules(host: FlaskClient, site: Site) -> None:
    sizes = {"questions": "20", "reserve": "5", "audience": "5"}
    plan = draft_with(host, "golden-bell-20", **sizes).created(site)
    assert plan.rounds[0].settings == {
        "seconds": 15,
        "clock": "host",
        "change_answer": True,
        "out_on_wrong": True,
        "out_on_none": True,
        "all_wrong": "spare_once",
        "rescue_below": 10,
        "rescue_below_percent": 20,
        "rescue_until": 15,
        "sole_survivor": "continue",
        "ending": "reserve",
        "reserve_count": 3,
        "points": 10,
        "lifeline": True,
        "lifeline_told": "hall",
        "rescues": [
            {"how_many": "all", "amount": 0, "order": "latest"},
            {"how_many": "number", "amount": 10, "order": "latest"},
        ],
        "chain": ["floor", "survived", "correct", "reserve", "time", "draw"],
        "team_answer": "last",
    }
    assert plan.prizes == (Prize("Giải Nhất", 1), Prize("Giải Nhì", 1), Prize("Giải Ba", 5))
    assert (plan.team_rule, plan.late_join) == (TeamRule("sum", 3), "spectator")


def test_created_contest_leaves_no_message_and_no_draft(host: FlaskClient, site: Site) -> None:
    draft_with(host).created(site)
    text = host.get("/host/").text
    assert re.findall(r'class="note[^"]*" role="status"', text) == []
    assert "Bản nháp đang làm" not in text


def test_contest_asks_the_questions_shown(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host)
    shown = draft.drawn()
    round_ = draft.created(site).rounds[0]
    pools = (round_.questions, round_.reserve, round_.audience)
    assert [len(pool) for pool in pools] == [10, 5, 3]
    assert [question.id for pool in pools for question in pool] == shown


def test_contest_is_made_by_who_is_signed_in(host: FlaskClient, site: Site) -> None:
    lan = site.accounts.create("Lan", "host", NOW)
    host.get(f"/host/enter/{site.accounts.link(lan.id, NOW)}")
    draft_with(host).created(site)
    (row,) = site.runners.listing()
    (first,) = SqliteJournal(site.database).entries(row.id)
    assert (first.actor, row.owner) == (account(lan.id), lan.id)


def test_teams_are_read_a_line_each(host: FlaskClient, site: Site) -> None:
    lines = "\r\n".join(["", f"  {FOUR_TEAMS[0]} ", *FOUR_TEAMS[1:], FOUR_TEAMS[0]])
    assert draft_with(host, teams=lines).created(site).teams == teams_named(FOUR_TEAMS)


@pytest.mark.parametrize(("typed", "expected"), [("80", 80), ("0", 0)])
def test_cap_of_the_credit_for_network_delay_is_set(
    host: FlaskClient, site: Site, typed: str, expected: int
) -> None:
    assert draft_with(host, credit_ms=typed).created(site).credit_ms == expected


def test_capacity_says_how_many_this_server_lets_in(host: FlaskClient) -> None:
    host.application.config["MOST_PEOPLE"] = 1_600
    hint = re.compile(r'id="capacity-hint">([^<]+)<')
    assert hint.findall(Drafting(host).page) == [
        "Đủ số này thì không nhận thêm, kể cả khán giả. 0: như máy chủ đặt, là 1.600."
    ]


@pytest.mark.parametrize(("typed", "expected"), [("300", 300), ("0", 0)])
def test_capacity_is_set(host: FlaskClient, site: Site, typed: str, expected: int) -> None:
    assert draft_with(host, capacity=typed).created(site).capacity == expected


def test_points_preset_makes_a_points_round(host: FlaskClient, site: Site) -> None:
    plan = draft_with(host, "points", penalty="5", speed="y").created(site)
    assert plan.rounds[0].format == "points"
    assert plan.rounds[0].settings == {
        "seconds": 15,
        "clock": "host",
        "change_answer": True,
        "points": 10,
        "penalty": 5,
        "speed": True,
        "floor_zero": True,
        "chain": ["points", "correct", "time", "draw"],
        "team_answer": "last",
    }


def test_more_prizes_are_given(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host, **{"prizes-3-name": "Khuyến khích", "prizes-3-count": "9"})
    draft.press("prizes", **{"prizes-4-name": "Phong trào"}, do="more_prizes")
    draft.press("prizes", **{"prizes-5-name": "Cổ vũ", "prizes-5-count": "2"}, do="save")
    assert draft.created(site).prizes[3:] == (
        Prize("Khuyến khích", 9),
        Prize("Phong trào", 1),
        Prize("Cổ vũ", 2),
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": ""}, "Chưa điền ô này."),
        ({"banks": []}, "Chọn ít nhất một ngân hàng câu hỏi."),
        ({"seconds": "2"}, "Cần một số nguyên từ 3 đến 300."),
        ({"seconds": "mười"}, "Cần một số nguyên."),
        ({"questions": "34"}, "Chỉ có 40 câu trong ngân hàng đã chọn, cần 42."),
        (
            {"questions": "35", "reserve": "0", "audience": "0", "mcq_first": "35"},
            "Chỉ có 30 câu trắc nghiệm trong ngân hàng đã chọn, cần 35.",
        ),
        (
            {"topics": ["Gõ"], "mcq_first": "0"},
            "Chỉ có 10 câu trong ngân hàng đã chọn, cần 18.",
        ),
        (
            {"team_rule": "best", "teams": ""},
            "Cách tính điểm đội đã chọn cần có ít nhất một đội.",
        ),
    ],
)
def test_wrong_choice_is_named_at_its_field(host: FlaskClient, changes: Form, message: str) -> None:
    draft = draft_with(host, **changes)
    assert draft.errors() == [message]
    assert (draft.create(), message in draft.open("review")) == ((303, "review"), True)


@pytest.mark.parametrize(
    ("page", "changes", "step"),
    [
        ("contest", {"title": ""}, "contest"),
        ("teams", {"team_rule": "best"}, "teams"),
        ("questions/0", {"banks": []}, "questions"),
        ("prizes", {"prizes-0-count": "0"}, "prizes"),
    ],
)
def test_next_stays_where_something_is_wrong_and_the_list_of_steps_marks_it(
    host: FlaskClient, page: str, changes: dict[str, Any], step: str
) -> None:
    draft = draft_with(host)
    text = draft.press(page, **changes, do="next")
    assert f'value="{step}" aria-current="step" data-mark="wrong"' in text
    assert 'class="note wrong"' in text
    away = draft.press(page, go="rounds")
    assert f'value="{step}" data-mark="wrong"' in away


def test_next_goes_through_all_steps(host: FlaskClient) -> None:
    draft = draft_with(host)
    seen = ["contest"]
    while seen[-1] != "review":
        page = f"{seen[-1]}/0" if seen[-1] == "questions" else seen[-1]
        text = draft.press(page, do="next")
        (here,) = re.findall(r'value="(\w+)" aria-current="step"', text)
        seen.append(here)
    assert seen == ["contest", "teams", "rounds", "questions", "prizes", "review"]


def test_step_that_nobody_left_says_nothing(host: FlaskClient) -> None:
    draft = Drafting(host)
    text = draft.open("contest")
    assert ("field-error" in text, "data-mark" in text) == (False, False)


def test_questions_are_told_with_secondary_sources_and_keys(host: FlaskClient) -> None:
    sizes = {"questions": "30", "reserve": "0", "audience": "0", "mcq_first": "30"}
    page = draft_with(host, **sizes, topics=["Chọn"]).open("questions/0")
    assert page.count('class="badge doubtful">Nguồn thứ cấp') == 2
    assert page.count('class="badge key"') == 30


def test_broken_bank_is_reported_and_left_out(host: FlaskClient, site: Site) -> None:
    (site.banks / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    page = Drafting(host).open("questions/0")
    assert page.count('name="banks"') == 1
    assert "broken.yaml" in page


def test_bank_added_while_running_is_offered(host: FlaskClient, site: Site) -> None:
    draft = Drafting(host)
    text = (site.banks / "sample.yaml").read_text(encoding="utf-8")
    text = text.replace("id: sample", "id: second").replace("id: t", "id: second-t")
    (site.banks / "second.yaml").write_text(text, encoding="utf-8")
    assert draft.open("questions/0").count('name="banks"') == 2


def test_without_banks_the_step_says_where_they_go(host: FlaskClient, site: Site) -> None:
    (site.banks / "sample.yaml").unlink()
    assert "question_banks" in Drafting(host).open("questions/0")


def test_questions_that_are_others_than_those_shown_are_shown_again(
    host: FlaskClient, site: Site
) -> None:
    draft = draft_with(host)
    draft.open("review")
    answer = host.post(f"{draft.url}/review", data={"do": "create", "shown": "others"})
    assert (answer.status_code, site.runners.listing()) == (422, ())
    assert "khác bộ đã xem" in answer.text


@pytest.mark.parametrize("page", ["nothing", "rules/1", "questions/7", "preset"])
def test_page_that_is_not_there(host: FlaskClient, page: str) -> None:
    draft = Drafting(host)
    assert [
        host.get(f"{draft.url}/{page}").status_code,
        host.post(f"{draft.url}/{page}").status_code,
    ] == [404, 404]


def test_draft_that_is_not_there(host: FlaskClient) -> None:
    paths = ("contest", "review", "remove", "questions/0/choose", "rules/0/preset")
    assert [host.get(f"/host/drafts/none/{path}").status_code for path in paths] == [404] * 5
    assert host.post("/host/drafts/none/contest", data={"title": "x"}).status_code == 404


def test_new_page_offers_presets_and_begins_a_draft(host: FlaskClient) -> None:
    assert host.get(NEW).text.count('name="preset"') >= 4
    draft = Drafting(host, "points")
    assert "Tích điểm" in draft.open("contest")
    assert "Chưa đặt tên" in host.get(NEW).text
