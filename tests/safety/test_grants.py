"""Links that give a role: not to be guessed, spent once, of one contest, taken back at once."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quiz.service.people.grants import HELD_MS, LINK_MS, OFFERED
from quiz.service.people.roles import Role
from tests.core.builders import plan
from tests.safety.conftest import Venue
from tests.safety.rights import EVENTS, PAGES
from tests.safety.test_cookies import form_token
from tests.safety.test_roles import SENT, opened

LEADS = {
    Role.COHOST: "/host/contests/{}",
    Role.PROMPTER: "/host/contests/{}/prompter",
    Role.PROJECTOR: "/projector/{}",
}
SOCKETS = {Role.COHOST: "/host", Role.PROMPTER: "/host", Role.PROJECTOR: "/projector"}


def link(venue: Venue, role: Role = Role.PROMPTER) -> str:
    _, token = venue.app.grants.make(venue.id, role, "Hà", venue.accounts[Role.HOST].id)
    return f"/role/{token}"


def press(browser: FlaskClient, path: str) -> int:
    """Open the link and press its button; the code of the last answer."""
    page = browser.get(path)
    if page.status_code != 200:
        return page.status_code
    return browser.post(path, data={"csrf_token": form_token(page.text)}).status_code


def session_cookie(browser: FlaskClient) -> str:
    cookie = browser.get_cookie("rung_chuong_vang")
    assert cookie is not None
    return cookie.value


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Venue]:
    """One venue for all that changes nothing."""
    made = Venue(tmp_path_factory.mktemp("grants"), plan(3))
    yield made
    made.app.close()


@pytest.mark.parametrize("role", OFFERED)
def test_link_leads_to_the_page_of_its_role(venue: Venue, role: Role) -> None:
    browser, path = venue.browser(), link(venue, role)
    page = browser.get(path)
    answer = browser.post(path, data={"csrf_token": form_token(page.text)})
    assert (answer.status_code, answer.location) == (303, LEADS[role].format(venue.id))
    assert browser.get(answer.location).status_code == 200
    assert venue.socket(SOCKETS[role], session_cookie(browser)).is_connected(SOCKETS[role])


def test_opening_a_link_spends_nothing(venue: Venue) -> None:
    path = link(venue)
    for method in ("GET", "HEAD", "OPTIONS", "GET"):
        assert venue.browser().open(path, method=method).status_code == 200
    assert press(venue.browser(), path) == 303


def test_link_pressed_without_the_pages_token_spends_nothing(venue: Venue) -> None:
    path = link(venue)
    assert venue.browser().post(path).status_code == 400
    assert press(venue.browser(), path) == 303


def test_link_is_spent_once(venue: Venue) -> None:
    first, second, path = venue.browser(), venue.browser(), link(venue)
    waiting = second.get(path)
    assert press(first, path) == 303
    late = second.post(path, data={"csrf_token": form_token(waiting.text)})
    assert (late.status_code, second.get(path).status_code) == (410, 410)
    assert second.get(f"/host/contests/{venue.id}/prompter").status_code == 302
    # Who took it up may come back by the same link.
    assert first.get(path).location == f"/host/contests/{venue.id}/prompter"


def test_of_many_who_press_at_once_one_gets_the_role(venue: Venue) -> None:
    token = link(venue).removeprefix("/role/")
    start, got = threading.Barrier(8), []

    def take_up() -> None:
        start.wait()
        got.append(venue.app.grants.take_up(token))

    threads = [threading.Thread(target=take_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(held is not None for held in got) == 1


def test_links_have_192_bits_and_none_is_like_another(venue: Venue) -> None:
    tokens = [link(venue).removeprefix("/role/") for _ in range(100)]
    assert {len(token) for token in tokens} == {32}
    assert len({token[:8] for token in tokens}) == 100


@pytest.mark.parametrize("path", ["/role/x", "/role/1", "/role/" + "A" * 32, "/role/" + "%00" * 32])
def test_link_that_was_never_made_opens_nothing(venue: Venue, path: str) -> None:
    link(venue)
    assert press(venue.browser(), path) == 410


def test_no_token_and_no_secret_is_in_the_data_folder(venue: Venue, tmp_path: Path) -> None:
    token = link(venue).removeprefix("/role/")
    held = venue.app.grants.take_up(token)
    assert held is not None
    stored = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert [word for word in (token, held.secret) if word.encode() in stored] == []
    assert "Hà".encode() in stored


@pytest.mark.parametrize("role", OFFERED)
def test_role_taken_back_is_gone_at_once_from_sockets_and_pages(venue: Venue, role: Role) -> None:
    session = venue.granted(role)
    cookie, namespace = venue.signed(session), SOCKETS[role]
    client, page = venue.socket(namespace, cookie), LEADS[role].format(venue.id)
    assert (client.is_connected(namespace), venue.browser(cookie).get(page).status_code) == (
        True,
        200,
    )
    venue.app.grants.revoke(venue.id, session["grants"][0][1])
    assert not client.is_connected(namespace)
    assert not venue.socket(namespace, cookie).is_connected(namespace)
    answer = venue.browser(cookie).get(page)
    assert answer.status_code == 403
    assert "Vai đã kết thúc" in answer.text


def test_role_taken_back_leaves_the_lesser_one_and_no_act(venue: Venue) -> None:
    """A console whose co-host was taken back must not act on as the prompter it also is."""
    held = [venue.granted(role)["grants"][0] for role in (Role.COHOST, Role.PROMPTER)]
    cookie = venue.signed({"grants": held})
    client = venue.socket("/host", cookie)
    venue.app.grants.revoke(venue.id, held[0][1])
    assert not client.is_connected("/host")
    again = venue.socket("/host", cookie)
    assert again.is_connected("/host")
    assert again.emit("act", {}, namespace="/host", callback=True)["code"] == "not_allowed"


def test_link_taken_back_before_it_was_taken_up_opens_nothing(venue: Venue) -> None:
    path = link(venue)
    venue.app.grants.revoke(venue.id, venue.app.grants.of(venue.id)[0].id)
    assert press(venue.browser(), path) == 410


def test_taking_back_one_role_leaves_the_others(venue: Venue) -> None:
    mine, theirs = venue.granted(Role.PROMPTER), venue.granted(Role.PROMPTER)
    clients = [venue.socket("/host", venue.signed(session)) for session in (mine, theirs)]
    venue.app.grants.revoke(venue.id, mine["grants"][0][1])
    assert [client.is_connected("/host") for client in clients] == [False, True]


@pytest.mark.parametrize("age", [0, 1])
def test_link_runs_out_after_a_day(venue: Venue, monkeypatch: pytest.MonkeyPatch, age: int) -> None:
    path = link(venue)
    then = venue.app.grants.of(venue.id)[0].made_at + LINK_MS + age
    monkeypatch.setattr(type(venue.app.clock), "now", lambda _: then)
    assert press(venue.browser(), path) == (303 if age == 0 else 410)


@pytest.mark.parametrize("age", [0, 1])
def test_role_runs_out_after_a_week(
    venue: Venue, monkeypatch: pytest.MonkeyPatch, age: int
) -> None:
    cookie = venue.signed(venue.granted(Role.PROMPTER))
    spent_at = venue.app.grants.of(venue.id)[0].spent_at
    assert spent_at is not None
    monkeypatch.setattr(type(venue.app.clock), "now", lambda _: spent_at + HELD_MS + age)
    page = venue.browser(cookie).get(f"/host/contests/{venue.id}/prompter")
    assert page.status_code == (200 if age == 0 else 403)


def test_grant_needs_the_secret_of_its_holder(venue: Venue) -> None:
    (contest_id, number, secret), (_, other, _) = (
        venue.granted(role)["grants"][0] for role in (Role.PROMPTER, Role.COHOST)
    )
    path = link(venue)
    token = path.removeprefix("/role/")
    for grant in ([contest_id, other, secret], [contest_id, number, token], [contest_id, 99, ""]):
        cookie = venue.signed({"grants": [grant]})
        assert venue.browser(cookie).get(f"/host/contests/{venue.id}/prompter").status_code == 403
        assert not venue.socket("/host", cookie).is_connected("/host")


@pytest.mark.parametrize("endpoint", PAGES)
def test_granted_projector_opens_what_a_projector_may(long: Venue, endpoint: str) -> None:
    cookie = long.signed(long.granted(Role.PROJECTOR))
    assert opened(long, endpoint, cookie) is (Role.PROJECTOR in PAGES[endpoint])


@pytest.mark.parametrize(("namespace", "event"), SENT)
def test_granted_projector_sends_what_a_projector_may(
    long: Venue, namespace: str, event: str
) -> None:
    client = long.socket(namespace, long.signed(long.granted(Role.PROJECTOR)))
    assert client.is_connected(namespace) is (Role.PROJECTOR in EVENTS[namespace]["connect"])
    server = long.app.flask.extensions["socketio"].server
    server._handle_eio_message(client.eio_sid, f'2{namespace},7["{event}",{{}}]')
    refused = ("unknown_event", "not_allowed")
    answered = client.acks is not None and client.acks["args"][0].get("code") not in refused
    assert answered is (Role.PROJECTOR in EVENTS[namespace][event] and event != "connect")


@pytest.fixture(scope="module")
def elsewhere(long: Venue) -> Iterator[dict[Role, str]]:
    """Cookies of roles in one contest, while the venue's contest is another."""
    cookies = {role: long.signed(long.granted(role)) for role in OFFERED}
    here, long.id = long.id, long.app.runners.create(plan(3), owner=1)
    yield cookies
    long.id = here


@pytest.mark.parametrize("role", OFFERED)
@pytest.mark.parametrize("endpoint", PAGES)
def test_role_opens_nothing_of_another_contest(
    long: Venue, elsewhere: dict[Role, str], endpoint: str, role: Role
) -> None:
    assert opened(long, endpoint, elsewhere[role]) is (Role.NOBODY in PAGES[endpoint])


@pytest.mark.parametrize("role", OFFERED)
@pytest.mark.parametrize("namespace", EVENTS)
def test_role_connects_to_no_other_contest(
    long: Venue, elsewhere: dict[Role, str], namespace: str, role: Role
) -> None:
    assert not long.socket(namespace, elsewhere[role]).is_connected(namespace)


def test_grant_that_names_another_contest_in_the_cookie_opens_neither(
    long: Venue, elsewhere: dict[Role, str]
) -> None:
    """The server's own row says which contest it is for, whatever the cookie does."""
    other = long.app.runners.create(plan(3), owner=1)
    _, token = long.app.grants.make(other, Role.COHOST, "Hà", 1)
    held = long.app.grants.take_up(token)
    assert held is not None
    cookie = long.signed({"grants": [[long.id, held.grant.id, held.secret]]})
    for contest_id in (long.id, other):
        assert long.browser(cookie).get(f"/host/contests/{contest_id}").status_code != 200
    assert not long.socket("/host", cookie).is_connected("/host")
