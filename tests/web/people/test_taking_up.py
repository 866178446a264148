"""The page on which somebody takes a role up."""

import pytest
from flask.testing import FlaskClient

from quiz.service.people.grants import OFFERED
from quiz.service.people.roles import Role
from quiz.web.access.held import MOST_GRANTS
from quiz.web.people.taking_up import PAGES
from tests.core.builders import plan
from tests.web.conftest import Site


@pytest.fixture
def contest(site: Site) -> str:
    return site.runners.create(plan(), owner=1)


@pytest.fixture
def phone(site: Site) -> FlaskClient:
    return site.app.test_client()


def link(site: Site, contest: str, role: Role = Role.PROMPTER, who: str = "Cô Hà") -> str:
    return f"/role/{site.grants.make(contest, role, who, 1)[1]}"


def test_every_role_offered_leads_somewhere() -> None:
    assert tuple(PAGES) == OFFERED


def test_door_says_what_for_and_for_whom(site: Site, phone: FlaskClient, contest: str) -> None:
    page = phone.get(link(site, contest, who="<Hà>"))
    title = site.runners.runner(contest).contest.plan.title
    for text in (title, "MC", "xem lời dẫn", "Giao cho: &lt;Hà&gt;", "Nhận vai trên máy này"):
        assert text in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"


def test_take_up_leads_on_and_keeps_only_the_secret(
    site: Site, phone: FlaskClient, contest: str
) -> None:
    path = link(site, contest)
    answer = phone.post(path)
    assert (answer.status_code, answer.location) == (303, f"/host/contests/{contest}/prompter")
    with phone.session_transaction() as session:
        ((held_in, number, secret),) = session["grants"]
        assert path.removeprefix("/role/") not in str(dict(session))
    assert (held_in, number) == (contest, site.grants.of(contest)[0].id)
    assert site.grants.held(number, secret) is not None


def test_take_up_twice_in_one_browser_leads_on(
    site: Site, phone: FlaskClient, contest: str
) -> None:
    path = link(site, contest)
    assert [phone.post(path).location for _ in range(2)] == [
        f"/host/contests/{contest}/prompter"
    ] * 2


def test_take_up_elsewhere_afterwards_says_it_is_over(
    site: Site, phone: FlaskClient, contest: str
) -> None:
    path = link(site, contest)
    phone.post(path)
    late = site.app.test_client()
    for answer in (late.get(path), late.post(path)):
        assert answer.status_code == 410
        assert "Đường dẫn này không còn dùng được" in answer.text


def test_holder_whose_role_was_taken_back_finds_the_link_over(
    site: Site, phone: FlaskClient, contest: str
) -> None:
    path = link(site, contest)
    phone.post(path)
    site.grants.revoke(contest, site.grants.of(contest)[0].id)
    assert phone.get(path).status_code == 410


def test_role_is_kept_by_who_signs_in(site: Site, phone: FlaskClient, contest: str) -> None:
    phone.post(link(site, contest))
    phone.get(site.link("judge"))
    assert phone.get(f"/host/contests/{contest}/prompter").status_code == 200


def test_seat_beside_a_role_stays(site: Site, phone: FlaskClient, contest: str) -> None:
    form = {"pin": site.runners.pin(contest), "name": "An", "team": "Đỏ"}
    phone.post("/join", data=form)
    phone.post(link(site, contest))
    assert phone.get(f"/play/{contest}").status_code == 200


def test_browser_holds_a_few_roles_the_newest(site: Site, phone: FlaskClient, contest: str) -> None:
    contests = [site.runners.create(plan(), owner=1) for _ in range(MOST_GRANTS + 1)]
    for each in contests:
        phone.post(link(site, each))
    codes = [phone.get(f"/host/contests/{each}/prompter").status_code for each in contests]
    assert codes == [302, *[200] * MOST_GRANTS]
