import pytest

from quiz.cli import check


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The checks that fail, instead of running any."""
    names: set[str] = set()
    monkeypatch.setattr(check, "passes", lambda name: name not in names)
    return names


def test_all_checks_pass(failing: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([]) == 0
    assert capsys.readouterr().out.splitlines()[-len(check.CHECKS) :] == [
        f"ok     {name}" for name in check.CHECKS
    ]


def test_every_check_runs_even_after_one_failed(
    failing: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    failing.add("mypy --strict")

    assert check.main([]) == 1
    assert capsys.readouterr().out.splitlines()[-len(check.CHECKS) :] == [
        "ok     ruff check",
        "ok     ruff format",
        "FAILED mypy --strict",
        "ok     lint-imports",
        "ok     biome",
        "ok     tsc",
    ]


@pytest.mark.parametrize("name", check.OF_NODE)
def test_tool_that_a_check_runs_is_prepared(name: str) -> None:
    assert any(str(part).endswith(check.OF_NODE[name][0]) for part in check.command_of(name))
    assert (check.ROOT / "node_modules" / check.OF_NODE[name][0]).is_file()
