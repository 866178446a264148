"""The table of quotas in the form of a new contest, and questions used before."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.model import Pool, Quota
from quiz.web.new_contest.drafts import drawn_again
from tests.service.evenings import finished, stored
from tests.web.conftest import NOW, Site
from tests.web.new_contest.test_new_contest import NEW, Form, created, drawn, filled, sent

TAP = "quota:main:sample:1:Chọn"
TYPE = "quota:main:sample:1:Gõ"
SPARE_TYPE = "quota:reserve:sample:1:Gõ"
DAY = 24 * 60 * 60 * 1000


def errors(text: str) -> list[str]:
    """What is said at fields and cells."""
    found = re.findall(r'class="field-error[^"]*"[^>]*>([^<]+)<', text)
    return [unescape(each).strip() for each in found]


def stocks(text: str) -> list[str]:
    return re.findall(r'class="stock[^"]*">([^<]+)<', text)


def topics(plan_ids: list[str]) -> list[str]:
    return ["Chọn" if name.startswith("tap") else "Gõ" for name in plan_ids]


def test_table_says_what_there_is(host: FlaskClient) -> None:
    text = host.get(NEW).text
    assert stocks(text) == ["30 câu", "10 câu"]
    assert text.count('data-have="0"') == 4
    names = re.findall(r'name="(quota:[^"]+)"', text)
    assert names[:3] == [TAP, TAP.replace("main", "reserve"), TAP.replace("main", "audience")]
    assert len(names) == 6


def test_table_says_how_many_were_used(host: FlaskClient, site: Site) -> None:
    plan = created(host, site, filled(host, seed="s", swaps=""))
    used = [q.id for pool in Pool for q in plan.rounds[0].pool(pool)]
    taps, types = (topics(used).count(name) for name in ("Chọn", "Gõ"))
    assert taps + types == 18
    said = [f"30 câu, {taps} đã dùng", f"10 câu, {types} đã dùng"]
    assert stocks(host.get(NEW).text) == said


def test_quotas_are_met_and_recorded(host: FlaskClient, site: Site) -> None:
    form = filled(host, mcq_first="0", **{TAP: "3", TYPE: "7", SPARE_TYPE: "2"})
    preview = host.post(NEW, data=form).text
    assert topics(drawn(preview)[:10]).count("Gõ") == 7
    assert topics(drawn(preview)[10:15]).count("Gõ") >= 2
    round_ = created(host, site, sent(preview)).rounds[0]
    assert round_.draw.quotas == (
        Quota(Pool.MAIN, "sample", "Chọn", 1, 3),
        Quota(Pool.MAIN, "sample", "Gõ", 1, 7),
        Quota(Pool.RESERVE, "sample", "Gõ", 1, 2),
    )
    assert [question.id for question in (*round_.questions, *round_.reserve)] == drawn(preview)[:15]


def test_same_seed_and_banks_draw_the_same_set_again(host: FlaskClient, site: Site) -> None:
    preview = host.post(NEW, data=filled(host, **{TYPE: "2"})).text
    preview = host.post(NEW, data={**sent(preview), "swap": drawn(preview)[2]}).text
    round_ = created(host, site, sent(preview)).rounds[0]
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
    answer = host.post(NEW, data=filled(host, **changes))
    assert (answer.status_code, errors(answer.text)) == (422, messages)
    assert '<details class="fold" id="divide" open>' in answer.text


def test_quota_of_a_bank_not_chosen_counts_for_nothing(host: FlaskClient, site: Site) -> None:
    text = (site.banks / "sample.yaml").read_text(encoding="utf-8")
    text = text.replace("id: sample", "id: second").replace("id: t", "id: second-t")
    (site.banks / "second.yaml").write_text(text, encoding="utf-8")
    form = filled(host, seed="s", swaps="", **{"quota:main:second:1:Gõ": "9"})
    assert created(host, site, form).rounds[0].draw.quotas == ()


def test_back_to_the_form_keeps_the_quotas_and_only_those_filled_in(host: FlaskClient) -> None:
    preview = host.post(NEW, data=filled(host, **{TAP: "4"})).text
    assert [name for name in sent(preview) if name.startswith("quota:")] == [TAP]
    back = host.post(NEW, data={**sent(preview), "do": "edit"}).text
    assert f'name="{TAP}" value="4"' in back
    assert '<details class="fold" id="divide" open>' in back


def test_used_questions_are_left_out_and_counted(host: FlaskClient, site: Site) -> None:
    first = created(host, site, filled(host, seed="s", swaps=""))
    used = {question.id for pool in Pool for question in first.rounds[0].pool(pool)}
    preview = host.post(NEW, data=filled(host, avoid="ever")).text
    assert set(drawn(preview)) & used == set()
    assert "18 câu đã dùng bị bỏ ra" in preview
    second = created(host, site, sent(preview))
    assert set(second.rounds[0].draw.avoided) == used
    few = host.post(NEW, data=filled(host, avoid="ever"))
    assert errors(few.text) == ["Chỉ có 4 câu trong ngân hàng đã chọn, cần 18."]


def test_question_used_long_ago_may_come_back(host: FlaskClient, site: Site) -> None:
    plan = created(host, site, filled(host, "points", seed="s", swaps=""))
    with site.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM journal")
        connection.exec_driver_sql("DELETE FROM contests")
    stored(site.database, finished(plan, 2, NOW - 70 * DAY), "played")
    form = filled(host, avoid="recent")
    left_out = {
        months: "20 câu đã dùng bị bỏ ra" in host.post(NEW, data={**form, **rule}).text
        for months, rule in {
            2: {"avoid_months": "2"},
            3: {"avoid_months": "3"},
            0: {"avoid": "ever"},
        }.items()
    }
    assert left_out == {2: False, 3: True, 0: True}


def test_preview_says_where_a_question_was_used(host: FlaskClient, site: Site) -> None:
    plan = created(host, site, filled(host, title="Hội thi mùa xuân", seed="s", swaps=""))
    preview = host.post(NEW, data=filled(host, seed="s", swaps="")).text
    assert preview.count("Nằm trong cuộc thi khác") == len(drawn(preview)) == 18
    assert preview.count("Hội thi mùa xuân") == 18
    assert plan.title == "Hội thi mùa xuân"


def test_set_that_changed_since_the_preview_is_shown_again(host: FlaskClient, site: Site) -> None:
    preview = host.post(NEW, data=filled(host)).text
    file = site.banks / "sample.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Câu hỏi", "Câu hỏi mới"), encoding="utf-8")
    answer = host.post(NEW, data={**sent(preview), "do": "create"})
    assert (answer.status_code, "vừa thay đổi" in answer.text) == (422, True)
    assert site.runners.listing() == ()
    plan = created(host, site, sent(answer.text))
    assert plan.rounds[0].questions[0].text.startswith("Câu hỏi mới")
