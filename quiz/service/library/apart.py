"""Processes that work beside the server, each in a folder of its own; they end with it."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FOLDER = "apart"


class Apart:
    """Where they work: below the data folder, for what they read holds keys."""

    def __init__(self, data: Path) -> None:
        self._place = data / FOLDER

    def clear(self) -> None:
        """Remove what a server that was killed left behind."""
        shutil.rmtree(self._place, ignore_errors=True)

    def new_folder(self) -> Path:
        """A folder that its owner alone can read; raises OSError."""
        self._place.mkdir(mode=0o700, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=self._place))

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """A folder until the end of the `with`."""
        made = self.new_folder()
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)


def start_apart(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Run a module in a process that ends when this one does: by the pipe to it, on any system.

    Raises:
        OSError: it cannot be started.
    """
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def end_apart(process: subprocess.Popen[bytes]) -> None:
    """End it, and close the pipe to it."""
    if process.poll() is None:
        process.kill()
        process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
