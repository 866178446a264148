"""A bank written in a subprocess, so that a hall full of phones never waits for it.

`python -m quiz.banks.exporting.writing_apart FORMAT FOLDER` finds the bank there and leaves the
file.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from quiz.banks.bank import Bank
from quiz.banks.exporting.formats import FORMATS, export
from quiz.banks.modest import modest

BANK, FILE = "bank.json", "file"


def main(arguments: Sequence[str]) -> int:
    """Write the folder's bank in the format named."""
    name, folder = arguments[0], Path(arguments[1])
    modest()
    bank = msgspec.json.decode((folder / BANK).read_bytes(), type=Bank)
    (folder / FILE).write_bytes(export(bank, FORMATS[name]).data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
