"""A new contest: the form, the preview, swaps, creation."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.actors import account
from quiz.core.nouns.model import Plan, Prize, TeamRule, teams_named
from quiz.store.journal import SqliteJournal
from quiz.web.new_contest.presets import FOUR_TEAMS
from tests.web.conftest import NOW, Site

NEW = "/host/contests/new"
Form = dict[str, Any]


def filled(browser: FlaskClient, preset: str = "golden-bell-10", **changes: Any) -> Form:
    """What a browser would send from the form: its defaults, a title and a bank."""
    text = browser.get(NEW, query_string={"preset": preset}).text
    form: Form = {"title": "Hội thi", "banks": ["sample"], "do": "preview"}
    for field in re.findall(r"<input[^>]*>", text):
        name, value = attribute(field, "name"), attribute(field, "value")
        if 'type="checkbox"' in field and " checked" not in field:
            continue
        if name and name not in form:
            form[name] = value
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', text, re.S):
        chosen = re.search(r'value="([^"]+)" selected', options)
        assert chosen
        form[name] = chosen.group(1)
    return {**form, **changes}


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found.group(1) if found else ""


def sent(text: str) -> Form:
    """The hidden fields of the preview."""
    form: Form = {"banks": []}
    for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text):
        if name == "banks":
            form["banks"].append(value)
        elif name != "csrf_token":
            form[name] = value
    return form


def drawn(text: str) -> list[str]:
    """The ids of the questions in the preview, in order."""
    return re.findall(r'id="q-([^"]+)"', text)


def created(browser: FlaskClient, site: Site, form: Form) -> Plan:
    answer = browser.post(NEW, data={**form, "do": "create"})
    assert answer.status_code == 303, re.findall(r'field-error"[^>]*>([^<]*)', answer.text)
    contest_id = answer.headers["Location"].rsplit("/", 1)[1]
    return site.runners.runner(contest_id).contest.plan


def test_form_has_the_usual_rules(host: FlaskClient, site: Site) -> None:
    form = filled(host, "golden-bell-20", questions="20", reserve="5", audience="5")
    preview = host.post(NEW, data=form)
    plan = created(host, site, sent(preview.text))
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


def test_created_contest_leaves_no_message_for_a_later_page(host: FlaskClient, site: Site) -> None:
    created(host, site, filled(host))
    assert re.findall(r'class="note[^"]*" role="status"', host.get("/host/").text) == []


def test_contest_asks_the_questions_previewed(host: FlaskClient, site: Site) -> None:
    preview = host.post(NEW, data=filled(host))
    plan = created(host, site, sent(preview.text))
    round_ = plan.rounds[0]
    pools = (round_.questions, round_.reserve, round_.audience)
    assert [len(pool) for pool in pools] == [10, 5, 3]
    assert [question.id for pool in pools for question in pool] == drawn(preview.text)


def test_contest_is_made_by_who_is_signed_in(host: FlaskClient, site: Site) -> None:
    lan = site.accounts.create("Lan", "host", NOW)
    host.get(f"/host/enter/{site.accounts.link(lan.id, NOW)}")
    created(host, site, filled(host))
    (row,) = site.runners.listing()
    (first,) = SqliteJournal(site.database).entries(row.id)
    assert (first.actor, row.owner) == (account(lan.id), lan.id)


def test_teams_are_read_a_line_each(host: FlaskClient, site: Site) -> None:
    lines = "\r\n".join(["", f"  {FOUR_TEAMS[0]} ", *FOUR_TEAMS[1:], FOUR_TEAMS[0]])
    plan = created(host, site, filled(host, teams=lines, seed="s", swaps=""))
    assert plan.teams == teams_named(FOUR_TEAMS)


@pytest.mark.parametrize(("typed", "expected"), [("80", 80), ("0", 0)])
def test_cap_of_the_credit_for_network_delay_is_set(
    host: FlaskClient, site: Site, typed: str, expected: int
) -> None:
    assert created(host, site, filled(host, credit_ms=typed)).credit_ms == expected


@pytest.mark.parametrize(("typed", "expected"), [("300", 300), ("0", 0)])
def test_capacity_is_set(host: FlaskClient, site: Site, typed: str, expected: int) -> None:
    assert created(host, site, filled(host, capacity=typed)).capacity == expected


def test_points_preset_makes_a_points_round(host: FlaskClient, site: Site) -> None:
    plan = created(host, site, filled(host, "points", seed="s", swaps="", penalty="5", speed="y"))
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


def test_swap_replaces_that_question_only(host: FlaskClient) -> None:
    before = host.post(NEW, data=filled(host)).text
    gone = drawn(before)[3]
    after = host.post(NEW, data={**sent(before), "swap": gone}).text
    pairs = list(zip(drawn(before), drawn(after), strict=True))
    assert [index for index, (old, new) in enumerate(pairs) if old != new] == [3]
    assert drawn(after)[3] not in drawn(before)


def test_swaps_one_after_another_never_bring_a_question_back(host: FlaskClient) -> None:
    page = host.post(NEW, data=filled(host)).text
    seen = [drawn(page)[0]]
    for _ in range(4):
        page = host.post(NEW, data={**sent(page), "swap": seen[-1]}).text
        seen.append(drawn(page)[0])
    assert len(set(seen)) == 5


def test_redraw_forgets_the_swaps(host: FlaskClient) -> None:
    page = host.post(NEW, data=filled(host)).text
    page = host.post(NEW, data={**sent(page), "swap": drawn(page)[0]}).text
    before = sent(page)
    after = sent(host.post(NEW, data={**before, "do": "redraw"}).text)
    assert (before["swaps"] != "", after["swaps"]) == (True, "")
    assert before["seed"] != after["seed"]


def test_back_to_the_form_keeps_every_choice(host: FlaskClient) -> None:
    form = filled(host, title="Hội thi Điều lệ", seconds="25", teams="Tổ 1\r\nTổ 2")
    page = host.post(NEW, data=form).text
    back = host.post(NEW, data={**sent(page), "do": "edit"}).text
    assert 'value="Hội thi Điều lệ"' in back
    assert 'name="seconds" value="25"' in back
    assert "Tổ 1\r\nTổ 2</textarea>" in back
    again = host.post(NEW, data={**sent(page), "do": "preview"}).text
    assert drawn(again) == drawn(page)


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
    answer = host.post(NEW, data=filled(host, **changes))
    errors = re.findall(r'class="field-error"[^>]*>([^<]+)<', answer.text)
    assert (answer.status_code, errors) == (422, [message])


def test_wrong_choice_loses_nothing_else(host: FlaskClient) -> None:
    page = host.post(NEW, data=filled(host, title="Hội thi Điều lệ", seconds="2")).text
    assert ('value="Hội thi Điều lệ"' in page, 'name="seconds" value="2"' in page) == (True, True)


def test_preview_marks_secondary_sources_and_keys(host: FlaskClient) -> None:
    form = filled(host, questions="30", reserve="0", audience="0", mcq_first="30", topics=["Chọn"])
    page = host.post(NEW, data=form).text
    assert page.count("Nguồn thứ cấp") == 1
    assert page.count('class="badge key"') == 30


def test_broken_bank_is_reported_and_left_out(host: FlaskClient, site: Site) -> None:
    (site.banks / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    page = host.get(NEW).text
    assert page.count('name="banks"') == 1
    assert "broken.yaml" in page


def test_bank_added_while_running_is_offered(host: FlaskClient, site: Site) -> None:
    host.get(NEW)
    text = (site.banks / "sample.yaml").read_text(encoding="utf-8")
    text = text.replace("id: sample", "id: second").replace("id: t", "id: second-t")
    (site.banks / "second.yaml").write_text(text, encoding="utf-8")
    assert host.get(NEW).text.count('name="banks"') == 2


def test_without_banks_the_form_says_where_they_go(host: FlaskClient, site: Site) -> None:
    (site.banks / "sample.yaml").unlink()
    assert "question_banks" in host.get(NEW).text
