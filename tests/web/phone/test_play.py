import io
import re
import unicodedata
from dataclasses import replace

import pytest
import segno
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quiz.app import App
from quiz.core.nouns.actors import account, seat
from quiz.core.nouns.commands import LockRoom, RemoveContestant
from quiz.core.nouns.model import Contestant
from quiz.service.contests.running.runner import Runner
from quiz.store.journal import SqliteJournal
from quiz.web.frame.desk import place
from tests.web.conftest import NOW, PUBLIC_URL, SECRET

CODE = re.compile(r'data-code="(\w+)"')


def token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    return found[1]


def enter(phone: FlaskClient, pin: str, name: str, team: str = "Y tế") -> TestResponse:
    form = {"csrf_token": token(phone.get(f"/j/{pin}").text)}
    return phone.post("/join", data=form | {"pin": pin, "name": name, "team": team})


def people(runner: Runner) -> list[Contestant]:
    """Everybody who is in; the secrets of their seats are left out."""
    return [replace(contestant, secret="") for contestant in runner.contest.contestants.values()]


def test_index_known_pin_leads_to_the_door(phone: FlaskClient, pin: str) -> None:
    spaced = f"{pin[:3]} {pin[3:]} "
    answer = phone.get("/", query_string={"pin": spaced})
    assert (answer.status_code, answer.location) == (302, f"/j/{pin}")


def test_join_is_done_by_the_seat_that_was_given(
    app: App, phone: FlaskClient, contest_id: str, pin: str
) -> None:
    enter(phone, pin, "Lê An")
    enter(app.flask.test_client(), pin, "Trần Bình")
    rows = SqliteJournal(app.database).entries(contest_id)
    assert [row.actor for row in rows] == [account(1), seat(1), seat(2)]


@pytest.mark.parametrize("path", ["/?pin=000000", "/j/000000"])
def test_unknown_pin_is_said_and_kept_in_the_field(phone: FlaskClient, path: str) -> None:
    answer = phone.get(path)
    assert answer.status_code == 404
    assert CODE.findall(answer.text) == ["no_such_contest"]
    assert 'value="000000"' in answer.text


def test_door_escapes_the_title_and_offers_the_teams(phone: FlaskClient, pin: str) -> None:
    page = phone.get(f"/j/{pin}").text
    assert "Điều lệ &lt;Công đoàn&gt;" in page
    assert re.findall(r'name="team" value="([^"]+)"', page) == ["Văn phòng", "Y tế"]


def test_join_takes_a_seat_under_a_composed_name(
    phone: FlaskClient, runner: Runner, contest_id: str, pin: str
) -> None:
    answer = enter(phone, pin, unicodedata.normalize("NFD", "  Trần   Thị Huyền "))
    assert (answer.status_code, answer.location) == (303, f"/play/{contest_id}")
    assert people(runner) == [Contestant(1, "Trần Thị Huyền", "Y tế")]
    with phone.session_transaction() as session:
        number, secret = session["seats"][contest_id]
    holder = runner.contest.contestants.get(1)
    assert holder is not None
    assert (number, secret, len(secret)) == (1, holder.secret, 32)


def test_join_is_received_by_the_servers_clock(
    app: App, phone: FlaskClient, contest_id: str, pin: str
) -> None:
    place(app.flask, replace(app.flask.extensions["desk"], now=lambda: NOW))
    enter(phone, pin, "Lan")
    (*_, joined) = SqliteJournal(app.database).entries(contest_id)
    assert (joined.version, joined.at) == (2, NOW)


def test_join_pressed_twice_is_one_person(app: App, runner: Runner, pin: str) -> None:
    phone = app.flask.test_client()
    form = {"csrf_token": token(phone.get(f"/j/{pin}").text), "pin": pin, "name": "An"}
    cookie = phone.get_cookie("rung_chuong_vang")
    assert cookie
    for _ in range(2):
        # The second press leaves before the first one's cookie is back.
        phone.set_cookie("rung_chuong_vang", cookie.value)
        assert phone.post("/join", data=form | {"team": "Y tế"}).status_code == 303
    assert people(runner) == [Contestant(1, "An", "Y tế")]


def test_join_with_a_seat_keeps_the_seat(phone: FlaskClient, runner: Runner, pin: str) -> None:
    page = phone.get(f"/j/{pin}").text
    enter(phone, pin, "An")
    form = {"csrf_token": token(page), "pin": pin, "name": "Bình", "team": "Y tế"}
    assert phone.post("/join", data=form).status_code == 303
    assert people(runner) == [Contestant(1, "An", "Y tế")]


@pytest.mark.parametrize(
    ("name", "team", "code"),
    [
        ("", "Y tế", "bad_name"),
        ("   ", "Y tế", "bad_name"),
        ("Đ" * 41, "Y tế", "bad_name"),
        ("An", "", "bad_team"),
        ("An", "Đội lạ", "bad_team"),
    ],
)
def test_join_refused_tells_the_field_and_keeps_what_was_typed(
    phone: FlaskClient, runner: Runner, pin: str, name: str, team: str, code: str
) -> None:
    answer = enter(phone, pin, name, team)
    assert (answer.status_code, CODE.findall(answer.text)) == (422, [code])
    assert f'id="name" name="name" value="{name.strip()}"' in answer.text
    assert people(runner) == []


def test_join_longest_name_comes_in(phone: FlaskClient, runner: Runner, pin: str) -> None:
    assert enter(phone, pin, "Đ" * 40).status_code == 303
    assert people(runner) == [Contestant(1, "Đ" * 40, "Y tế")]


def test_join_locked_room_says_so(phone: FlaskClient, runner: Runner, pin: str) -> None:
    form = {"csrf_token": token(phone.get(f"/j/{pin}").text), "pin": pin, "name": "An"}
    runner.submit(LockRoom(runner.contest.acted, locked=True), "lock", 1, account(1))
    answer = phone.post("/join", data=form | {"team": "Y tế"})
    assert (answer.status_code, CODE.findall(answer.text)) == (422, ["room_locked"])
    assert CODE.findall(phone.get(f"/j/{pin}").text) == ["room_locked"]


def one_is_in_and_another_not(app: App, pin: str) -> FlaskClient:
    """The first takes the last place; the second, who has the form already, is told so."""
    first, second = app.flask.test_client(), app.flask.test_client()
    form = {"csrf_token": token(second.get(f"/j/{pin}").text), "pin": pin, "name": "Bình"}
    assert enter(first, pin, "An").status_code == 303
    answer = second.post("/join", data=form | {"team": "Y tế"})
    assert (answer.status_code, CODE.findall(answer.text)) == (422, ["contest_full"])
    assert CODE.findall(second.get(f"/j/{pin}").text) == ["contest_full"]
    return second


def test_contest_without_a_number_is_full_when_the_server_says_so(
    app: App, runner: Runner, pin: str
) -> None:
    app.flask.config["MOST_PEOPLE"] = len(runner.contest.contestants) + 1
    second = one_is_in_and_another_not(app, pin)
    app.flask.config["MOST_PEOPLE"] += 1
    assert enter(second, pin, "Bình").status_code == 303


def test_join_full_contest_says_so_on_the_form_and_at_the_door(
    app: App, runner: Runner, pin: str
) -> None:
    plan = replace(runner.contest.plan, capacity=1)
    small = app.runners.runner(app.runners.create(plan, owner=1))
    pin = app.runners.pin(small.id)
    second = one_is_in_and_another_not(app, pin)
    small.submit(RemoveContestant(small.contest.acted, 1), "out", 1, account(1))
    assert enter(second, pin, "Bình").status_code == 303


def test_join_without_the_forms_token_is_refused(
    phone: FlaskClient, runner: Runner, pin: str
) -> None:
    assert phone.post("/join", data={"pin": pin, "name": "An", "team": "Y tế"}).status_code == 400
    assert people(runner) == []


def test_play_without_a_seat_leads_to_the_door(
    phone: FlaskClient, contest_id: str, pin: str
) -> None:
    answer = phone.get(f"/play/{contest_id}")
    assert (answer.status_code, answer.location) == (302, f"/j/{pin}")


def test_play_with_a_seat_has_nothing_of_the_questions(phone: FlaskClient, pin: str) -> None:
    enter(phone, pin, "An")
    answer = phone.get(f"/j/{pin}", follow_redirects=True)
    assert answer.request.path.startswith("/play/")
    assert "js/phone/main.js" in answer.text
    assert SECRET not in answer.text


def test_removed_contestant_may_come_in_again(
    phone: FlaskClient, runner: Runner, contest_id: str, pin: str
) -> None:
    enter(phone, pin, "An")
    runner.submit(RemoveContestant(runner.contest.acted, 1), "remove", 1, account(1))
    assert phone.get(f"/play/{contest_id}").location == f"/j/{pin}"
    enter(phone, pin, "Bình")
    assert people(runner) == [Contestant(2, "Bình", "Y tế")]


@pytest.mark.parametrize("path", ["/play/none", "/qr/none.svg"])
def test_unknown_contest_has_a_page_of_its_own(phone: FlaskClient, path: str) -> None:
    answer = phone.get(path)
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.text


def test_qr_leads_to_the_address_on_the_halls_network(
    phone: FlaskClient, contest_id: str, pin: str
) -> None:
    answer = phone.get(f"/qr/{contest_id}.svg")
    same = io.BytesIO()
    code = segno.make(f"{PUBLIC_URL}/j/{pin}", error="m", micro=False)
    code.save(same, kind="svg", border=4, dark="#1c0206", light="#ffffff", omitsize=True)
    assert (answer.mimetype, answer.data) == ("image/svg+xml", same.getvalue())
