"""Kill a restore before each thing that it does to files; what the next start finds is printed.

Arguments: a data folder, a back-up, a folder to work in. A line for each kill, and one for the
restore that came to its end: the versions in the journal, or the files that a start refuses to
begin beside.
"""

import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

from quiz.store.errors import LeftAlone
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.copies import restore

OF_FILES = ("open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.chmod", "sqlite3.connect")
KILLED = 9


def kill_before(place: int) -> None:
    """End this process, as a power cut would, before so many things were done to files."""
    left = place

    def hook(event: str, details: object) -> None:
        nonlocal left
        if event in OF_FILES:
            left -= 1
            if left < 0:
                os._exit(KILLED)

    sys.addaudithook(hook)


def restored(folder: Path, copy: Path, place: int) -> bool:
    """Restore in a process of its own; whether it came to its end."""
    child = os.fork()
    if not child:
        kill_before(place)
        restore(folder, copy, replace=True, stamp="now")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def found(folder: Path) -> str:
    try:
        with closing(open_database(folder)) as database:
            return str([entry.version for entry in SqliteJournal(database).entries("a")])
    except LeftAlone as refusal:
        return f"refused beside {refusal}"


def main(data: Path, copy: Path, work: Path) -> None:
    is_done, place = False, 0
    while not is_done:
        folder = work / str(place)
        shutil.copytree(data, folder)
        is_done = restored(folder, copy, place)
        print(found(folder))
        place += 1


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
