import pytest

from quiz.cli import check


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The tools that fail, instead of running any."""
    names: set[str] = set()
    monkeypatch.setattr(
        check, "passes", lambda of_python: not any(name in of_python for name in names)
    )
    return names


def test_all_checks_pass(failing: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([]) == 0
    assert capsys.readouterr().out.splitlines()[-len(check.CHECKS) :] == [
        f"ok     {name}" for name in check.CHECKS
    ]


def test_every_check_runs_even_after_one_failed(
    failing: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    failing.add("mypy")

    assert check.main([]) == 1
    assert capsys.readouterr().out.splitlines()[-len(check.CHECKS) :] == [
        "ok     ruff check",
        "ok     ruff format",
        "FAILED mypy --strict",
        "ok     lint-imports",
    ]
