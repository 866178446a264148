"""Who may open the hall's page."""

import json
import re

import pytest
from flask.testing import FlaskClient

from quiz.web.projector.projector_page import link
from tests.core.builders import plan
from tests.web.conftest import Site


@pytest.fixture
def contest(site: Site) -> str:
    return site.runners.create(plan(), owner=1)


@pytest.fixture
def stranger(site: Site) -> FlaskClient:
    """The projector's machine: nobody is signed in there."""
    return site.app.test_client()


def link_to(site: Site, contest: str) -> str:
    with site.app.test_request_context():
        return link(contest)


def opens(browser: FlaskClient, contest: str) -> bool:
    return browser.get(f"/projector/{contest}").status_code == 200


def test_show_host_gets_the_page_of_the_contest(host: FlaskClient, contest: str) -> None:
    page = host.get(f"/projector/{contest}")
    block = re.search(r'id="data">(.*?)</script>', page.text)
    assert page.status_code == 200
    assert block is not None
    assert json.loads(block[1]) == {"contest": contest}


def test_console_offers_a_link_that_opens_the_hall_to_a_stranger(
    host: FlaskClient, stranger: FlaskClient, contest: str
) -> None:
    page = host.get(f"/host/contests/{contest}")
    block = re.search(r'id="data">(.*?)</script>', page.text)
    assert block is not None
    stranger.get(json.loads(block[1])["projector"])
    assert opens(stranger, contest)


def test_hall_that_a_host_opened_stays_when_the_host_is_signed_out(
    host: FlaskClient, site: Site, contest: str
) -> None:
    other = site.runners.create(plan(), owner=1)
    before = opens(host, contest)
    host.post("/host/logout")
    assert (before, opens(host, contest), opens(host, other)) == (True, True, False)


def test_show_stranger_is_sent_to_sign_in(stranger: FlaskClient, contest: str) -> None:
    answer = stranger.get(f"/projector/{contest}")
    assert (answer.status_code, answer.location.split("?")[0]) == (302, "/host/login")


def test_show_judge_is_sent_away(site: Site, stranger: FlaskClient, contest: str) -> None:
    stranger.get(site.link("judge"))
    assert not opens(stranger, contest)


@pytest.mark.parametrize("path", ["/projector/no-such-contest", "/projector/enter/forged"])
def test_show_unknown_contest_or_token_is_not_found(host: FlaskClient, path: str) -> None:
    assert host.get(path).status_code == 404


def test_enter_opens_this_contest_and_no_other(
    site: Site, stranger: FlaskClient, contest: str
) -> None:
    other = site.runners.create(plan(), owner=1)
    entered = stranger.get(link_to(site, contest))
    assert entered.location == f"/projector/{contest}"
    assert [opens(stranger, id_) for id_ in (contest, other)] == [True, False]


def test_enter_second_contest_keeps_the_first(
    site: Site, stranger: FlaskClient, contest: str
) -> None:
    other = site.runners.create(plan(), owner=1)
    stranger.get(link_to(site, contest))
    stranger.get(link_to(site, other))
    assert [opens(stranger, id_) for id_ in (contest, other)] == [True, True]


def test_show_holds_no_question(site: Site, host: FlaskClient, contest: str) -> None:
    question = site.runners.runner(contest).contest.plan.rounds[0].questions[0]
    page = host.get(f"/projector/{contest}").text
    assert [text for text in (question.text, question.explanation) if text in page] == []
