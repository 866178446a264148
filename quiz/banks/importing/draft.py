"""A question as it was understood, with its doubts; a person settles them before it is saved."""

from dataclasses import dataclass, field

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Answer, Kind


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person must settle; `field` names the part of the draft it is about.

    Codes: `no_text`, `no_options`, `few_options`, `many_options`, `same_options`, `letters`
    (doubled or missing letters), `no_key`, `many_keys`, `other_mark` (marked, but not as
    the file marks its other keys), `key_unknown`, `kind_unknown`,
    `bad_number`, `unsupported`, `too_long`, `picture`, `picture_missing` (named,
    and not there), `picture_unusable`, `field_wrong` (a value of one of our own files that cannot
    stand), `stray` (a line that belongs nowhere for sure), `formula`, `symbol` (that
    could not be read), `table` (read as a line of text), `date`
    (Excel may have taken the day for the month), `number_shown` (Excel may show it otherwise),
    `cell_error` (#N/A and its like), `from_zero` (keys may count from 0), `row_cut` (a row of
    a text that may be cut at a comma of a sentence), `two_texts` (two columns made the text).
    """

    code: str
    field: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """One question of a file; `place` says where it stands ("Câu 12", "dòng 14").

    `key` is empty while it is not known. `picture` is the bytes of a picture found in it,
    `picture_name` the file that one of our own banks names. `id`, `source_status` and `as_of`
    are empty unless the file tells them.
    """

    place: str
    text: str
    kind: Kind = Kind.ONE
    options: tuple[str, ...] = ()
    key: tuple[Answer, ...] = ()
    explanation: str = ""
    citation: str = ""
    topic: str = ""
    difficulty: int = 1
    seconds: int = 0
    points: int = 0
    tolerance: str = "0"
    fixed_order: bool = False
    picture: bytes = b""
    picture_name: str = ""
    id: str = ""
    source_status: str = ""
    as_of: str = ""
    strict_marks: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A whole file as it was understood; `notes` are codes of what was done on the way.

    `head` is one of our own banks without its questions, when the file is one.
    Notes: `converted_tcvn3`, `converted_vni`, `key_table` (keys came from a table at the
    end), `rows_above_header`, `columns_by_shape` (a table without a header), `hidden_rows` and
    `sheets_left_out` with their names, `left_out` with a count, `numbers_missing` with the numbers.
    """

    drafts: tuple[DraftQuestion, ...]
    title: str = ""
    notes: tuple[str, ...] = field(default=())
    head: Bank | None = None


class UnreadableFile(Exception):
    """The file cannot be read at all; `code` says why.

    Codes: `empty`, `too_large`, `not_this_kind`, `broken`, `bomb`, `too_many`, `encoding` (old
    text that is none we know), `no_header` (a table without one), `old_office` (.doc, .xls, or
    a password), `question_too_large`, `too_much_text`, `too_much_work` (it was stopped).
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code if not detail else f"{code}: {detail}")
        self.code = code
        self.detail = detail
