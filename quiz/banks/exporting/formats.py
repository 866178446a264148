"""Every format that a bank can be written in, and the writing, checked by reading it again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import (
    Carrier,
    Exported,
    LeftOut,
    expected,
    same_form,
    sorted_out,
)
from quiz.banks.exporting.writers import (
    aiken_writer,
    gift_writer,
    kahoot_writer,
    moodle_xml_writer,
    own_yaml_writer,
    qti_writer,
    quizizz_writer,
    sheet_writer,
    word_writer,
)
from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.readers import aiken_reader as aiken_reader
from quiz.banks.importing.readers import gift_reader as gift_reader
from quiz.banks.importing.readers import kahoot_reader as kahoot_reader
from quiz.banks.importing.readers import moodle_xml_reader as moodle_xml_reader
from quiz.banks.importing.readers import own_yaml_reader as own_yaml_reader
from quiz.banks.importing.readers import qti_reader as qti_reader
from quiz.banks.importing.readers import quizizz_reader as quizizz_reader
from quiz.banks.importing.readers import sheet as sheet_reader
from quiz.banks.importing.readers import word as word_reader
from quiz.core.nouns.model import Question


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format's name and file ending, what it carries, and what writes and reads it."""

    name: str
    ending: str
    carrier: Carrier
    write: Callable[[Bank], bytes]
    read: Callable[[bytes, str], Imported]


FORMATS = {
    each.name: each
    for each in (
        FileFormat(
            "yaml",
            ".yaml",
            own_yaml_writer.CARRIER,
            own_yaml_writer.write_own_yaml,
            own_yaml_reader.read_own_yaml,
        ),
        FileFormat(
            "excel",
            ".xlsx",
            sheet_writer.CARRIER,
            sheet_writer.write_excel,
            sheet_reader.read_sheet,
        ),
        FileFormat(
            "csv", ".csv", sheet_writer.CARRIER, sheet_writer.write_csv, sheet_reader.read_sheet
        ),
        FileFormat(
            "word", ".docx", word_writer.CARRIER, word_writer.write_word, word_reader.read_word
        ),
        FileFormat(
            "aiken",
            ".aiken.txt",
            aiken_writer.CARRIER,
            aiken_writer.write_aiken,
            aiken_reader.read_aiken,
        ),
        FileFormat(
            "gift", ".gift.txt", gift_writer.CARRIER, gift_writer.write_gift, gift_reader.read_gift
        ),
        FileFormat(
            "moodle",
            ".xml",
            moodle_xml_writer.CARRIER,
            moodle_xml_writer.write_moodle_xml,
            moodle_xml_reader.read_moodle_xml,
        ),
        FileFormat(
            "kahoot",
            ".kahoot.xlsx",
            kahoot_writer.CARRIER,
            kahoot_writer.write_kahoot,
            kahoot_reader.read_kahoot,
        ),
        FileFormat(
            "quizizz",
            ".quizizz.xlsx",
            quizizz_writer.CARRIER,
            quizizz_writer.write_quizizz,
            quizizz_reader.read_quizizz,
        ),
        FileFormat("qti", ".zip", qti_writer.CARRIER, qti_writer.write_qti, qti_reader.read_qti),
    )
}


def format_for(file: str) -> FileFormat | None:
    """The format that a file's name ends in: the longest ending that fits."""
    fitting = [each for each in FORMATS.values() if file.lower().endswith(each.ending)]
    return max(fitting, key=lambda each: len(each.ending), default=None)


def export(bank: Bank, format: FileFormat) -> Exported:
    """The bank in a format, and the questions left out with the reason of each.

    What was written is read again: a question that does not come back as it was (its text
    looks like one of the format's own marks) is left out too.
    """
    kept, left_out = sorted_out(bank, format.carrier)
    data = format.write(kept)
    while wrong := altered(kept, data, format):
        left_out += tuple(LeftOut(question, "altered") for question in wrong)
        rest = tuple(question for question in kept.questions if question.id not in wrong)
        kept = replace(kept, questions=rest)
        data = format.write(kept)
    order = {question.id: place for place, question in enumerate(bank.questions)}
    return Exported(data, tuple(sorted(left_out, key=lambda each: order[each.question])))


def altered(bank: Bank, data: bytes, format: FileFormat) -> frozenset[str]:
    """The ids of the questions that the written file does not give back as they were."""
    drafts = read_again(data, format)
    if len(drafts) != len(bank.questions):
        return frozenset(
            question.id
            for question in bank.questions
            if not comes_back(
                question,
                read_again(format.write(replace(bank, questions=(question,))), format),
                format,
            )
        )
    return frozenset(
        question.id
        for question, draft in zip(bank.questions, drafts, strict=True)
        if not comes_back(question, (draft,), format)
    )


def read_again(data: bytes, format: FileFormat) -> tuple[DraftQuestion, ...]:
    """What a person who gets the file will have; nothing where it cannot be read."""
    try:
        return format.read(data, f"again{format.ending}").drafts
    except UnreadableFile:
        return ()


def comes_back(question: Question, drafts: tuple[DraftQuestion, ...], format: FileFormat) -> bool:
    """Whether the question, and nothing else, was read."""
    return [same_form(draft) for draft in drafts] == [expected(question, format.carrier)]
