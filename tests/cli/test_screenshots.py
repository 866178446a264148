import pytest

from quiz.cli import screenshots


def test_pictures_are_taken_by_their_maker(capfd: pytest.CaptureFixture[str]) -> None:
    assert screenshots.main([]) == 2
    said = capfd.readouterr().err
    assert said.splitlines()[0] == "usage: run.py screenshots [-h] [--every-size] [--readme] DIR"
