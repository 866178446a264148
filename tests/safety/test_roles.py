"""Every page and every event, tried by every role and with every cookie that is not good."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import itsdangerous
import pytest
from flask import Blueprint, Flask
from werkzeug.routing import Rule

from quiz.app import create_app
from quiz.config import Config
from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.commands import Join, RemoveContestant
from quiz.declared_roles import HOSTS, Undeclared
from quiz.live.messages import EmptyMessage, message
from quiz.live.namespace import Namespace
from quiz.live.namespaces import events
from quiz.service.people.roles import Role
from quiz.web.access.entitled import pages_of
from quiz.web.access.signing import Signer
from quiz.web.frame.site import add_frame
from tests.core.builders import whose
from tests.safety.conftest import ELSEWHERE, Venue, arguments
from tests.safety.rights import EVENTS, HERE, PAGES

VALUES = {"pin": "123456", "token": "x", "filename": "x"}
SENT = [(namespace, event) for namespace, events in EVENTS.items() for event in events]
EIGHT_DAYS_S = 8 * 24 * 60 * 60


def opened(venue: Venue, endpoint: str, cookie: str, peer: str = ELSEWHERE) -> bool:
    """Whether this cookie gets as far as the page itself."""
    flask = venue.app.flask
    flask.config["WTF_CSRF_ENABLED"] = False
    flask.view_functions[endpoint] = lambda **_: "the page itself"
    rule = next(rule for rule in flask.url_map.iter_rules() if rule.endpoint == endpoint)
    values = arguments(rule, venue.id)
    values |= {name: text for name, text in VALUES.items() if name in values}
    with flask.test_request_context():
        path = rule.build(values)
    assert path is not None
    method = "POST" if "GET" not in (rule.methods or ()) else "GET"
    return venue.browser(cookie, peer).open(path[1], method=method).text == "the page itself"


def test_pages_served_declare_the_roles_expected(venue: Venue) -> None:
    assert pages_of(venue.app.flask) == PAGES
    rules = venue.app.flask.url_map.iter_rules()
    assert {rule.endpoint for rule in rules if not rule.build_only} == set(PAGES)


def test_messages_heard_declare_the_roles_expected() -> None:
    assert events() == EVENTS


def test_page_without_roles_is_refused_when_it_is_added(venue: Venue) -> None:
    pages = Blueprint("forgotten", __name__)
    pages.get("/forgotten")(lambda: "the page itself")
    venue.app.flask._got_first_request = False
    with pytest.raises(Undeclared):
        venue.app.flask.register_blueprint(pages)


@pytest.mark.parametrize("roles", [None, frozenset(), frozenset({"king"}), "host", {Role.HOST}])
def test_roles_that_are_none_are_refused(venue: Venue, roles: object) -> None:
    venue.app.flask._got_first_request = False
    with pytest.raises(Undeclared):
        venue.app.flask.add_url_rule("/forgotten", "forgotten", lambda: "", roles=roles)
    with pytest.raises(Undeclared):
        message("forgotten", roles, EmptyMessage, {}, "")  # type: ignore[arg-type]


def test_server_does_not_start_with_a_page_that_came_in_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_one_more(app: Flask) -> None:
        add_frame(app)
        app.url_map.add(Rule("/forgotten", endpoint="forgotten"))

    monkeypatch.setattr("quiz.app.add_frame", with_one_more)
    with pytest.raises(Undeclared):
        create_app(Config(data=tmp_path, secret="tests only"), "threading")


def test_message_without_roles_is_refused_when_it_is_defined() -> None:
    with pytest.raises(TypeError):
        message("forgotten", shape=EmptyMessage, replied={}, words="")  # type: ignore[call-arg]


def test_namespace_without_roles_is_refused_when_it_is_defined() -> None:
    with pytest.raises(Undeclared):
        type("Forgotten", (Namespace,), {"name": "/forgotten"})


def test_message_is_heard_by_its_own_namespace_only() -> None:
    class Added(Namespace):
        name = "/added"
        admits = HOSTS

        @message("added", HOSTS, EmptyMessage, {}, "")
        def _added(self) -> None: ...

    assert list(Added.hears) == ["added", "clock", "resync"]
    assert "added" not in Namespace.__subclasses__()[0].hears


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("endpoint", PAGES)
def test_page_opens_for_the_roles_declared_and_no_other(
    venue: Venue, endpoint: str, role: Role
) -> None:
    cookie = venue.signed(venue.session(role))
    assert opened(venue, endpoint, cookie) is (role in PAGES[endpoint])


@pytest.mark.parametrize("endpoint", PAGES)
def test_page_opens_to_a_program_on_the_servers_machine_where_it_is_declared(
    venue: Venue, endpoint: str
) -> None:
    expected = endpoint in HERE or Role.NOBODY in PAGES[endpoint]
    assert opened(venue, endpoint, "", peer="127.0.0.1") is expected


def test_page_not_declared_is_closed_to_the_host(venue: Venue) -> None:
    flask = venue.app.flask
    flask.view_functions["forgotten"] = lambda: "the page itself"
    flask.url_map.add(Rule("/forgotten", endpoint="forgotten"))
    cookie = venue.signed(venue.session(Role.HOST))
    assert venue.browser(cookie).get("/forgotten").status_code == 403


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("namespace", EVENTS)
def test_namespace_lets_in_the_roles_declared_and_no_other(
    venue: Venue, namespace: str, role: Role
) -> None:
    client = venue.socket(namespace, venue.signed(venue.session(role)))
    assert client.is_connected(namespace) is (role in EVENTS[namespace]["connect"])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("namespace", "event"), SENT)
def test_event_is_heard_from_the_roles_declared_and_no_other(
    venue: Venue, namespace: str, event: str, role: Role
) -> None:
    client = venue.socket(namespace, venue.signed(venue.session(role)))
    server = venue.app.flask.extensions["socketio"].server
    before = venue.runner.contest.version
    server._handle_eio_message(client.eio_sid, f'2{namespace},7["{event}",{{}}]')
    refused = ("unknown_event", "not_allowed")
    answered = client.acks is not None and client.acks["args"][0].get("code") not in refused
    expected = role in EVENTS[namespace][event] and event != "connect"
    assert (answered, venue.runner.contest.version) == (expected, before)


@pytest.mark.parametrize("entered", EVENTS)
@pytest.mark.parametrize(("namespace", "event"), SENT)
def test_event_of_a_namespace_not_entered_is_not_heard(
    venue: Venue, entered: str, namespace: str, event: str
) -> None:
    """A phone with a seat speaks to the host's namespace, and so on."""
    if entered == namespace:
        entered = next(other for other in EVENTS if other != namespace)
    role = min(EVENTS[entered]["connect"])
    client = venue.socket(entered, venue.signed(venue.session(role)))
    server = venue.app.flask.extensions["socketio"].server
    server._handle_eio_message(client.eio_sid, f'2{namespace},7["{event}",{{}}]')
    assert client.acks is None


def forged(venue: Venue, session: Mapping[str, Any]) -> str:
    other = Flask("other")
    other.secret_key = "another key"
    serializer = other.session_interface.get_signing_serializer(other)  # type: ignore[attr-defined]
    cookie: str = serializer.dumps(dict(session))
    return cookie


def changed(venue: Venue, session: Mapping[str, Any]) -> str:
    """The payload of one cookie with the signature of another."""
    return venue.signed(session).split(".")[0] + "." + venue.signed({}).split(".", 1)[1]


def unsigned(venue: Venue, session: Mapping[str, Any]) -> str:
    return venue.signed(session).split(".")[0]


def expired(venue: Venue, session: Mapping[str, Any]) -> str:
    with pytest.MonkeyPatch.context() as patch:
        past = int(time.time()) - EIGHT_DAYS_S
        patch.setattr(Signer, "get_timestamp", lambda _: past)
        return venue.signed(session)


BAD_COOKIES = [forged, changed, unsigned, expired]
Spoil = Callable[[Venue, Mapping[str, Any]], str]


@pytest.mark.parametrize("spoil", BAD_COOKIES)
@pytest.mark.parametrize("endpoint", PAGES)
def test_page_takes_a_bad_cookie_for_nobody(venue: Venue, endpoint: str, spoil: Spoil) -> None:
    role = min(PAGES[endpoint] - {Role.NOBODY})
    cookie = spoil(venue, venue.session(role))
    assert opened(venue, endpoint, cookie) is (Role.NOBODY in PAGES[endpoint])


@pytest.mark.parametrize("spoil", BAD_COOKIES)
@pytest.mark.parametrize("namespace", EVENTS)
def test_namespace_refuses_a_bad_cookie(venue: Venue, namespace: str, spoil: Spoil) -> None:
    role = min(EVENTS[namespace]["connect"])
    client = venue.socket(namespace, spoil(venue, venue.session(role)))
    assert not client.is_connected(namespace)


def test_cookie_replayed_after_signing_out_opens_nothing(venue: Venue) -> None:
    venue.app.flask.config["WTF_CSRF_ENABLED"] = False
    browser = venue.browser()
    token = venue.app.accounts.link(venue.accounts[Role.HOST].id, venue.app.clock.now())
    browser.get(f"/host/enter/{token}")
    cookie = browser.get_cookie("rung_chuong_vang")
    assert cookie is not None
    assert venue.browser(cookie.value).get("/host/").status_code == 200
    browser.post("/host/logout")
    assert venue.browser(cookie.value).get("/host/").status_code == 302
    assert not venue.socket("/host", cookie.value).is_connected("/host")


def test_cookie_replayed_after_the_seat_was_taken_away_opens_nothing(venue: Venue) -> None:
    cookie = venue.signed(venue.session(Role.CONTESTANT))
    act = RemoveContestant(venue.runner.contest.acted, venue.number)
    venue.runner.submit(act, "removed-now", venue.app.clock.now(), whose(act))
    assert venue.browser(cookie).get(f"/play/{venue.id}").location == f"/j/{venue.pin}"
    assert not venue.socket("/play", cookie).is_connected("/play")


@pytest.mark.parametrize("secret", ["", "another", None, ["the secret"]])
def test_seat_of_a_number_given_twice_opens_for_its_own_cookie_only(
    venue: Venue, secret: object
) -> None:
    """As after a back-up was restored: a cookie from before names a number given again since."""
    joined = venue.runner.submit(
        Join("Bình", "Đỏ", "the secret"), "joined", venue.app.clock.now(), NEWCOMER
    )
    page = f"/play/{venue.id}"
    for held, opens in ((secret, False), ("the secret", True)):
        cookie = venue.signed({"seats": {venue.id: [joined.number, held]}})
        assert (venue.browser(cookie).get(page).status_code == 200) is opens
        assert venue.socket("/play", cookie).is_connected("/play") is opens


def test_joining_gives_a_secret_of_ones_own(venue: Venue) -> None:
    venue.app.flask.config["WTF_CSRF_ENABLED"] = False
    held = []
    for name in ("Bình", "Cúc"):
        browser = venue.browser()
        form = {"pin": venue.pin, "name": name, "team": "Đỏ"}
        assert browser.post("/join", data=form).status_code == 303
        with browser.session_transaction() as session:
            held.append(session["seats"][venue.id])
    people = venue.runner.contest.contestants
    assert [(number, person.secret) for number, person in people.items()][1:] == [
        (number, secret) for number, secret in held
    ]
    assert len({secret for _, secret in held}) == 2


def test_one_time_link_replayed_opens_nothing(venue: Venue) -> None:
    token = venue.app.accounts.link(venue.accounts[Role.HOST].id, venue.app.clock.now())
    assert venue.browser().get(f"/host/enter/{token}").status_code == 302
    again = venue.browser()
    assert again.get(f"/host/enter/{token}").status_code == 410
    assert again.get("/host/").status_code == 302


def test_one_time_link_expires(venue: Venue) -> None:
    long_ago = venue.app.clock.now() - 16 * 60 * 1000
    token = venue.app.accounts.link(venue.accounts[Role.HOST].id, long_ago)
    assert venue.browser().get(f"/host/enter/{token}").status_code == 410


@pytest.mark.parametrize("spoil", ["forged", "expired"])
def test_projectors_link_that_is_not_good_opens_nothing(venue: Venue, spoil: str) -> None:
    key = "another key" if spoil == "forged" else "tests only"
    past = int(time.time()) - 2 * 24 * 60 * 60
    with pytest.MonkeyPatch.context() as patch:
        if spoil == "expired":
            patch.setattr(Signer, "get_timestamp", lambda _: past)
        signing = itsdangerous.URLSafeTimedSerializer(key, salt="projector", signer=Signer)
        token = signing.dumps(venue.id)
    browser = venue.browser()
    assert browser.get(f"/projector/enter/{token}").status_code == 404
    assert browser.get(f"/projector/{venue.id}").status_code == 302
