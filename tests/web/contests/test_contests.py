"""The list of contests, the console's and the prompter's pages."""

import json
import re
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.commands import Join
from quiz.web.contests.contests import day
from tests.core.builders import plan
from tests.web.conftest import NOW, PASSWORD, Site


def test_list_without_contests_says_what_to_do(host: FlaskClient) -> None:
    text = host.get("/host/").text
    assert ("Chưa có cuộc thi nào" in text, "/host/contests/new" in text) == (True, True)


def test_list_shows_pin_stage_and_who_joined(host: FlaskClient, site: Site) -> None:
    contest_id = site.runners.create(plan(), owner=1)
    site.runners.runner(contest_id).submit(
        Join("Lê An", plan().teams[0].name), "join-one", NOW, NEWCOMER
    )
    row = site.runners.listing()[0]
    text = host.get("/host/").text
    facts = re.findall(r'<dd class="number[^"]*">([^<]+)</dd>', text)
    assert facts == [row.pin, "1"]
    links = [f"/host/contests/{contest_id}", f"/projector/{contest_id}"]
    assert [f'href="{link}"' in text for link in links] == [True, True]
    assert "Chờ bắt đầu" in text


def test_list_says_which_contest_cannot_be_read(host: FlaskClient, site: Site) -> None:
    whole, broken = (site.runners.create(plan(), owner=1) for _ in range(2))
    with site.database.writing() as connection:
        change = "UPDATE journal SET data = '{}' WHERE contest_id = ?"
        connection.exec_driver_sql(change, (broken,))
    assert host.get(f"/host/contests/{broken}").status_code == 404
    text = host.get("/host/").text
    assert text.count("Không đọc được dữ liệu của cuộc thi này") == 1
    assert [f"/projector/{each}" in text for each in (whole, broken)] == [True, False]
    assert host.get(f"/projector/{broken}").status_code == 503


def test_failing_database_is_said_in_words_on_every_page(host: FlaskClient, site: Site) -> None:
    contest = site.runners.create(plan(), owner=1)
    site.database.close()
    form = {"name": "host", "password": PASSWORD}
    answers = [
        *(host.get(path) for path in ("/host/", f"/host/contests/{contest}", "/host/enter/token")),
        site.app.test_client().post("/host/login", data=form),
    ]
    assert [answer.status_code for answer in answers] == [503] * 4
    assert all("Máy chủ chưa lưu được. Hãy thử lại." in answer.text for answer in answers)


def test_day_is_written_as_people_write_it() -> None:
    noon = datetime(2026, 7, 28, 12, tzinfo=UTC).timestamp()
    assert day(int(noon * 1000)) == "28/7/2026"


@pytest.mark.parametrize("page", ["", "/prompter"])
def test_page_of_a_contest_that_is_not_there_is_not_found(host: FlaskClient, page: str) -> None:
    assert host.get(f"/host/contests/nothing{page}").status_code == 404


def test_console_knows_rounds_and_questions_but_no_key(host: FlaskClient, site: Site) -> None:
    made = plan()
    contest_id = site.runners.create(made, owner=1)
    text = host.get(f"/host/contests/{contest_id}").text
    found = re.search(r'id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data = json.loads(found.group(1))
    assert data["contest"] == contest_id
    assert data["teams"] == [team.name for team in made.teams]
    assert [round_["name"] for round_ in data["rounds"]] == [each.name for each in made.rounds]
    question = data["rounds"][0]["questions"]["main"][0]
    assert sorted(question) == ["kind", "options", "text"]


@pytest.mark.parametrize("page", ["", "/prompter"])
def test_pages_of_a_contest_need_a_host(site: Site, page: str) -> None:
    contest_id = site.runners.create(plan(), owner=1)
    path = f"/host/contests/{contest_id}{page}"
    assert site.browser.get(path).headers["Location"] == f"/host/login?next={path}"
