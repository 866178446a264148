"""Any file of questions: its content and its name tell which reader it is for."""

from collections.abc import Callable, Iterable

from quiz.banks.importing.draft import Imported, Unreadable
from quiz.banks.importing.opening.office import OLD
from quiz.banks.importing.opening.opening import MARKS, archive_of, within_size
from quiz.banks.importing.readers import (
    aiken_reader,
    gift_reader,
    kahoot_reader,
    moodle_xml_reader,
    own_yaml_reader,
    qti_reader,
    quizizz_reader,
    sheet,
    word,
)

Reader = Callable[[bytes, str], Imported]
NOT_THIS = ("not_this_kind", "no_header")
SHEETS: tuple[Reader, ...] = (kahoot_reader.read, quizizz_reader.read, sheet.read)
TEXTS: tuple[Reader, ...] = (aiken_reader.read, gift_reader.read, *SHEETS)
BY_NAME: dict[str, tuple[Reader, ...]] = {
    ".yaml": (own_yaml_reader.read,),
    ".yml": (own_yaml_reader.read,),
    ".csv": SHEETS,
    ".tsv": SHEETS,
    ".gift": (gift_reader.read,),
    ".gift.txt": (gift_reader.read,),
    ".aiken.txt": (aiken_reader.read,),
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
        return (moodle_xml_reader.read, qti_reader.read)
    if b"\0" in data[:1000] and not data.startswith(tuple(MARKS)):
        raise Unreadable("not_this_kind")
    return next((BY_NAME[ending] for ending in BY_NAME if name.endswith(ending)), TEXTS)


def in_archive(data: bytes) -> tuple[Reader, ...]:
    """The readers of a zip archive."""
    with archive_of(data) as archive:
        names = archive.namelist()
    if "word/document.xml" in names:
        return (word.read,)
    return SHEETS if "xl/workbook.xml" in names else (qti_reader.read,)


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
