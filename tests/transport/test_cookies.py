"""A socket's session is what the pages' own reading of the same cookie says."""

import time
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask, session
from itsdangerous import URLSafeTimedSerializer

from quiz.transport.cookies import sessions_of
from quiz.web.access import signing
from quiz.web.access.signing import Sessions

SEATS = {"seats": {"abc": [7, "x" * 32]}, "_user_id": "token"}


@pytest.fixture
def app() -> Flask:
    app = Flask("pages")
    app.session_interface = Sessions()
    app.secret_key = "tests only"
    app.config.update(SESSION_COOKIE_NAME="rung", PERMANENT_SESSION_LIFETIME=timedelta(seconds=60))
    return app


def cookie_of(app: Flask, held: dict[str, Any]) -> str:
    browser = app.test_client()
    with browser.session_transaction() as kept:
        kept.update(held)
    cookie = browser.get_cookie("rung")
    assert cookie
    return cookie.value


def by_the_pages(app: Flask, header: str) -> dict[str, Any]:
    with app.test_request_context("/", headers={"Cookie": header}):
        return dict(session)


def test_session_is_read_as_the_pages_read_it(app: Flask) -> None:
    header = f"other=1; raw=\xff\xc3; rung={cookie_of(app, SEATS)}; more=2"
    assert sessions_of(app)({"HTTP_COOKIE": header}) == by_the_pages(app, header) == SEATS


@pytest.mark.parametrize("spoilt", ["", "rung=", "rung=x", "other=1", "{cookie}x", "x{cookie}"])
def test_cookie_that_is_not_ours_holds_nothing(app: Flask, spoilt: str) -> None:
    header = spoilt.format(cookie=f"rung={cookie_of(app, SEATS)}")
    assert sessions_of(app)({"HTTP_COOKIE": header}) == by_the_pages(app, header) == {}


def test_no_cookie_holds_nothing(app: Flask) -> None:
    assert sessions_of(app)({}) == {}


def test_cookie_that_is_too_old_holds_nothing(app: Flask) -> None:
    header = f"rung={cookie_of(app, SEATS)}"
    app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(seconds=-1)
    assert sessions_of(app)({"HTTP_COOKIE": header}) == {}


def test_cookie_signed_with_another_key_holds_nothing(app: Flask) -> None:
    header = f"rung={cookie_of(app, SEATS)}"
    app.secret_key = "another"
    assert sessions_of(app)({"HTTP_COOKIE": header}) == {}


def test_cookie_grows_too_old_though_it_was_good(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    header, read = f"rung={cookie_of(app, SEATS)}", sessions_of(app)
    now = signing.now_s()
    assert read({"HTTP_COOKIE": header}) == SEATS
    monkeypatch.setattr(signing, "now_s", lambda: now + 59)
    assert read({"HTTP_COOKIE": header}) == SEATS
    monkeypatch.setattr(signing, "now_s", lambda: now + 62)
    assert read({"HTTP_COOKIE": header}) == {} == by_the_pages(app, header)
    assert read({"HTTP_COOKIE": header}) == {}


@pytest.mark.parametrize("hours", [-1, 1])
def test_cookie_stays_good_when_the_machines_clock_is_set(
    app: Flask, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    header, set_to = f"rung={cookie_of(app, SEATS)}", time.time() + hours * 3600
    monkeypatch.setattr(time, "time", lambda: set_to)
    assert sessions_of(app)({"HTTP_COOKIE": header}) == by_the_pages(app, header) == SEATS


def test_cookie_from_before_a_start_with_the_clock_set_back_is_as_new(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    header, now = f"rung={cookie_of(app, SEATS)}", signing.now_s()
    monkeypatch.setattr(signing, "now_s", lambda: now - 3600)
    assert sessions_of(app)({"HTTP_COOKIE": header}) == by_the_pages(app, header) == SEATS


def test_session_that_was_read_belongs_to_its_reader(app: Flask) -> None:
    header, read = f"rung={cookie_of(app, SEATS)}", sessions_of(app)
    read({"HTTP_COOKIE": header}).clear()
    assert read({"HTTP_COOKIE": header}) == SEATS


def test_cookies_beyond_those_remembered_are_read_anew(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = []
    check = URLSafeTimedSerializer.loads

    def loads(self: URLSafeTimedSerializer, cookie: str, **options: Any) -> object:
        checked.append(cookie)
        return check(self, cookie, **options)

    monkeypatch.setattr(URLSafeTimedSerializer, "loads", loads)
    one, two, three = (cookie_of(app, {"_user_id": name}) for name in "abc")
    checked.clear()
    read = sessions_of(app, remembered=2)
    for cookie in (one, two, one, three, one, two):
        read({"HTTP_COOKIE": f"rung={cookie}"})
    assert checked == [one, two, three, two]
