"""Any file of questions: its content and its name tell which reader it is for."""

from collections.abc import Callable, Iterable

from quiz.banks.importing.draft import Imported, UnreadableFile
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

FileReader = Callable[[bytes, str], Imported]
NOT_THIS = ("not_this_kind", "no_header")
SHEETS: tuple[FileReader, ...] = (
    kahoot_reader.read_kahoot,
    quizizz_reader.read_quizizz,
    sheet.read_sheet,
)
TEXTS: tuple[FileReader, ...] = (aiken_reader.read_aiken, gift_reader.read_gift, *SHEETS)
BY_NAME: dict[str, tuple[FileReader, ...]] = {
    ".yaml": (own_yaml_reader.read_own_yaml,),
    ".yml": (own_yaml_reader.read_own_yaml,),
    ".csv": SHEETS,
    ".tsv": SHEETS,
    ".gift": (gift_reader.read_gift,),
    ".gift.txt": (gift_reader.read_gift,),
    ".aiken.txt": (aiken_reader.read_aiken,),
}


def read_any_file(data: bytes, name: str) -> Imported:
    """The questions of a file of any kind that we read.

    Raises UnreadableFile: "not_this_kind" where no reader knows it, or its reader's reason.
    """
    return first(readers_of(within_size(data), name.lower()), data, name)


def readers_of(data: bytes, name: str) -> tuple[FileReader, ...]:
    """The readers that may know the file, the likeliest first."""
    if data.startswith(OLD):
        raise UnreadableFile("old_office")
    if data.startswith(b"PK"):
        return in_archive(data)
    start = data[:200].lstrip(b"".join(MARKS)).lstrip()
    if start.startswith(b"<") or name.endswith(".xml"):
        return (moodle_xml_reader.read_moodle_xml, qti_reader.read_qti)
    if b"\0" in data[:1000] and not data.startswith(tuple(MARKS)):
        raise UnreadableFile("not_this_kind")
    return next((BY_NAME[ending] for ending in BY_NAME if name.endswith(ending)), TEXTS)


def in_archive(data: bytes) -> tuple[FileReader, ...]:
    """The readers of a zip archive."""
    with archive_of(data) as archive:
        names = archive.namelist()
    if "word/document.xml" in names:
        return (word.read_word,)
    return SHEETS if "xl/workbook.xml" in names else (qti_reader.read_qti,)


def first(readers: Iterable[FileReader], data: bytes, name: str) -> Imported:
    """What the first reader that knows the file makes of it."""
    problem = UnreadableFile("not_this_kind")
    for reader in readers:
        try:
            return reader(data, name)
        except UnreadableFile as error:
            if error.code not in NOT_THIS:
                raise
            problem = error
    raise problem
