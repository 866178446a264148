"""Floods in their short form: the contest beside them goes on, and the host gets in."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import websocket

from quiz.config import DRIVERS
from quiz.transport.limits import RESERVED_FILES, SPARE
from tests.safety.connection_floods import HalfOpen, Polling
from tests.safety.floods import (
    FLOODS,
    Flood,
    Reopening,
    bare_sockets,
    passwords,
    seats_of,
    slow_readers,
    target_of,
    wrong_pins,
)
from tests.safety.hall import Hall
from tests.safety.wires import Browser

MOST = 6


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = Hall(tmp_path_factory.mktemp("floods"))
    yield made
    made.close()


@pytest.mark.parametrize("flood", FLOODS, ids=lambda flood: flood.__name__)
def test_contest_goes_on_beside_a_flood(hall: Hall, flood: Flood) -> None:
    size, _ = FLOODS[flood]
    outcome = flood(target_of(hall, seats_of(flood, size)), size)
    hall.goes_on()
    if flood in (bare_sockets, slow_readers):
        assert outcome == f"{size} of {size} closed"


def test_right_pin_lets_in_after_a_flood_of_wrong_ones(hall: Hall) -> None:
    wrong_pins(target_of(hall), 400)
    assert hall.seat("Người đến sau")


def test_one_time_link_lets_the_host_in_while_passwords_are_guessed(hall: Hall) -> None:
    assert "429" in passwords(target_of(hall), 12)
    browser = Browser(hall.url)
    path = hall.server.link.removeprefix(hall.url)
    assert browser.get(path[path.index("/host/") :]).status_code == 302
    assert browser.get("/host/").status_code == 200
    browser.close()


@pytest.mark.parametrize(("driver", "files_each"), [("eventlet", 1), ("gevent", 2)])
def test_half_open_connections_leave_room_for_host_and_projector(
    tmp_path: Path, driver: str, files_each: int
) -> None:
    house = Hall(tmp_path, driver=driver, files=RESERVED_FILES + 70 * files_each)
    attack = HalfOpen(target_of(house), 70 + SPARE + 80)
    host = Browser(house.url)
    path = house.server.link.removeprefix(house.url)
    assert host.get(path[path.index("/host/") :]).status_code == 302
    pages = (
        "/host/",
        f"/host/contests/{house.staged.contest}",
        f"/projector/{house.staged.contest}",
    )
    for page in pages * 3:
        fresh = Browser(house.url)
        fresh.carry(host)
        assert fresh.get(page).status_code == 200
        fresh.close()
    host.close()
    house.goes_on()
    assert attack.first_closed.wait(30)
    attack.stop()
    house.close()


@pytest.mark.parametrize("driver", DRIVERS)
def test_all_phones_come_back_while_bare_sockets_hold_every_place(
    tmp_path: Path, driver: str
) -> None:
    house = Hall(tmp_path, phones=3, most=30, driver=driver)
    seats = [house.seat(f"Người về {number}") for number in range(20)]
    attack = Reopening(target_of(house), 60)
    assert attack.is_full.wait(30)
    back = [house.phone(seat) for seat in seats]
    assert [phone.closed.is_set() for phone in back] == [False] * 20
    house.goes_on()
    attack.stop()
    house.close()


def test_full_house_lets_in_host_projector_and_phones_and_no_stranger(tmp_path: Path) -> None:
    full = Hall(tmp_path, phones=3, most=MOST)
    crowd = []
    with suppress(websocket.WebSocketBadStatusException):
        for _ in range(MOST * 2):
            crowd.append(full.socket())
            assert crowd[-1].enter("/play", full.staged.contest) is False
    assert len(crowd) < MOST
    with pytest.raises(websocket.WebSocketBadStatusException):
        full.socket()
    full.phones.append(full.phone(full.attacker))
    projector = full.socket(full.cookie)
    assert projector.enter("/projector", full.staged.contest)
    full.goes_on()
    full.close()


@pytest.mark.parametrize("driver", DRIVERS)
def test_answers_are_heard_while_one_connection_never_stops_asking(
    tmp_path: Path, driver: str
) -> None:
    """For what is refused before a page is made, far beyond what one connection may ask."""
    house = Hall(tmp_path, driver=driver)
    never_stops = Polling(target_of(house))
    assert never_stops.is_beyond_its_budget.wait(30)
    assert [house.answer(option) for option in (1, 2, 3)] == [True] * 3
    assert never_stops.is_asking
    never_stops.stop()
    house.close()
