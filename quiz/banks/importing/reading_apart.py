"""A file read in a subprocess, so that a hall full of phones never waits for it.

`python -m quiz.banks.importing.reading_apart FOLDER` finds the file, its name and the questions
of the library there, and leaves the work, its pictures and, meanwhile, how far it has come.
"""

import contextlib
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from quiz.banks.alike import Alike
from quiz.banks.importing.any_file import read_any_file
from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.progress import counted, watching
from quiz.banks.importing.work import ImportedQuestion, Work, here, question_to_fix, written
from quiz.banks.pictures.pictures import Unusable, prepared
from quiz.banks.working_apart import beside_a_server
from quiz.core.nouns.model import Question

FILE, NAME, KNOWN, WORK, PICTURES, SHARE = "file", "name", "known", "work", "pictures", "share"
READING, LOOKING = 0.8, 0.9
"""Shares of the whole at which the file is read, and its pictures are looked at."""
EVERY_S = 0.1
MOST_ALIKE = 3
CPU_S, SPARE_S = 60, 5
"""Seconds of the processor for reading the file, and those to hear that they are over, where the
system keeps such bounds. 5,000 questions take less than ten; a photograph, which is looked at
afterwards, may take three."""
TOO_MUCH_WORK = Work(unreadable=("too_much_work", ""))


def main(arguments: Sequence[str]) -> int:
    """Read the file of a folder; what is wrong with it is part of the work."""
    folder = Path(arguments[0])
    try:
        work = work_of(folder)
    except OutOfTime:
        work = TOO_MUCH_WORK
    except UnreadableFile as problem:
        work = Work(unreadable=(problem.code, problem.detail))
    except (MemoryError, RecursionError):
        work = Work(unreadable=("bomb", ""))
    made = folder / "made"
    made.write_text(written(work), encoding="utf-8")
    # The whole of it is there at once, or not at all.
    made.replace(folder / WORK)
    return 0


class OutOfTime(BaseException):
    """The file takes more than its share of the processor; no reader takes it for damage."""


@contextlib.contextmanager
def stopped_after(seconds: int) -> Iterator[None]:
    """Raise OutOfTime after so much of the processor's time; what does not hear it is killed.

    What is done after the `with` has as much as it likes.
    """
    if sys.platform == "win32":
        yield
        return
    import resource

    def stop(*_: object) -> None:
        # It comes again each second.
        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        raise OutOfTime

    signal.signal(signal.SIGXCPU, stop)
    whole = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, whole[1]))
    # Ends the process by itself. A lower second limit would do so too, but could not be taken back.
    signal.setitimer(signal.ITIMER_PROF, seconds + SPARE_S)
    try:
        yield
    finally:
        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_PROF, 0)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, whole)


def work_of(folder: Path) -> Work:
    """The work that the folder's file gives; raises UnreadableFile."""
    told = ShareFile(folder / SHARE)
    name = (folder / NAME).read_text(encoding="utf-8")
    with stopped_after(CPU_S), watching(lambda share: told.tell(share * READING)):
        imported = read_any_file((folder / FILE).read_bytes(), name)
    with watching(told.tell):
        pictured = with_pictures(imported, folder / PICTURES)
        known = msgspec.json.decode((folder / KNOWN).read_bytes(), type=tuple[Question, ...])
        items = compared(pictured, known)
    return Work(items, imported.title, imported.notes, imported.head)


class ShareFile:
    """The file that says how far the reading has come."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._next = 0.0

    def tell(self, share: float) -> None:
        """Write it down, but not all the time."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + EVERY_S
            self._file.write_text(f"{share:.3f}", encoding="utf-8")


def with_pictures(imported: Imported, folder: Path) -> tuple[DraftQuestion, ...]:
    """The questions naming pictures made ready in the folder; one that cannot be is a doubt."""
    folder.mkdir()
    drafts = imported.drafts
    return tuple(
        with_picture(draft, folder) for draft in counted(drafts, len(drafts), READING, LOOKING)
    )


def with_picture(draft: DraftQuestion, folder: Path) -> DraftQuestion:
    """The question naming its picture; our own banks name one that did not come with them."""
    if not draft.picture:
        lost = (Doubt("picture_missing", "picture", draft.picture_name),)
        doubts = (*draft.doubts, *(lost if draft.picture_name else ()))
        return replace(draft, picture_name="", doubts=doubts)
    try:
        picture = prepared(draft.picture)
    except Unusable:
        doubts = (*draft.doubts, Doubt("picture_unusable", "picture"))
        return replace(draft, picture=b"", doubts=doubts)
    (folder / picture.name).write_bytes(picture.data)
    return replace(draft, picture=b"", picture_name=picture.name)


def compared(
    drafts: Sequence[DraftQuestion], known: Sequence[Question]
) -> tuple[ImportedQuestion, ...]:
    """The questions with the ids of those of the library, and of the file, that they are like."""
    asked = [replace(question_to_fix(draft), id=here(place)) for place, draft in enumerate(drafts)]
    library, file = Alike(known), Alike(asked)
    items = []
    for draft, question in zip(drafts, counted(asked, len(asked), LOOKING, 1), strict=True):
        pairs = [*library.like(question), *file.like(question)]
        items.append(
            ImportedQuestion(draft, alike=tuple(pair.other.id for pair in pairs[:MOST_ALIKE]))
        )
    return tuple(items)


if __name__ == "__main__":
    beside_a_server()
    sys.exit(main(sys.argv[1:]))
