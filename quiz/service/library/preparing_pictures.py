"""A picture made ready while the hall goes on: a large one takes a second of computing."""

from pathlib import Path

from quiz.banks.pictures import preparing
from quiz.banks.pictures.pictures import LARGEST, Picture, Unusable
from quiz.service.apart import Apart, exit_code_of, start_apart

LONGEST_S = 60


def prepare_picture_apart(data: bytes, apart: Apart) -> Picture:
    """As `quiz.banks.pictures.pictures.prepared`, in a process of its own; others go on meanwhile.

    Raises:
        Unusable: as there, and `picture_damaged` where the process died on it.
        StorageFailed: the disk does not take it.
    """
    if len(data) > LARGEST:
        raise Unusable("picture_too_large")
    with apart.folder() as folder:
        (folder / preparing.FILE).write_bytes(data)
        exit_code_of(start_apart(preparing.__name__, str(folder)), LONGEST_S)
        (folder / preparing.FILE).unlink()
        return picture_in(folder)


def picture_in(folder: Path) -> Picture:
    """The picture that was left in the folder; raises Unusable."""
    for file in folder.iterdir():
        if file.name.endswith(preparing.REFUSED):
            raise Unusable(file.name.removesuffix(preparing.REFUSED))
        if file.name != preparing.MADE:
            return Picture(file.name, file.read_bytes())
    raise Unusable("picture_damaged")
