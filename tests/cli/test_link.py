"""A one-time link made in a terminal beside the server that runs."""

import re
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from quiz.cli import run_command
from quiz.cli.serving import browser, problems, server
from quiz.cli.serving.server import own_data, reachable
from quiz.clock import SystemClock
from quiz.config import Config
from quiz.store.accounts import LINK_LIFETIME_MS, SqliteAccounts
from quiz.store.schema.migrate import open_database
from quiz.transport import driver
from tests.stand_in import ROOT

LINK = re.compile(r"https?://\S+/host/enter/\S+")


def test_link_without_a_running_server_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_database(tmp_path).close()
    assert run_command(["link", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{problems.not_running(tmp_path)}\n"


def test_address_left_by_a_server_that_was_killed_is_no_running_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_database(tmp_path).close()
    (tmp_path / "running.url").write_text("http://127.0.0.1:5000")
    assert run_command(["link", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{problems.not_running(tmp_path)}\n"


def test_address_is_there_while_the_server_runs(tmp_path: Path) -> None:
    clock = SystemClock(ahead_ns=7)
    with own_data(tmp_path), reachable(tmp_path, "http://127.0.0.1:5000", clock):
        assert (tmp_path / "running.url").read_text() == "http://127.0.0.1:5000\n7\n"
    assert not (tmp_path / "running.url").exists()


@pytest.mark.parametrize("hours", [-1, 1])
def test_link_is_good_by_the_clock_of_the_server_whatever_the_machines_was_set_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hours: int
) -> None:
    ours = SystemClock()
    servers = SystemClock(ahead_ns=ours.ahead_ns + hours * 3_600_000_000_000)
    with (
        closing(open_database(tmp_path)) as database,
        own_data(tmp_path),
        reachable(tmp_path, "http://127.0.0.1:5000", servers),
    ):
        for later_ms, is_good in ((LINK_LIFETIME_MS - 60_000, True), (LINK_LIFETIME_MS + 1, False)):
            assert run_command(["link", "--data", str(tmp_path)]) == 0
            (link,) = LINK.findall(capsys.readouterr().out)
            token, now = link.rpartition("/")[2], servers.now() + later_ms
            assert (SqliteAccounts(database).enter(token, now) is not None) is is_good


class GoesOn:
    """An application whose clock its start puts forward, as the last evening's alarms do."""

    def __init__(self, config: Config) -> None:
        self.clock = SystemClock(ahead_ns=7)

    def wsgi(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        return []

    def start(self) -> None:
        self.clock.ahead_ns = 86_400_000_000_007

    def host_link(self) -> str:
        return "/host/enter/token"

    def close(self) -> None:
        pass


def test_word_is_left_of_the_clock_that_the_start_put_forward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[str] = []

    def serve(*_: object) -> None:
        left.append((tmp_path / "running.url").read_text().splitlines()[1])

    monkeypatch.setattr(driver, "serve", serve)
    monkeypatch.setattr(browser, "has_screen", lambda *, is_terminal: False)
    server.run(Config(host="127.0.0.1", port=0, data=tmp_path), GoesOn)
    assert left == ["86400000000007"]


def test_link_made_while_the_server_runs_signs_in_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-X", "prepared", str(ROOT / "run.py"), "serve", "--port", "0"]
    command += ["--host", "127.0.0.1", "--data", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stdout or ():
                if "Ctrl+C" in line:
                    break
            assert run_command(["link", "--data", str(tmp_path)]) == 0
            (link,) = LINK.findall(capsys.readouterr().out)
            cookies = urllib.request.HTTPCookieProcessor(CookieJar())
            with urllib.request.build_opener(cookies).open(link, timeout=30) as page:
                assert page.url.endswith("/host/password")
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(link, timeout=30)
            assert refused.value.code == 410
            refused.value.close()
        finally:
            process.terminate()
