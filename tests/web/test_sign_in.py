"""Signing in and out."""

import pytest
from flask.testing import FlaskClient

from quiz.web.guessing import TRIES
from tests.web.conftest import PASSWORD, Site


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
    assert "không còn dùng được" in answer.text


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
