"""Any file of questions: its content and its name tell which reader it is for."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from quiz.banks.importing.bounds import within_bounds
from quiz.banks.importing.draft import Imported, UnreadableFile
from quiz.banks.importing.opening.office import OLD
from quiz.banks.importing.opening.opening import MARKS, archive_of, entry_of, within_size
from quiz.banks.importing.readers import (
    aiken_reader,
    gift_reader,
    json_reader,
    kahoot_reader,
    moodle_xml_reader,
    own_yaml_reader,
    qti_reader,
    quizizz_reader,
    sheet,
    text_reader,
    word,
)
from quiz.banks.importing.values.labels import unlabelled

FileReader = Callable[[bytes, str], Imported]
NOT_THIS = ("not_this_kind", "no_header")
SHEETS: tuple[FileReader, ...] = (
    kahoot_reader.read_kahoot,
    quizizz_reader.read_quizizz,
    sheet.read_sheet,
)
OTHERS = {b"{\\rtf": "rtf", b"%pdf": "pdf", b"<!doctype html": "html", b"<html": "html"}
"""How files begin, in small letters, that people try and that are of no kind we read."""
PACKED = {"ppt/presentation.xml": "pptx", "content.xml": "odt"}
OPEN_DOCUMENT = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}
BY_NAME: dict[str, tuple[FileReader, ...]] = {
    ".yaml": (own_yaml_reader.read_own_yaml,),
    ".yml": (own_yaml_reader.read_own_yaml,),
    ".json": (json_reader.read_json,),
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
    found = first(readers_of(within_size(data), name.lower()), data, name)
    within_bounds(found.drafts)
    return found if found.head is not None else without_numbers(found)


def without_numbers(found: Imported) -> Imported:
    """The questions without "Câu 12:" before their texts, whatever file has it there."""
    return replace(
        found,
        drafts=tuple(replace(draft, text=unlabelled(draft.text)) for draft in found.drafts),
    )


def readers_of(data: bytes, name: str) -> tuple[FileReader, ...]:
    """The readers that may know the file, the likeliest first."""
    if data.startswith(OLD):
        raise UnreadableFile("old_office")
    if data.startswith(b"PK"):
        return in_archive(data)
    start = data[:200].lstrip(b"".join(MARKS)).lstrip()
    other = next((OTHERS[each] for each in OTHERS if start.lower().startswith(each)), "")
    if other:
        raise UnreadableFile("not_this_kind", other)
    if start.startswith(b"<") or name.endswith(".xml"):
        return (moodle_xml_reader.read_moodle_xml, qti_reader.read_qti)
    if b"\0" in data[:1000] and not data.startswith(tuple(MARKS)):
        raise UnreadableFile("not_this_kind")
    named = next((BY_NAME[ending] for ending in BY_NAME if name.endswith(ending)), None)
    return named or of_text(data)


def of_text(data: bytes) -> tuple[FileReader, ...]:
    """The readers of a text whose name tells nothing.

    Braces belong to many texts, so only ones with the marks of GIFT make it that.
    """
    gift = (gift_reader.read_gift,) if gift_reader.is_surely_gift(data) else ()
    rest = (*SHEETS, read_lines) if sheet.has_header(data) else (read_lines, *SHEETS)
    return (json_reader.read_json, *gift, *rest)


def read_lines(data: bytes, name: str) -> Imported:
    """The questions of a text that stand on lines, as Aiken or as people type them in Word.

    Many texts are both: the reader counts that leaves fewer questions in doubt, or else Aiken
    where nothing is numbered. Raises UnreadableFile.
    """
    readers = (aiken_reader.read_aiken, text_reader.read_text)
    found: list[Imported] = []
    for reader in readers[::-1] if text_reader.is_numbered(data) else readers:
        try:
            found.append(reader(data, name))
        except UnreadableFile as error:
            problem = error
            if problem.code not in NOT_THIS:
                raise
    if not found:
        raise problem
    return min(found, key=lambda each: sum(bool(draft.doubts) for draft in each.drafts))


def in_archive(data: bytes) -> tuple[FileReader, ...]:
    """The readers of a zip archive."""
    with archive_of(data) as archive:
        names = archive.namelist()
        kind = entry_of(archive, "mimetype")[:100] if "mimetype" in names else b""
    opened = next((OPEN_DOCUMENT[each] for each in OPEN_DOCUMENT if each in kind), "")
    other = opened or next((PACKED[each] for each in PACKED if each in names), "")
    if other:
        raise UnreadableFile("not_this_kind", other)
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
            said = problem.code == "no_header" or bool(problem.detail)
            problem = problem if said and not error.detail else error
    raise problem
