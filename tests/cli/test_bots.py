import json

import pytest

from quiz.cli import bots
from tests.bots.standin import Standin

NOBODY = {
    "joined": 0,
    "answered": 0,
    "acknowledged": 0,
    "refused": {"no_such_contest": 3},
    "reconnects": 0,
    "push_last_ms": None,
    "reveal_last_ms": None,
    "ack_p50_ms": None,
    "ack_p95_ms": None,
    "ack_p99_ms": None,
    "buzzed": 0,
    "buzzes_acknowledged": 0,
    "buzzes_refused": {},
    "helped": 0,
    "help_acknowledged": 0,
    "help_refused": {},
}


def test_bots_without_an_address_are_told_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as left:
        bots.main(["--pin", "123456"])
    assert left.value.code == 2
    assert "--url" in capsys.readouterr().err


def test_bots_with_a_wrong_pin_say_that_nobody_got_in(capsys: pytest.CaptureFixture[str]) -> None:
    with Standin().serve() as standin:
        code = bots.main(["--url", standin.url, "--pin", "000000", "--contestants", "3", "--json"])
    said = capsys.readouterr()
    assert (code, json.loads(said.out.splitlines()[-1])) == (1, NOBODY)
    assert said.err == "Không thí sinh máy nào vào được · No robot got in\n"
