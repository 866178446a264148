"""A picture made ready while the hall goes on: a large one takes a second of computing."""

import subprocess
import time
from pathlib import Path

from quiz.banks.pictures import preparing
from quiz.banks.pictures.pictures import LARGEST, Picture, Unusable
from quiz.service.library.apart import Apart, end_apart, start_apart

LOOK_AGAIN_S = 0.02
LONGEST_S = 60


def prepare_picture_apart(data: bytes, apart: Apart) -> Picture:
    """As `quiz.banks.pictures.pictures.prepared`, in a process of its own; others go on meanwhile.

    Raises:
        Unusable: as there, and `picture_damaged` where the process died on it.
    """
    if len(data) > LARGEST:
        raise Unusable("picture_too_large")
    with apart.folder() as folder:
        (folder / preparing.FILE).write_bytes(data)
        wait_for_end(start_apart(preparing.__name__, str(folder)))
        (folder / preparing.FILE).unlink()
        return picture_in(folder)


def wait_for_end(process: subprocess.Popen[bytes]) -> None:
    """Wait, cooperatively, until the process ends; one that takes too long is ended."""
    give_up_at = time.monotonic() + LONGEST_S
    while process.poll() is None:
        if time.monotonic() >= give_up_at:
            process.kill()
        time.sleep(LOOK_AGAIN_S)
    end_apart(process)


def picture_in(folder: Path) -> Picture:
    """The picture that was left in the folder; raises Unusable."""
    for file in folder.iterdir():
        if file.name.endswith(preparing.REFUSED):
            raise Unusable(file.name.removesuffix(preparing.REFUSED))
        if file.name != preparing.MADE:
            return Picture(file.name, file.read_bytes())
    raise Unusable("picture_damaged")
