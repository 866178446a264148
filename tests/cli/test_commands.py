import pytest

from quiz import cli


def test_unknown_command_is_named_and_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["sreve"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == "Không có lệnh · No such command: sreve"


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(["--help"]) == 0

    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert listed == list(cli.COMMANDS)
