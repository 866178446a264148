"""Signing in and out."""

import logging

import pytest
from flask.testing import FlaskClient

from quiz.app import HOST
from quiz.web.access.guessing import KNOWN, KNOWN_S, TRIES
from tests.web.conftest import PASSWORD, Site

LINK = "<code>python3 run.py link</code>"


def sign_in(browser: FlaskClient, password: str, onward: str = "") -> tuple[int, str]:
    """Status and address after sending name and password."""
    form = {"name": "host", "password": password}
    answer = browser.post("/host/login", data=form, query_string={"next": onward})
    return answer.status_code, answer.headers.get("Location", "")


def test_link_signs_in_and_offers_a_password(site: Site) -> None:
    answer = site.browser.get(site.link())
    assert (answer.status_code, answer.headers["Location"]) == (302, "/host/password")
    assert site.browser.get("/host/").status_code == 200


def test_link_used_before_says_so(site: Site) -> None:
    link = site.link()
    site.browser.get(link)
    answer = site.app.test_client().get(link)
    assert answer.status_code == 410
    assert ("không còn dùng được" in answer.text, LINK in answer.text) == (True, True)


def test_who_has_no_password_is_told_how_to_sign_in_while_the_server_runs(site: Site) -> None:
    assert LINK in site.app.test_client().get("/host/login").text


def test_link_used_before_by_somebody_signed_in_leads_to_the_contests(site: Site) -> None:
    link = site.link()
    site.browser.get(link)
    assert site.browser.get(link).headers["Location"] == "/host/"


def test_link_of_account_with_password_leads_to_the_contests(host: FlaskClient, site: Site) -> None:
    host.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    assert host.get(site.link()).headers["Location"] == "/host/"


def test_password_set_signs_in_afterwards(host: FlaskClient, site: Site) -> None:
    answer = host.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    assert answer.headers["Location"] == "/host/"
    host.post("/host/logout")
    assert host.get("/host/").headers["Location"] == "/host/login?next=/host/"
    assert sign_in(host, PASSWORD) == (302, "/host/")


@pytest.mark.parametrize(
    ("password", "again", "message"),
    [
        ("ngan", "ngan", "Mật khẩu cần ít nhất 8 ký tự."),
        (PASSWORD, "khac han", "Hai mật khẩu chưa giống nhau."),
        ("", "", "Chưa điền ô này."),
    ],
)
def test_password_refused_says_why(
    host: FlaskClient, password: str, again: str, message: str
) -> None:
    answer = host.post("/host/password", data={"password": password, "again": again})
    assert (answer.status_code, message in answer.text) == (422, True)


def test_wrong_password_is_refused_without_telling_which_was_wrong(site: Site) -> None:
    site.link()
    answer = site.browser.post("/host/login", data={"name": "host", "password": "sai"})
    assert answer.status_code == 422
    assert "Tên hoặc mật khẩu không đúng." in answer.text
    assert site.browser.get("/host/").status_code == 302


def test_many_wrong_passwords_make_everybody_wait(site: Site) -> None:
    form = {"name": "host", "password": "sai"}
    texts = [site.browser.post("/host/login", data=form).text for _ in range(TRIES + 1)]
    assert ["Có quá nhiều lần thử" in text for text in texts] == [False] * TRIES + [True]
    assert site.browser.get(site.link()).status_code == 302


def guess_wrong(site: Site, times: int) -> str:
    """Strangers' browsers that try the host's name; what the last is told."""
    form = {"name": "host", "password": "sai"}
    answers = [site.app.test_client().post("/host/login", data=form) for _ in range(times)]
    return answers[-1].text


def run_out(browser: FlaskClient) -> None:
    """The session ends by itself, its cookie too; what else the browser keeps stays."""
    browser.delete_cookie("session")
    assert browser.get("/host/").status_code == 302


def test_browser_that_signed_in_before_gets_in_after_wrong_tries_of_strangers(
    host: FlaskClient, site: Site
) -> None:
    host.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    run_out(host)
    assert "Có quá nhiều lần thử" in guess_wrong(site, 100)
    assert sign_in(host, PASSWORD) == (302, "/host/")
    run_out(host)
    assert sign_in(host, PASSWORD) == (302, "/host/")


def test_browser_that_signed_in_before_has_a_budget_and_no_more(
    host: FlaskClient, site: Site
) -> None:
    host.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    other = site.app.test_client()
    assert sign_in(other, PASSWORD) == (302, "/host/")
    run_out(host)
    run_out(other)
    answers = [sign_in(host, "sai")[0] for _ in range(TRIES)]
    assert answers == [422] * TRIES
    assert sign_in(host, PASSWORD) == (422, "")
    assert sign_in(other, PASSWORD) == (302, "/host/")


def test_browser_is_known_for_the_account_it_signed_in_to_alone(
    host: FlaskClient, site: Site
) -> None:
    host.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    site.browser.get(site.link("judge"))
    judge = site.app.test_client()
    judge.get(site.link("judge"))
    run_out(judge)
    guess_wrong(site, 100)
    assert sign_in(judge, PASSWORD) == (422, "")


def test_browser_signed_in_to_two_accounts_is_known_for_both(site: Site) -> None:
    for role in ("host", "judge"):
        site.browser.get(site.link(role))
        site.browser.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    run_out(site.browser)
    guess_wrong(site, 100)
    assert sign_in(site.browser, PASSWORD) == (302, "/host/")


def test_mark_of_a_known_browser_that_nobody_signed_is_no_mark(site: Site) -> None:
    stranger = site.app.test_client()
    site.browser.get(site.link())
    guess_wrong(site, 100)
    stranger.set_cookie(KNOWN, "eyJob3N0IjoieCJ9.made-up", path="/host")
    assert (
        "Có quá nhiều lần thử"
        in stranger.post("/host/login", data={"name": "host", "password": "sai"}).text
    )


def test_mark_of_a_known_browser_is_for_the_hosts_pages_alone(site: Site) -> None:
    site.browser.get(site.link())
    cookie = site.browser.get_cookie(KNOWN, path="/host")
    assert cookie is not None
    assert (cookie.http_only, cookie.same_site, cookie.max_age) == (True, "Lax", KNOWN_S)


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "/x"])
def test_sign_in_goes_on_to_host_pages_only(host: FlaskClient, site: Site, elsewhere: str) -> None:
    host.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    host.post("/host/logout")
    assert sign_in(host, PASSWORD, elsewhere) == (302, "/host/")


@pytest.mark.parametrize("wanted", ["/host/contests/new", "/projector/abc"])
def test_sign_in_goes_on_to_the_page_wanted(host: FlaskClient, wanted: str) -> None:
    host.post("/host/password", data={"password": PASSWORD, "again": PASSWORD})
    host.post("/host/logout")
    assert sign_in(host, PASSWORD, wanted) == (302, wanted)


@pytest.mark.parametrize("role", ["judge", "marshal"])
def test_accounts_that_are_no_hosts_are_kept_out(site: Site, role: str) -> None:
    site.browser.get(site.link(role))
    answer = site.browser.get("/host/")
    assert (answer.status_code, "Trang này dành cho người dẫn" in answer.text) == (403, True)


def test_signing_in_keeps_language_seats_and_halls_and_forgets_the_rest(site: Site) -> None:
    kept = {"lang": "en", "seats": {"abc": [7, "nonce"]}, "projectors": ["abc"]}
    with site.browser.session_transaction() as session:
        session.update(kept, planted="by somebody else")
    site.browser.get(site.link())
    with site.browser.session_transaction() as session:
        assert {key: session[key] for key in kept} == kept
        assert "planted" not in session


def test_forms_without_the_token_are_refused(site: Site) -> None:
    site.app.config["WTF_CSRF_ENABLED"] = True
    paths = ("/host/login", "/host/password", "/host/logout", "/host/contests/new")
    assert [site.browser.post(path).status_code for path in paths] == [400] * 4


def test_too_many_passwords_are_back_pressure_in_the_log_without_the_name(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    guess_wrong(site, TRIES + 1)
    assert caplog.messages == ["back-pressure: too many passwords are tried"]


def test_sign_in_says_what_the_first_account_is_called(host: FlaskClient, site: Site) -> None:
    host.post("/host/logout")
    page = host.get("/host/login").text
    assert f"Tài khoản có sẵn từ lần khởi động đầu tên là {HOST}." in page
