"""The rule of conftest.py, tried on a run of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BODIES = {
    "test": "import pytest\n\ndef test_one():\n    pytest.skip('no browser')\n",
    "module": "import pytest\n\npytest.skip('no browser', allow_module_level=True)\n",
}


def run_pytest(folder: Path, body: str, ci: str) -> int:
    shutil.copy(Path(__file__).with_name("conftest.py"), folder / "conftest.py")
    (folder / "test_one.py").write_text(body, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True).returncode


@pytest.mark.parametrize(
    ("skipped", "code"),
    [("test", pytest.ExitCode.TESTS_FAILED), ("module", pytest.ExitCode.INTERRUPTED)],
)
def test_skip_fails_where_tests_run_unattended(
    tmp_path: Path, skipped: str, code: pytest.ExitCode
) -> None:
    assert run_pytest(tmp_path, BODIES[skipped], ci="true") == code


def test_skip_is_allowed_by_hand(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, BODIES["test"], ci="") == 0
