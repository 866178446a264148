"""A file read at once, in this process: `quiz.service.library.reading_files` for tests."""

from collections.abc import Iterable

from quiz.banks.importing.any_file import read_any_file
from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.reading_apart import compared
from quiz.banks.importing.work import Work
from quiz.core.nouns.model import Question
from quiz.service.library.reading_files import ReadFile
from quiz.service.library.rows import Original


class ReadHere:
    """A reading that has ended when it has begun; pictures are left out."""

    def __init__(self, file: Original, known: Iterable[Question]) -> None:
        try:
            imported = read_any_file(file.data, file.name)
            items = compared(imported.drafts, tuple(known))
            self.work = Work(items, imported.title, imported.notes, imported.head)
        except UnreadableFile as problem:
            self.work = Work(unreadable=(problem.code, problem.detail))

    def share(self) -> float:
        return 0.5

    def has_ended(self) -> bool:
        return True

    def take(self) -> ReadFile:
        return ReadFile(self.work, {})

    def close(self) -> None:
        """Nothing is left behind."""
