"""The page on which a host hands out roles."""

import re

import pytest
from flask.testing import FlaskClient

from quiz.service.people.grants import OFFERED
from quiz.service.people.roles import Role
from quiz.service.people.rows import Grant
from quiz.service.way_in import WaysIn
from quiz.web.frame.public_url import set_ways_in
from tests.core.builders import plan
from tests.service.fakes import FakeWayIn
from tests.web.conftest import NOW, PUBLIC_URL, Site


@pytest.fixture
def contest(site: Site) -> str:
    return site.runners.create(plan(), owner=1)


def roles(contest: str) -> str:
    return f"/host/contests/{contest}/roles"


def hand_out(host: FlaskClient, contest: str, role: str = "prompter", who: str = "Cô Hà") -> str:
    """The link that the page shows afterwards."""
    answer = host.post(roles(contest), data={"role": role, "who": who})
    assert (answer.status_code, answer.location) == (303, roles(contest))
    return link_on(host.get(roles(contest)).text)


def link_on(page: str) -> str:
    """The link that the page shows, or nothing."""
    found = re.search(r'id="fresh-link"[^>]*value="([^"]+)"', page)
    return found[1] if found else ""


def rows_on(page: str) -> list[list[str]]:
    """The list's cells, as words."""
    rows = re.findall(r"<tr class.*?</tr>", page, flags=re.S)
    cells = [re.findall(r"<t[hd][ >].*?</t[hd]>", row, flags=re.S) for row in rows]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in cells]


def take_up(site: Site, link: str) -> FlaskClient:
    browser = site.app.test_client()
    assert browser.post("/role/" + link.rsplit("/", 1)[1]).status_code == 303
    return browser


def test_show_without_grants_offers_the_roles_that_have_a_page(
    host: FlaskClient, contest: str
) -> None:
    page = host.get(roles(contest)).text
    offered = re.findall(r'<option value="(\w+)"', page)
    assert offered == [role.value for role in OFFERED]
    assert (rows_on(page), link_on(page)) == ([], "")


def test_make_shows_link_and_code_to_this_browser_only(
    site: Site, host: FlaskClient, contest: str
) -> None:
    set_ways_in(site.app, WaysIn(FakeWayIn(), PUBLIC_URL))
    link = hand_out(host, contest)
    assert re.fullmatch(rf"{PUBLIC_URL}/role/[\w-]{{32}}", link)
    again = host.get(roles(contest)).text
    assert (link_on(again), 'src="data:image/svg+xml' in again) == (link, True)
    other = site.app.test_client()
    other.get(site.link())
    page = other.get(roles(contest)).text
    assert (link_on(page), link.rsplit("/", 1)[1] in page) == ("", False)
    assert rows_on(page) == rows_on(again)


def test_make_another_replaces_the_link(host: FlaskClient, contest: str) -> None:
    first, second = hand_out(host, contest), hand_out(host, contest)
    assert first != second
    assert first not in host.get(roles(contest)).text


def test_link_of_one_contest_is_not_shown_at_another(
    site: Site, host: FlaskClient, contest: str
) -> None:
    hand_out(host, contest)
    other = site.runners.create(plan(), owner=1)
    page = host.get(roles(other)).text
    assert (link_on(page), rows_on(page)) == ("", [])


def test_link_taken_up_or_taken_back_is_not_shown_any_more(
    site: Site, host: FlaskClient, contest: str
) -> None:
    take_up(site, hand_out(host, contest))
    assert link_on(host.get(roles(contest)).text) == ""
    hand_out(host, contest)
    site.grants.revoke(contest, site.grants.of(contest)[0].id)
    assert link_on(host.get(roles(contest)).text) == ""


@pytest.mark.parametrize(
    "form",
    [
        {"role": "prompter", "who": ""},
        {"role": "prompter", "who": "\u202e"},
        {"role": "prompter", "who": "x" * 41},
        {"role": "host", "who": "Cô Hà"},
        {"role": "", "who": "Cô Hà"},
        {},
    ],
)
def test_make_without_a_role_or_a_name_is_told_so(
    site: Site, host: FlaskClient, contest: str, form: dict[str, str]
) -> None:
    answer = host.post(roles(contest), data=form)
    assert (answer.status_code, 'class="field-error"' in answer.text) == (422, True)
    assert site.grants.of(contest) == ()


def test_list_says_what_became_of_each_the_ended_last(
    site: Site, host: FlaskClient, contest: str
) -> None:
    hand_out(host, contest, who="Một")
    site.grants.revoke(contest, site.grants.of(contest)[0].id)
    take_up(site, hand_out(host, contest, "projector", "Hai"))
    take_up(site, hand_out(host, contest, "cohost", "<b>Ba</b>"))
    site.connected.add(f"grant:{site.grants.of(contest)[0].id}")
    hand_out(host, contest, who="Bốn")
    found = rows_on(host.get(roles(contest)).text)
    states = [
        (who, role, re.sub(r"(lúc|đến) [\d:]+ [\d/]+", r"\1 …", was)) for who, role, was, _ in found
    ]
    assert states == [
        ("Bốn", "MC", "Chưa ai nhận, còn hạn đến …"),
        ("&lt;b&gt;Ba&lt;/b&gt;", "Người dẫn thứ hai", "Đã nhận lúc … Đang kết nối"),
        ("Hai", "Máy chiếu", "Đã nhận lúc … Không kết nối"),
        ("Một", "MC", "Đã thu hồi lúc …"),
    ]
    assert [button for *_, button in found] == ["Thu hồi", "Thu hồi", "Thu hồi", ""]


def test_list_says_that_a_link_ran_out(
    host: FlaskClient, site: Site, contest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_out(host, contest)
    monkeypatch.setattr("tests.web.conftest.NOW", NOW + 2 * 24 * 60 * 60 * 1000)
    page = host.get(roles(contest)).text
    assert (rows_on(page)[0][2][:10], rows_on(page)[0][3], link_on(page)) == ("Đã hết hạn", "", "")


def test_revoke_ends_the_role(site: Site, host: FlaskClient, contest: str) -> None:
    holder = take_up(site, hand_out(host, contest))
    page = f"/host/contests/{contest}/prompter"
    assert holder.get(page).status_code == 200
    number = site.grants.of(contest)[0].id
    answer = host.post(f"{roles(contest)}/{number}/revoke")
    assert (answer.status_code, answer.location) == (303, roles(contest))
    assert holder.get(page).status_code == 403


@pytest.mark.parametrize("number", ["1", "99", "x", "9" * 40])
def test_revoke_what_is_not_of_this_contest_is_not_found(
    site: Site, host: FlaskClient, contest: str, number: str
) -> None:
    hand_out(host, contest)
    other = site.runners.create(plan(), owner=1)
    assert host.post(f"{roles(other)}/{number}/revoke").status_code == 404
    assert site.grants.of(contest)[0].revoked_at is None


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_contest_that_is_not_there_is_not_found(host: FlaskClient, method: str) -> None:
    form = {"role": "prompter", "who": "Cô Hà"} if method == "POST" else None
    assert host.open(roles("gone"), method=method, data=form).status_code == 404


def test_role_handed_out_cannot_hand_out_others(
    site: Site, host: FlaskClient, contest: str
) -> None:
    cohost = take_up(site, hand_out(host, contest, "cohost"))
    assert cohost.get(f"/host/contests/{contest}").status_code == 200
    assert roles(contest) not in cohost.get(f"/host/contests/{contest}").text
    assert cohost.get(roles(contest)).status_code == 302
    assert cohost.post(roles(contest), data={"role": "cohost", "who": "x"}).status_code == 302
    assert [grant.role for grant in site.grants.of(contest)] == [Role.COHOST]


def test_console_and_list_lead_to_the_page(host: FlaskClient, contest: str) -> None:
    assert f'href="{roles(contest)}"' in host.get("/host/").text
    assert f'"roles": "{roles(contest)}"' in host.get(f"/host/contests/{contest}").text


def test_prompters_page_holds_no_question(site: Site, host: FlaskClient, contest: str) -> None:
    holder = take_up(site, hand_out(host, contest))
    questions = site.runners.runner(contest).contest.plan.rounds[0].questions
    page = holder.get(f"/host/contests/{contest}/prompter").text
    assert [each.text for each in questions if each.text in page] == []


def test_grant_whose_name_was_erased_is_listed(
    site: Site, host: FlaskClient, contest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_out(host, contest)
    nameless = Grant(9, contest, "prompter", "", 1, NOW, NOW + 1)
    monkeypatch.setattr(site.grants, "of", lambda _: (nameless,))
    assert rows_on(host.get(roles(contest)).text)[0][0] == "(đã xóa tên)"
