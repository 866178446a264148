"""`run.py bots` as a process, for tests that need a full hall."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

RUN = Path(__file__).resolve().parents[2] / "run.py"


class Robots:
    """So many robot phones, from the door to the end of the contest."""

    def __init__(self, url: str, pin: str, count: int, answer_within: float = 0.5) -> None:
        command = [sys.executable, "-X", "prepared", str(RUN), "bots", "--url", url, "--pin", pin]
        command += ["--contestants", str(count), "--answer-within", str(answer_within), "--json"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")

    def totals(self) -> dict[str, Any]:
        """What they counted, once they have gone by themselves."""
        said, _ = self._process.communicate(timeout=60)
        totals: dict[str, Any] = json.loads(said.splitlines()[-1])
        return totals

    def end(self) -> None:
        """Send them home if they are still there."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()
