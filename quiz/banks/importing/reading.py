"""Any file of questions: its content and its name tell which reader it is for."""

from collections.abc import Callable, Iterable

from quiz.banks.importing import (
    aiken,
    gift,
    kahoot,
    moodle_xml,
    own_yaml,
    qti,
    quizizz,
    sheet,
    word,
)
from quiz.banks.importing.draft import Imported, Unreadable
from quiz.banks.importing.office import OLD
from quiz.banks.importing.opening import MARKS, archive_of, within_size

Reader = Callable[[bytes, str], Imported]
NOT_THIS = ("not_this_kind", "no_header")
SHEETS: tuple[Reader, ...] = (kahoot.read, quizizz.read, sheet.read)
TEXTS: tuple[Reader, ...] = (aiken.read, gift.read, *SHEETS)
BY_NAME: dict[str, tuple[Reader, ...]] = {
    ".yaml": (own_yaml.read,),
    ".yml": (own_yaml.read,),
    ".csv": SHEETS,
    ".tsv": SHEETS,
    ".gift": (gift.read,),
    ".gift.txt": (gift.read,),
    ".aiken.txt": (aiken.read,),
}


def read(data: bytes, name: str) -> Imported:
    """The questions of a file of any kind that we read.

    Raises Unreadable: "not_this_kind" where no reader knows it, or the reason of the one that does.
    """
    return first(readers_of(within_size(data), name.lower()), data, name)


def readers_of(data: bytes, name: str) -> tuple[Reader, ...]:
    """The readers that may know the file, the likeliest first."""
    if data.startswith(OLD):
        raise Unreadable("old_office")
    if data.startswith(b"PK"):
        return in_archive(data)
    start = data[:200].lstrip(b"".join(MARKS)).lstrip()
    if start.startswith(b"<") or name.endswith(".xml"):
        return (moodle_xml.read, qti.read)
    if b"\0" in data[:1000] and not data.startswith(tuple(MARKS)):
        raise Unreadable("not_this_kind")
    return next((BY_NAME[ending] for ending in BY_NAME if name.endswith(ending)), TEXTS)


def in_archive(data: bytes) -> tuple[Reader, ...]:
    """The readers of a zip archive."""
    with archive_of(data) as archive:
        names = archive.namelist()
    if "word/document.xml" in names:
        return (word.read,)
    return SHEETS if "xl/workbook.xml" in names else (qti.read,)


def first(readers: Iterable[Reader], data: bytes, name: str) -> Imported:
    """What the first reader that knows the file makes of it."""
    problem = Unreadable("not_this_kind")
    for reader in readers:
        try:
            return reader(data, name)
        except Unreadable as error:
            if error.code not in NOT_THIS:
                raise
            problem = error
    raise problem
