"""Preparation runs before anything is installed: it may import the standard library only."""

import ast
import sys
from pathlib import Path

import pytest

import quiz.prepare

ROOT = Path(quiz.prepare.__file__).resolve().parents[2]
MODULES = [*sorted((ROOT / "quiz" / "prepare").glob("*.py")), ROOT / "quiz" / "__init__.py"]


def imported(source: str) -> set[str]:
    """The full names that a module imports, wherever it does so."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_only_the_standard_library_is_imported(module: Path) -> None:
    foreign = {
        name
        for name in imported(module.read_text(encoding="utf-8"))
        if name.split(".")[0] not in sys.stdlib_module_names
        and name != "quiz.prepare"
        and not name.startswith("quiz.prepare.")
    }

    assert foreign == set()
