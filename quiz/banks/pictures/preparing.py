"""One picture made ready in a subprocess: `python -m quiz.banks.pictures.preparing FOLDER`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from quiz.banks.modest import modest
from quiz.banks.pictures.pictures import Unusable, prepared

FILE, MADE = "file", "made"
REFUSED = ".refused"


def main(arguments: Sequence[str]) -> int:
    """Leave the picture under its name, or an empty file named after why there is none."""
    folder = Path(arguments[0])
    modest()
    made = folder / MADE
    try:
        picture = prepared((folder / FILE).read_bytes())
        name = picture.name
        made.write_bytes(picture.data)
    except Unusable as problem:
        name = problem.code + REFUSED
        made.touch()
    made.rename(folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
