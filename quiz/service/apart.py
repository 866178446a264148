"""Work beside the server, so that a hall full of phones never waits for it.

Each piece has a process of its own, which ends with the server, and a folder of its own.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from quiz.service.errors import storing_files

ROOT = Path(__file__).resolve().parents[2]
FOLDER = "apart"
LONGEST_S = 300
LOOK_AGAIN_S = 0.02


class NotMade(Exception):
    """It took more than five minutes, or the process died."""


class Apart:
    """Where such processes work: below the data folder, for what they read holds keys."""

    def __init__(self, data: Path) -> None:
        self._place = data / FOLDER

    def clear(self) -> None:
        """Remove what a server that was killed left behind."""
        shutil.rmtree(self._place, ignore_errors=True)

    @contextmanager
    def new_folder(self) -> Iterator[Path]:
        """A folder that its owner alone can read, and that stays unless the `with` fails.

        Raises:
            StorageFailed: it cannot be made, or the system refused what was done in it.
        """
        with storing_files():
            self._place.mkdir(mode=0o700, exist_ok=True)
            made = Path(tempfile.mkdtemp(dir=self._place))
            try:
                yield made
            except BaseException:
                shutil.rmtree(made, ignore_errors=True)
                raise

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """The same until the end of the `with`; raises StorageFailed."""
        with self.new_folder() as made:
            try:
                yield made
            finally:
                shutil.rmtree(made, ignore_errors=True)

    def made(
        self, module: str, given: Mapping[str, bytes], wanted: str, arguments: Sequence[str] = ()
    ) -> bytes:
        """What `python -m MODULE ARGUMENTS FOLDER` leaves in the folder as `wanted`.

        It finds the `given` files there; other requests are served meanwhile.

        Raises:
            NotMade: there is none.
            StorageFailed: the folder or its files cannot be written.
        """
        with self.folder() as folder:
            for file, data in given.items():
                (folder / file).write_bytes(data)
            if exit_code_of(start_apart(module, *arguments, str(folder)), LONGEST_S) != 0:
                raise NotMade(module)
            return (folder / wanted).read_bytes()


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


def exit_code_of(process: subprocess.Popen[bytes], longest_s: float) -> int:
    """How the process ended; one that takes too long is ended."""
    give_up_at = time.monotonic() + longest_s
    # Sleeping lets others go on under every driver; waiting for the process may not.
    while process.poll() is None:
        if time.monotonic() >= give_up_at:
            process.kill()
        time.sleep(LOOK_AGAIN_S)
    end_apart(process)
    return process.returncode


def end_apart(process: subprocess.Popen[bytes]) -> None:
    """End it, and close the pipe to it."""
    if process.poll() is None:
        process.kill()
        process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
