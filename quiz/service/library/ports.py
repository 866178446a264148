"""What the library needs of a storage."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from quiz.service.library.rows import BankChange, ImportRow, Original


class LibraryStore(Protocol):
    """The append-only log of what people changed in question banks, and the files they imported."""

    def versions(self) -> Mapping[str, int]:
        """The last version of every bank that was ever changed."""

    def changes(
        self, bank_id: str, *, question_id: str = "", after: int = 0
    ) -> tuple[BankChange, ...]:
        """The changes of a bank, or of one question, beyond a version; raises StorageFailed."""

    def append(
        self, changes: Sequence[BankChange], *, original: tuple[str, Original] | None = None
    ) -> None:
        """Store changes, all or none; raises Rejected: `stale`, StorageFailed."""

    def originals(self, bank_id: str) -> tuple[str, ...]:
        """The names of the files a bank came from."""

    def original(self, bank_id: str, place: int) -> Original | None:
        """One of those files."""


class PictureStore(Protocol):
    """Pictures of questions by name."""

    def put_all(self, found: Mapping[str, bytes]) -> None:
        """Keep several pictures by name, all or none; raises StorageFailed."""

    def get(self, name: str) -> bytes | None:
        """The picture of this name."""


class ImportStore(Protocol):
    """Imports on their way. Everything raises StorageFailed."""

    def add(self, row: ImportRow, data: bytes) -> None:
        """Keep a file that came in."""

    def listing(self) -> tuple[ImportRow, ...]:
        """All of them, the newest first."""

    def file(self, import_id: str) -> Original | None:
        """The file as it came in."""

    def work(self, import_id: str) -> str | None:
        """The work on it; empty while the file was not read, None where there is no import."""

    def keep(self, import_id: str, work: str) -> None:
        """Keep the work as it is now."""

    def remove(self, import_id: str) -> None:
        """Forget an import and its file."""

    def remove_before(self, at: int) -> None:
        """Forget the imports that came in before then (ms)."""
