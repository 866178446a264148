"""A socket's session is what the pages' own reading of the same cookie says."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask, session

from quiz.transport.cookies import sessions_of

SEATS = {"seats": {"abc": [7, "x" * 32]}, "_user_id": "token"}


@pytest.fixture
def app() -> Flask:
    app = Flask("pages")
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
    header = f"other=1; rung={cookie_of(app, SEATS)}; more=2"
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
