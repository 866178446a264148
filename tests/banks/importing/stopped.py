"""Read hostile files, each in a process that is stopped; what became of each is printed.

Arguments: a folder to work in, the seconds of the processor for each.
"""

import os
import sys
from pathlib import Path

from quiz.banks.importing import reading_apart
from quiz.banks.importing.work import read_work
from tests.banks.importing.hostile import FILES


def outcome(folder: Path, name: str, seconds: int) -> str:
    folder.mkdir()
    (folder / reading_apart.FILE).write_bytes(FILES[name]())
    (folder / reading_apart.NAME).write_text(name, encoding="utf-8")
    (folder / reading_apart.KNOWN).write_text("[]", encoding="utf-8")
    child = os.fork()
    if not child:
        used = sum(os.times()[:2])
        reading_apart.CPU_S = seconds + int(used)
        os._exit(reading_apart.main([str(folder)]))
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status):
        return f"died {os.waitstatus_to_exitcode(status)}"
    work = read_work((folder / reading_apart.WORK).read_text(encoding="utf-8"))
    return work.unreadable[0] if work.unreadable else f"{len(work.items)} questions"


def main(folder: Path, seconds: int) -> None:
    for place, name in enumerate(FILES):
        print(f"{name}: {outcome(folder / str(place), name, seconds)}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
