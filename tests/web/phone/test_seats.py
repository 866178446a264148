"""A seat opened on another device: by link or digits, once, and what the device before is told."""

import re

import pytest
from flask.testing import FlaskClient

from quiz.app import App
from quiz.core.nouns.actors import account
from quiz.core.nouns.commands import LockRoom, RemoveContestant
from quiz.service.contests.running.runner import Runner
from quiz.service.people.reopening import LIFE_MS, SeatCode
from quiz.web.access.guessing import WRONG_PINS
from tests.web.phone.test_play import CODE, enter, token


@pytest.fixture
def other(app: App) -> FlaskClient:
    """The new device."""
    return app.flask.test_client()


@pytest.fixture
def code(app: App, phone: FlaskClient, contest_id: str, pin: str) -> SeatCode:
    """The code of number 1, who came in with a phone."""
    enter(phone, pin, "Lê An")
    return app.hub.reopening.make(contest_id, 1, account(1))


def press(device: FlaskClient, code: SeatCode) -> tuple[int, str]:
    """Open the page of this code and press its button."""
    path = f"/seat/{code.token}"
    form = {"csrf_token": token(device.get(path).text)}
    answer = device.post(path, data=form)
    return answer.status_code, answer.location or ""


def seat_of(device: FlaskClient, contest_id: str) -> list[object]:
    with device.session_transaction() as session:
        return list(session["seats"][contest_id])


def test_page_says_whose_seat_and_spends_nothing(other: FlaskClient, code: SeatCode) -> None:
    for _ in range(2):
        page = other.get(f"/seat/{code.token}")
        assert page.status_code == 200
        for text in ("Số 1", "Lê An", "Y tế", "Mở trên máy này"):
            assert text in page.text


def test_press_takes_the_seat_over(
    other: FlaskClient, phone: FlaskClient, code: SeatCode, runner: Runner, contest_id: str
) -> None:
    assert press(other, code) == (303, f"/play/{contest_id}")
    number, secret = seat_of(other, contest_id)
    assert (number, secret) == (1, runner.contest.reopened.get(1))
    assert other.get(f"/play/{contest_id}").status_code == 200
    assert len(runner.contest.contestants) == 1
    assert phone.get(f"/play/{contest_id}").status_code == 302


def test_device_before_is_told_at_the_door_where_its_seat_went(
    other: FlaskClient, phone: FlaskClient, code: SeatCode, contest_id: str, pin: str
) -> None:
    press(other, code)
    page = phone.get(f"/play/{contest_id}", follow_redirects=True).text
    assert CODE.findall(page) == ["seat_moved"]
    assert "Số 1 đã được mở trên máy khác" in page
    assert CODE.findall(other.get("/j/" + pin, follow_redirects=True).text) == []
    assert CODE.findall(other.application.test_client().get(f"/j/{pin}").text) == []


def test_press_made_twice_is_one(other: FlaskClient, code: SeatCode, contest_id: str) -> None:
    path = f"/seat/{code.token}"
    form = {"csrf_token": token(other.get(path).text)}
    answers = [other.post(path, data=form) for _ in range(2)]
    assert [answer.location for answer in answers] == [f"/play/{contest_id}"] * 2


def test_link_spent_is_good_for_nobody_else(
    app: App, other: FlaskClient, code: SeatCode, contest_id: str
) -> None:
    third = app.flask.test_client()
    form = {"csrf_token": token(third.get(f"/seat/{code.token}").text)}
    press(other, code)
    assert third.post(f"/seat/{code.token}", data=form).status_code == 410
    assert third.get(f"/seat/{code.token}").status_code == 410
    assert seat_of(other, contest_id)[0] == 1


def test_link_that_never_was_is_over(other: FlaskClient, code: SeatCode) -> None:
    assert other.get("/seat/xyz").status_code == 410
    assert other.get(f"/seat/{code.digits}").status_code == 410
    assert other.get("/seat/xyz.svg").status_code == 404


def test_seat_of_somebody_taken_out_is_over(
    other: FlaskClient, code: SeatCode, runner: Runner
) -> None:
    form = {"csrf_token": token(other.get(f"/seat/{code.token}").text)}
    removal = RemoveContestant(runner.contest.acted, 1)
    runner.submit(removal, "removal", 0, account(1))
    assert other.get(f"/seat/{code.token}").status_code == 410
    assert other.post(f"/seat/{code.token}", data=form).status_code == 410


def test_code_too_old_is_over(
    app: App, other: FlaskClient, code: SeatCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = app.clock.now()
    monkeypatch.setattr(app.clock, "now", lambda: now + LIFE_MS)
    assert other.get(f"/seat/{code.token}").status_code == 410


def test_digits_typed_for_a_pin_lead_to_the_seat(other: FlaskClient, code: SeatCode) -> None:
    spaced = " ".join(re.findall(r"\d{3}", code.digits))
    answer = other.get("/", query_string={"pin": spaced})
    assert (answer.status_code, answer.location) == (302, f"/seat/{code.token}")


def test_digits_guessed_wrong_are_wrong_pins(other: FlaskClient, code: SeatCode) -> None:
    wrong = [f"{n:09}" for n in range(WRONG_PINS + 1) if f"{n:09}" != code.digits]
    answers = [other.get("/", query_string={"pin": digits}) for digits in wrong]
    assert [answer.status_code for answer in answers[:WRONG_PINS]] == [404] * WRONG_PINS
    assert "không còn dùng được" in answers[0].text
    assert other.get("/", query_string={"pin": code.digits}).status_code == 429


def test_seat_is_opened_while_the_room_is_locked(
    other: FlaskClient, code: SeatCode, runner: Runner, contest_id: str, pin: str
) -> None:
    runner.submit(LockRoom(runner.contest.acted, locked=True), "lock", 0, account(1))
    assert CODE.findall(other.get(f"/j/{pin}").text) == ["room_locked"]
    assert press(other, code) == (303, f"/play/{contest_id}")


def test_device_with_another_number_is_told_that_it_leaves_it(
    other: FlaskClient, code: SeatCode, contest_id: str, pin: str
) -> None:
    enter(other, pin, "Lê An Hai")
    assert "số 2" in other.get(f"/seat/{code.token}").text
    assert press(other, code) == (303, f"/play/{contest_id}")
    assert seat_of(other, contest_id)[0] == 1


def test_picture_of_the_code_is_kept_by_nobody(other: FlaskClient, code: SeatCode) -> None:
    picture = other.get(f"/seat/{code.token}.svg")
    assert (picture.mimetype, picture.headers["Cache-Control"]) == ("image/svg+xml", "no-store")
