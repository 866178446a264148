"""A process beside a server that would never end: `python -m … FOLDER` holds a lock there."""

import fcntl
import sys
import time
from pathlib import Path

from quiz.banks.working_apart import beside_a_server

if __name__ == "__main__":
    beside_a_server()
    folder = Path(sys.argv[1])
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        (folder / "ready").touch()
        time.sleep(600)
