import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("driver", ["eventlet", "gevent"])
def test_runner_serves_many_at_once_under_a_driver(tmp_path: Path, driver: str) -> None:
    command = [sys.executable, "-m", "tests.service.green", driver, str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert (answer.stdout, answer.returncode) == ("True 300 1 True\n", 0), answer.stderr
