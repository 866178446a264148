"""A one-time link made in a terminal beside the server that runs."""

import re
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from quiz.cli import run_command
from quiz.cli.serving import problems
from quiz.cli.serving.server import own_data, reachable
from quiz.store.schema.migrate import open_database
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
    with own_data(tmp_path), reachable(tmp_path, "http://127.0.0.1:5000"):
        assert (tmp_path / "running.url").read_text() == "http://127.0.0.1:5000"
    assert not (tmp_path / "running.url").exists()


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
