"""The machine's clock is set in the middle of a contest: everything goes on as if nothing was."""

from pathlib import Path

import pytest

from quiz.config import DRIVERS
from tests.e2e.conftest import Serve
from tests.e2e.contest import golden_bell
from tests.safety.wires import Browser, Socket

HOUR_S = 3600


class Wall:
    """The wall clock of servers that are started from now on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._file = folder / "set-by"
        self.set_by(0)
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).with_name("wall")))
        monkeypatch.setenv("WALL_SET_BY_S", str(self._file))

    def set_by(self, seconds: int) -> None:
        draft = self._file.with_suffix(".new")
        draft.write_text(str(seconds), encoding="ascii")
        draft.replace(self._file)


@pytest.fixture
def wall(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Wall:
    return Wall(tmp_path_factory.mktemp("wall"), monkeypatch)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("seconds", [-HOUR_S, HOUR_S])
def test_counters_roster_deadline_seats_and_presence_go_on(
    serve: Serve, wall: Wall, driver: str, seconds: int
) -> None:
    hall = serve(golden_bell(3, seconds=10), driver)
    host, pin, contest = hall.host(), hall.staged.pin, hall.staged.contest
    browsers = [Browser(hall.server.url) for _ in range(2)]
    for browser, name in zip(browsers, ("Lan", "Minh"), strict=True):
        browser.join(pin, name, "Tổ 1")
    phone = Socket(hall.server.url, browsers[0].cookie)
    assert phone.enter("/play", contest)
    host.until(lambda: (host.counts.get("joined"), host.counts.get("online")) == (2, 1))
    host.go_to("close")
    before = host.view["hall"]["now"]

    wall.set_by(seconds)
    back = Socket(hall.server.url, browsers[1].cookie)
    assert back.enter("/play", contest)
    host.until(lambda: host.counts.get("online") == 2)
    message = {"id": "a" * 32, "pool": "main", "ordinal": 1, "answer": [0]}
    assert back.call("/play", "answer", message)["ok"]
    host.until(lambda: host.counts.get("answered") == 1)
    host.until(lambda: any(row["name"] == "Minh" for row in host.roster["rows"]))
    host.until(lambda: host.step == "reveal")
    assert 0 <= host.view["hall"]["now"] - before < HOUR_S * 1000 // 2
    back.close()
    host.until(lambda: host.counts.get("online") == 1)
    host.until(lambda: 2 in host.presence.get("away", ()))
    assert hall.host().view["v"] == host.view["v"]
    again = Browser(hall.server.url)
    again.carry(browsers[1])
    assert again.get(f"/play/{contest}").status_code == 200

    phone.close()
    for browser in (*browsers, again):
        browser.close()
