"""The table of quotas in the form of a new contest, and questions used before."""

import re

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.model import Pool, Quota
from quiz.store.drafts import SqliteDrafts
from quiz.web.new_contest.draw.drawn_round import drawn_again
from tests.service.evenings import finished, stored
from tests.web.conftest import NOW, Site
from tests.web.new_contest.drafting import Drafting, Form, draft_with

TAP = "quota:main:sample:1:Chọn"
TYPE = "quota:main:sample:1:Gõ"
SPARE_TYPE = "quota:reserve:sample:1:Gõ"
DAY = 24 * 60 * 60 * 1000


def stocks(text: str) -> list[str]:
    return re.findall(r'class="stock[^"]*">([^<]+)<', text)


def topics(plan_ids: list[str]) -> list[str]:
    return ["Chọn" if name.startswith("tap") else "Gõ" for name in plan_ids]


def test_table_says_what_there_is(host: FlaskClient) -> None:
    text = Drafting(host).open("questions/0")
    assert stocks(text) == ["30 câu", "10 câu"]
    assert text.count('data-have="0"') == 4
    names = re.findall(r'name="(quota:[^"]+)"', text)
    assert names[:3] == [TAP, TAP.replace("main", "reserve"), TAP.replace("main", "audience")]
    assert len(names) == 6


def test_table_says_how_many_were_used(host: FlaskClient, site: Site) -> None:
    plan = draft_with(host).created(site)
    used = [q.id for pool in Pool for q in plan.rounds[0].pool(pool)]
    taps, types = (topics(used).count(name) for name in ("Chọn", "Gõ"))
    assert taps + types == 18
    said = [f"30 câu, {taps} đã dùng", f"10 câu, {types} đã dùng"]
    assert stocks(Drafting(host).open("questions/0")) == said


def test_quotas_are_met_and_recorded(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host, mcq_first="0", **{TAP: "3", TYPE: "7", SPARE_TYPE: "2"})
    drawn = draft.drawn()
    assert topics(drawn[:10]).count("Gõ") == 7
    assert topics(drawn[10:15]).count("Gõ") >= 2
    round_ = draft.created(site).rounds[0]
    assert round_.draw.quotas == (
        Quota(Pool.MAIN, "sample", "Chọn", 1, 3),
        Quota(Pool.MAIN, "sample", "Gõ", 1, 7),
        Quota(Pool.RESERVE, "sample", "Gõ", 1, 2),
    )
    assert [question.id for question in (*round_.questions, *round_.reserve)] == drawn[:15]


def test_same_seed_and_banks_draw_the_same_set_again(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host, **{TYPE: "2"})
    draft.press("questions/0", swap=draft.drawn()[2])
    round_ = draft.created(site).rounds[0]
    assert (round_.draw.banks, len(round_.draw.swaps)) == (("sample",), 1)
    assert re.fullmatch("[0-9a-f]{16}", round_.draw.seed)
    again = drawn_again(site.library.load()[0], round_)
    assert (again.main, again.reserve) == (round_.questions, round_.reserve)
    assert again.audience == round_.audience


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ({TYPE: "11", "questions": "20"}, ["Chỉ có 10 câu, cần 11."]),
        (
            {TYPE: "6", SPARE_TYPE: "5", TAP: "31", "questions": "40"},
            ["Chỉ có 30 câu, cần 31.", "Chỉ có 10 câu, cần 11."],
        ),
        ({TYPE: "-1"}, ["Cần một số từ 0 đến 100."]),
        ({TAP: "nhiều"}, ["Cần một số từ 0 đến 100."]),
        ({TAP: "101"}, ["Cần một số từ 0 đến 100."]),
        (
            {SPARE_TYPE: "6"},
            ["Bảng bên dưới chia 6 câu, nhiều hơn 5 câu ở đây."],
        ),
        (
            {TYPE: "6", "mcq_first": "5"},
            ["Chỉ có 4 câu trắc nghiệm trong ngân hàng đã chọn, cần 5."],
        ),
    ],
)
def test_impossible_quota_is_said_where_it_is(
    host: FlaskClient, changes: Form, messages: list[str]
) -> None:
    draft = draft_with(host, **changes)
    assert (draft.errors(), draft.create()) == (messages, (303, "review"))
    assert '<details class="fold" id="divide" open>' in draft.open("questions/0")


def test_quota_of_a_bank_not_chosen_counts_for_nothing(host: FlaskClient, site: Site) -> None:
    text = (site.banks / "sample.yaml").read_text(encoding="utf-8")
    text = text.replace("id: sample", "id: second").replace("id: t", "id: second-t")
    (site.banks / "second.yaml").write_text(text, encoding="utf-8")
    draft = draft_with(host, **{"quota:main:second:1:Gõ": "9"})
    assert draft.created(site).rounds[0].draw.quotas == ()


def test_quotas_are_kept_and_only_those_filled_in(host: FlaskClient, site: Site) -> None:
    draft = draft_with(host, **{TAP: "4"})
    back = draft.open("questions/0")
    assert f'name="{TAP}" value="4"' in back
    assert '<details class="fold" id="divide" open>' in back
    assert re.findall('quota:[^"]*', work_kept(site, draft)) == [TAP]


def work_kept(site: Site, draft: Drafting) -> str:
    """What is stored of a draft."""
    return SqliteDrafts(site.database).work(draft.id) or ""


def test_used_questions_are_left_out_and_counted(host: FlaskClient, site: Site) -> None:
    first = draft_with(host).created(site)
    used = {question.id for pool in Pool for question in first.rounds[0].pool(pool)}
    draft = draft_with(host, avoid="ever")
    assert set(draft.drawn()) & used == set()
    assert "18 câu đã dùng bị bỏ ra" in draft.page
    assert set(draft.created(site).rounds[0].draw.avoided) == used
    few = draft_with(host, avoid="ever")
    assert few.errors() == ["Chỉ có 4 câu trong ngân hàng đã chọn, cần 18."]


def test_question_used_long_ago_may_come_back(host: FlaskClient, site: Site) -> None:
    plan = draft_with(host, "points").created(site)
    with site.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM journal")
        connection.exec_driver_sql("DELETE FROM contests")
    stored(site.database, finished(plan, 2, NOW - 70 * DAY), "played")
    draft = draft_with(host)
    rules = {2: ("recent", "2"), 3: ("recent", "3"), 0: ("ever", "12")}
    left_out = {}
    for months, (avoid, typed) in rules.items():
        draft.press("questions/0", avoid=avoid, avoid_months=typed, do="save")
        left_out[months] = "20 câu đã dùng bị bỏ ra" in draft.open("questions/0")
    assert left_out == {2: False, 3: True, 0: True}
