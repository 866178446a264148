import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("version", [(3, 11), (3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_version_that_will_do(version: tuple[int, ...]) -> None:
    assert run.version_problem(version) is None


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 9), (3, 10, 14)])
def test_version_that_is_too_old_is_named(version: tuple[int, ...]) -> None:
    problem = run.version_problem(version)

    assert problem is not None
    assert f"máy này đang dùng Python {version[0]}.{version[1]}." in problem
    assert f"this is Python {version[0]}.{version[1]}." in problem


def test_run_py_parses_on_python_3_6() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("module", ["quiz.core", "quiz.formats", "quiz.cli.serve"])
def test_importing_the_rules_or_the_command_loads_no_framework(module: str) -> None:
    code = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    output = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    frameworks = {"flask", "socketio", "engineio", "sqlalchemy", "eventlet", "gevent", "jinja2"}

    assert frameworks & set(json.loads(output)) == set()
