"""Somebody joins with a name that is in: another person, or the same with another phone."""

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quiz.app import App
from quiz.core.nouns.actors import account
from quiz.core.nouns.commands import LockRoom
from quiz.service.contests.running.runner import Runner
from quiz.web.phone.admitting import Joins
from tests.web.phone.test_play import CODE, enter, people, token


@pytest.fixture(autouse=True)
def an(phone: FlaskClient, pin: str) -> None:
    """Lê An of team Y tế has number 1."""
    enter(phone, pin, "Lê An")


@pytest.fixture
def other(app: App) -> FlaskClient:
    return app.flask.test_client()


def send(device: FlaskClient, pin: str, name: str, who: str) -> TestResponse:
    form = {"csrf_token": token(device.get(f"/j/{pin}").text), "who": who}
    return device.post("/join", data=form | {"pin": pin, "name": name, "team": "Y tế"})


@pytest.mark.parametrize("typed", ["Lê An", "  lê   AN", "Le\u0302 An"])
def test_name_that_is_in_is_asked_about_and_nobody_comes_in(
    other: FlaskClient, runner: Runner, pin: str, typed: str
) -> None:
    answer = enter(other, pin, typed)
    assert (answer.status_code, CODE.findall(answer.text)) == (409, ["namesake"])
    assert "Đã có người tên này trong đội Y tế (số 1)" in answer.text
    assert len(runner.contest.contestants) == 1


def test_another_person_comes_in_with_a_number_of_their_own(
    other: FlaskClient, runner: Runner, pin: str, contest_id: str
) -> None:
    answer = send(other, pin, "Lê An", "other")
    assert (answer.status_code, answer.location) == (303, f"/play/{contest_id}")
    assert [(each.number, each.name) for each in people(runner)] == [(1, "Lê An"), (2, "Lê An")]


def test_same_person_is_sent_to_the_host_and_gets_no_seat(
    other: FlaskClient, runner: Runner, pin: str, contest_id: str
) -> None:
    answer = send(other, pin, "Lê An", "mine")
    assert (answer.status_code, CODE.findall(answer.text)) == (409, ["ask_host"])
    assert "Số 1" in answer.text
    assert other.get(f"/play/{contest_id}").status_code == 302
    assert (len(runner.contest.contestants), len(runner.contest.reopened)) == (1, 0)


@pytest.mark.parametrize(("name", "team"), [("Lê An", "Văn phòng"), ("Lê Ân", "Y tế")])
def test_name_in_another_team_or_with_other_marks_is_nobodys(
    other: FlaskClient, pin: str, name: str, team: str
) -> None:
    assert enter(other, pin, name, team).status_code == 303


def test_closed_door_tells_nobody_who_is_in(other: FlaskClient, runner: Runner, pin: str) -> None:
    form = {"csrf_token": token(other.get(f"/j/{pin}").text), "pin": pin}
    runner.submit(LockRoom(runner.contest.acted, locked=True), "lock", 0, account(1))
    answer = other.post("/join", data=form | {"name": "Lê An", "team": "Y tế"})
    assert (answer.status_code, CODE.findall(answer.text)) == (422, ["room_locked"])


def test_names_are_asked_about_within_the_budget_of_joins(
    app: App, other: FlaskClient, pin: str
) -> None:
    app.flask.extensions["joins"] = Joins(per_second=1, burst=1)
    assert enter(other, pin, "Lê An").status_code == 409
    answer = send(other, pin, "Lê An", "other")
    assert (answer.status_code, CODE.findall(answer.text)) == (429, ["come_again"])
    assert 'name="who" value="other"' in answer.text
