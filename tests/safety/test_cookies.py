"""Cookies, form tokens, origins and what a session carries over."""

import logging
import re

import pytest

from quiz.service.people.roles import Role
from quiz.transport.gate import is_same_origin
from quiz.web.access.guessing import ALL_WRONG_PINS, KNOWN, TRIES, WRONG_PINS
from tests.safety.conftest import COOKIE, Venue

FORMS = ["/join", "/language", "/host/login", "/host/logout", "/host/password"]
FORMS += ["/host/contests/new", "/host/drafts/<draft_id>/remove", "/host/drafts/<draft_id>/<page>"]
FORMS += ["/host/drafts/<draft_id>/<page>/<int:place>"]
FORMS += ["/host/drafts/<draft_id>/rules/<int:place>/preset"]
FORMS += ["/host/drafts/<draft_id>/questions/<int:place>/choose"]
FORMS += [f"/host/contests/<contest_id>/{act}" for act in ("edit", "copy", "delete")]
FORMS += ["/host/banks/import", "/host/banks/import/<import_id>/throw-away"]
FORMS += [f"/host/banks/import/<import_id>/{part}" for part in ("all", "questions", "save")]
FORMS += ["/host/banks/new", "/host/banks/merge", "/host/banks/duplicates"]
FORMS += [f"/host/banks/<bank_id>/{act}" for act in ("head", "archive", "restore")]
FORMS += ["/host/banks/<bank_id>/questions/new"]
FORMS += [f"/host/banks/<bank_id>/questions/<question_id>{act}" for act in ("", "/revert")]
FORMS += [f"/host/contests/<contest_id>/data/{act}" for act in ("keep", "erase", "delete")]

FORMS += [f"/host/contests/<contest_id>/roles{act}" for act in ("", "/<grant_id>/revoke")]
FORMS += ["/role/<token>", "/seat/<token>", "/host/way-in"]


def form_token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    return found[1]


def test_every_form_is_known_here(venue: Venue) -> None:
    with venue.app.flask.test_request_context():
        posts = [
            rule.rule
            for rule in venue.app.flask.url_map.iter_rules()
            if "POST" in (rule.methods or ())
        ]
    assert sorted(posts) == sorted(FORMS)


@pytest.mark.parametrize("path", FORMS)
def test_form_without_its_token_is_refused(venue: Venue, path: str) -> None:
    browser = venue.browser(venue.signed(venue.session(Role.HOST)))
    assert (
        browser.post(
            path.replace("<int:place>", "0"), data={"pin": venue.pin, "name": "An"}
        ).status_code
        == 400
    )


@pytest.mark.parametrize("path", FORMS)
def test_form_with_the_token_of_another_session_is_refused(venue: Venue, path: str) -> None:
    token = form_token(venue.browser().get("/host/login").text)
    browser = venue.browser(venue.signed(venue.session(Role.HOST) | {"csrf_token": "0" * 40}))
    answer = browser.post(
        path.replace("<int:place>", "0"), data={"csrf_token": token, "pin": venue.pin, "name": "An"}
    )
    assert answer.status_code == 400
    assert venue.runner.contest.joined == 1


def test_cookie_is_out_of_reach_of_scripts_and_other_sites(venue: Venue) -> None:
    header = venue.browser().get(f"/j/{venue.pin}").headers["Set-Cookie"]
    parts = {part.strip() for part in header.split(";")}
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= parts
    assert header.startswith(f"{COOKIE}=")


def test_signing_in_keeps_no_other_account_and_nothing_planted(venue: Venue) -> None:
    planted = {"lang": "en", "_user_id": "theirs", "known": "theirs", "x": 1}
    browser = venue.browser(venue.signed(planted))
    token = venue.app.accounts.link(venue.accounts[Role.HOST].id, venue.app.clock.now())
    browser.get(f"/host/enter/{token}")
    with browser.session_transaction() as session:
        kept = {name for name in planted if session.get(name) == planted[name]}
        found = venue.app.sessions.account(session["_user_id"], venue.app.clock.now())
        assert (kept, found) == ({"lang"}, venue.accounts[Role.HOST])


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://hall.local:5000", True),
        ("https://hall.local:5000", True),
        (None, True),
        ("http://hall.local", False),
        ("http://evil.example", False),
        ("http://hall.local:5000.evil.example", False),
        ("http://evil.example/hall.local:5000", False),
        ("null", False),
        ("", False),
    ],
)
def test_socket_of_another_origin_is_refused(origin: str | None, allowed: bool) -> None:
    environ = {"HTTP_HOST": "hall.local:5000", "HTTP_X_FORWARDED_HOST": "evil.example"}
    assert is_same_origin(origin, environ) is allowed


def mark(venue: Venue, role: Role) -> str:
    """What a browser keeps that was signed in to this role's account."""
    browser = venue.browser()
    token = venue.app.accounts.link(venue.accounts[role].id, venue.app.clock.now())
    browser.get(f"/host/enter/{token}")
    cookie = browser.get_cookie(KNOWN, path="/host")
    assert cookie is not None
    return cookie.value


def tries(venue: Venue, known: str, name: str, count: int) -> list[bool]:
    """Whether each of so many wrong passwords was looked at; `known`: the browsers' mark."""
    looked_at = []
    for _ in range(count):
        browser = venue.browser()
        if known:
            browser.set_cookie(KNOWN, known, path="/host")
        token = form_token(browser.get("/host/login").text)
        page = browser.post(
            "/host/login", data={"csrf_token": token, "name": name, "password": "x"}
        )
        looked_at.append("Tên hoặc mật khẩu không đúng" in page.text)
    return looked_at


def test_passwords_are_counted_for_the_account_whatever_the_session(venue: Venue) -> None:
    name = venue.accounts[Role.HOST].name
    assert tries(venue, "", name, TRIES + 1) == [True] * TRIES + [False]
    assert tries(venue, "", f" {name.upper()} ", 1) == [False]
    assert tries(venue, "", "somebody else", 1) == [True]


def test_strangers_cannot_use_up_the_tries_of_a_known_browser(venue: Venue) -> None:
    name = venue.accounts[Role.HOST].name
    tries(venue, "", name, TRIES + 1)
    assert tries(venue, mark(venue, Role.HOST), name, 1) == [True]
    assert tries(venue, mark(venue, Role.JUDGE), name, 1) == [False]
    assert tries(venue, venue.signed({name: "made up"}), name, 1) == [False]


def test_signing_out_leaves_a_browser_that_is_known(venue: Venue) -> None:
    browser = venue.browser(venue.signed(venue.session(Role.HOST)))
    token = form_token(browser.get("/host/").text)
    browser.post("/host/logout", data={"csrf_token": token})
    assert browser.get_cookie(KNOWN, path="/host") is not None
    with browser.session_transaction() as session:
        assert "_user_id" not in session


def test_wrong_pins_of_one_session_make_it_wait(
    venue: Venue, caplog: pytest.LogCaptureFixture
) -> None:
    browser = venue.browser()
    caplog.set_level(logging.INFO, "quiz")
    codes = [browser.get("/j/000000").status_code for _ in range(WRONG_PINS + 1)]
    assert codes == [404] * WRONG_PINS + [429]
    assert caplog.messages == ["back-pressure: too many wrong PINs are tried"]
    assert browser.get(f"/j/{venue.pin}").status_code == 429
    assert venue.browser().get(f"/j/{venue.pin}").status_code == 200


def test_wrong_pins_of_all_make_wrong_pins_wait_and_right_ones_not(venue: Venue) -> None:
    codes = [venue.browser().get("/j/000000").status_code for _ in range(ALL_WRONG_PINS)]
    assert codes[0] == 404
    # The budget fills again meanwhile, so that more are needed on a slow machine.
    assert any(venue.browser().get("/j/000000").status_code == 429 for _ in range(3000))
    assert venue.browser().get(f"/j/{venue.pin}").status_code == 200
