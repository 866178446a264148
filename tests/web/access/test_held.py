"""The cookie of a browser that goes from contest to contest."""

import secrets

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from quiz.store.personal import SqlitePersonalData
from quiz.store.schema.tables import contests as contests_table
from quiz.web.access import held
from quiz.web.projector.projector_page import link
from tests.core.builders import plan
from tests.web.conftest import Site

LARGEST = 4096
"""Bytes of a cookie, its name included, that every browser keeps."""


def cookie_size(browser: FlaskClient) -> int:
    cookie = browser.get_cookie("session")
    assert cookie is not None
    return len("rung_chuong_vang=") + len(cookie.value)


def made(site: Site, count: int) -> list[str]:
    return [site.runners.create(plan(), owner=1) for _ in range(count)]


def join(site: Site, browser: FlaskClient, contest_id: str) -> None:
    form = {"pin": site.runners.pin(contest_id), "name": "An", "team": "Đỏ"}
    assert browser.post("/join", data=form).status_code == 303


def seats_that_open(browser: FlaskClient, contests: list[str]) -> list[str]:
    return [each for each in contests if browser.get(f"/play/{each}").status_code == 200]


def show(site: Site, browser: FlaskClient, contest_id: str) -> None:
    with site.app.test_request_context():
        path = link(contest_id)
    assert browser.get(path).location == f"/projector/{contest_id}"


def test_sixty_contests_in_one_browser_leave_a_small_cookie_and_the_newest_seats(
    site: Site,
) -> None:
    browser, contests = site.app.test_client(), made(site, 60)
    for contest_id in contests:
        join(site, browser, contest_id)
        assert browser.get(f"/play/{contest_id}").status_code == 200
        assert cookie_size(browser) < LARGEST
    assert seats_that_open(browser, contests) == contests[-held.MOST :]


def test_cookie_with_everything_in_it_stays_small(site: Site) -> None:
    browser, contests = site.app.test_client(), made(site, 20)
    browser.get(site.link())
    for contest_id in contests:
        join(site, browser, contest_id)
        show(site, browser, contest_id)
    with browser.session_transaction() as session:
        session["guesser"], session["ticket"] = secrets.token_hex(8), secrets.token_hex(16)
        session["known"] = "".join(chr(0x1EA0 + each) for each in range(64))
        session["lang"] = "en"
    assert cookie_size(browser) < LARGEST


def test_seat_taken_again_is_the_newest(site: Site) -> None:
    browser, contests = site.app.test_client(), made(site, held.MOST + 1)
    for contest_id in contests[:-1]:
        join(site, browser, contest_id)
    show(site, browser, contests[0])
    join(site, browser, contests[-1])
    assert seats_that_open(browser, contests) == [contests[0], *contests[2:]]


def test_contest_that_is_gone_is_forgotten(site: Site) -> None:
    browser, (gone, there, new) = site.app.test_client(), made(site, 3)
    for contest_id in (gone, there):
        join(site, browser, contest_id)
        show(site, browser, contest_id)
    with site.runners.closed(gone):
        SqlitePersonalData(site.database).delete(gone)
    join(site, browser, new)
    with browser.session_transaction() as session:
        found = {part: sorted(session.get(part, [])) for part in held.CONTESTS}
    assert found == {
        "seats": sorted([there, new]),
        "projectors": [there],
        "grants": [],
        "recent": sorted([there, new]),
    }


@pytest.mark.parametrize("age", [0, 1])
def test_contest_that_is_over_for_long_is_forgotten(
    site: Site, monkeypatch: pytest.MonkeyPatch, age: int
) -> None:
    browser, (over, going, new) = site.app.test_client(), made(site, 3)
    for contest_id in (over, going):
        join(site, browser, contest_id)
    with site.database.writing() as connection:
        connection.execute(
            update(contests_table).where(contests_table.c.id == over).values(stage="finished")
        )
    created = next(row.created_at for row in site.runners.listing() if row.id == over)
    now = created + held.LONG_MS + age
    monkeypatch.setattr("tests.web.conftest.NOW", now)
    join(site, browser, new)
    kept = [over, going, new] if age == 0 else [going, new]
    assert seats_that_open(browser, [over, going, new]) == kept


def test_cookie_from_before_keeps_what_it_held(site: Site) -> None:
    """Contests were not put in order once."""
    browser, contests = site.app.test_client(), made(site, 3)
    for contest_id in contests[:2]:
        join(site, browser, contest_id)
    with browser.session_transaction() as session:
        del session["recent"]
    join(site, browser, contests[2])
    assert seats_that_open(browser, contests) == contests


def test_signing_in_keeps_the_order(site: Site) -> None:
    browser, contests = site.app.test_client(), made(site, held.MOST)
    for contest_id in contests:
        join(site, browser, contest_id)
    browser.get(site.link())
    for contest_id in made(site, 2):
        join(site, browser, contest_id)
    assert seats_that_open(browser, contests) == contests[2:]
