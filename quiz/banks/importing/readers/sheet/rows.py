"""One row of a table as a draft of a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen
from quiz.banks.importing.draft import DraftQuestion
from quiz.banks.importing.readers.sheet.headers import Header
from quiz.banks.importing.readers.sheet.one_cell import CellContents, options_in, question_in
from quiz.banks.importing.values.key_reading import agreed, doubting, with_key
from quiz.banks.importing.values.labels import unlabelled
from quiz.banks.importing.values.names import LETTERS, plain
from quiz.banks.importing.values.values import NUMBERS, kind_of, with_numbers

LABEL = re.compile(r"(?P<letter>[A-Ha-h])\s*[.):]\s*(?P<text>\S.*)", re.DOTALL)
NUMBER = re.compile(r"(?:câu\s*(?:hỏi\s*)?)?\d{1,4}\s*[.:)]?", re.IGNORECASE)
COUNT = re.compile(r"0*(\d)(?:,0+)?")
SENTENCE = re.compile(r"[.?!:…\"”»)]$")
YES = {"x", "co", "yes", "true", "dung", "1"}


@dataclass(frozen=True, slots=True)
class RowFields:
    """The cells of one row under their header."""

    header: Header
    row: Sequence[str]

    def all(self, field: str) -> list[str]:
        """What stands under a name that several columns may have."""
        return [text for cell in self.cells(field) if (text := clean(cell))]

    def cells(self, field: str) -> list[str]:
        """The same, lines and all."""
        columns = self.header.columns.get(field, ())
        return [self.row[column] for column in columns if column < len(self.row)]

    def one(self, field: str) -> str:
        """What stands under a name, all of it where several columns have it."""
        return " ".join(dict.fromkeys(self.all(field)))

    def options(self) -> tuple[str, ...]:
        """The options, without empty ones at the end and without their own letters."""
        columns = self.header.options()
        found = [clean(self.row[column]) if column < len(self.row) else "" for column in columns]
        while found and not found[-1]:
            found.pop()
        labels = [LABEL.fullmatch(option) for option in found]
        doubled = found and all(
            label and label["letter"].upper() == LETTERS[place]
            for place, label in enumerate(labels)
        )
        return tuple(label["text"] for label in labels if label) if doubled else tuple(found)

    def said_twice(self) -> str:
        """What stands in a second column of the same option."""
        columns = self.header.columns
        doubled = [name for name in columns if name.startswith("option ") and columns[name][1:]]
        found = [self.all(name) for name in doubled]
        return "; ".join(" / ".join(texts) for texts in found if len(set(texts)) > 1)


@dataclass(frozen=True, slots=True)
class RowQuestion:
    """The question of a row, before its key is read.

    `right` are options with a tick, `key` is one that shared a cell with them.
    """

    draft: DraftQuestion
    letters: Sequence[str] = LETTERS
    right: tuple[int, ...] = ()
    key: str = ""


def draft_of(fields: RowFields, place: str) -> DraftQuestion:
    """The question of a row, with every doubt about it."""
    asked = asked_in(fields, DraftQuestion(place, ""))
    draft = replace(
        asked.draft,
        explanation=fields.one("explanation"),
        citation=fields.one("citation"),
        topic=fields.one("topic"),
        id=fields.one("id"),
        as_of=fields.one("as_of"),
        source_status=fields.one("source_status"),
        fixed_order=plain(fields.one("fixed_order")) in YES,
        strict_marks=plain(fields.one("strict_marks")) in YES,
    )
    draft = with_numbers(draft, {name: fields.one(name) for name in NUMBERS})
    return keyed(fields, replace(asked, draft=draft))


def keyed(fields: RowFields, asked: RowQuestion) -> DraftQuestion:
    """The question with its key."""
    draft = asked.draft
    typed = not fields.header.options() and "options" not in fields.header.columns
    said = [as_count(each, draft.options) for each in fields.all("key")]
    said += [asked.key] if asked.key else []
    keys = {text.casefold(): text for text in said}
    if len(keys) > 1:
        return checked(doubting(draft, "many_keys", "key", "; ".join(keys.values())))
    kind = kind_of(fields.one("kind"))
    if kind is None and fields.one("kind"):
        draft = doubting(draft, "kind_unknown", "kind", fields.one("kind"))
    if not keys and asked.right:
        return chosen(draft, asked.right, several=None)
    written = "".join(keys.values())
    return agreed(
        with_key(draft, written, labels=asked.letters, kind=kind, typed=typed), asked.right
    )


def as_count(key: str, options: Sequence[str]) -> str:
    """A key that counts options, as Excel may show it ("02", "2,0"), as a plain number."""
    match = COUNT.fullmatch(key)
    return match[1] if match and options and key not in options else key


def asked_in(fields: RowFields, draft: DraftQuestion) -> RowQuestion:
    """The text and the options of a row, wherever they stand in it."""
    texts = texts_of(fields)
    options = fields.options()
    cells = [cell for cell in fields.cells("options") if cell.strip()]
    columns = fields.header.options()
    if len(options) == 1 and len(columns) > 1:
        # Below a merged cell that names all options, the first may hold all of them.
        found = options_in(fields.row[columns[0]])
        options, cells = ((), [fields.row[columns[0]]]) if found.options[1:] else (options, cells)
    found = CellContents("", options)
    if not options and cells:
        found = options_in("\n".join(cells))
    elif not options and texts:
        found = question_in(texts[-1])
        texts = [*texts[:-1], found.text]
    if twice := fields.said_twice():
        draft = doubting(draft, "letters", "options", twice)
    return with_options(with_text(texts, draft), found)


def texts_of(fields: RowFields) -> list[str]:
    """The cells of the question's text; a number beside them is none."""
    texts = [*dict.fromkeys(cell.strip() for cell in fields.cells("text") if cell.strip())]
    return [text for text in texts if not NUMBER.fullmatch(text)] or texts


def with_text(texts: Sequence[str], draft: DraftQuestion) -> DraftQuestion:
    """The draft with its text; a passage in a column of its own goes before the question.

    What is no sentence there may be a heading, so that a person must look.
    """
    shown = [unlabelled(clean(text)) for text in texts]
    draft = replace(draft, text=" ".join(shown))
    if all(SENTENCE.search(text) for text in shown[:-1]):
        return draft
    return doubting(draft, "two_texts", "text", shown[0])


def with_options(draft: DraftQuestion, found: CellContents) -> RowQuestion:
    """The draft with its options, and what is doubtful about those that shared a cell."""
    letters = [letter for letter in found.letters if letter]
    if letters != [*LETTERS[: len(letters)]]:
        draft = doubting(draft, "letters", "options", ", ".join(letters))
    for line in found.rest:
        draft = doubting(draft, "stray", "options", line)
    return RowQuestion(
        replace(draft, options=found.options), letters or LETTERS, found.right, found.key
    )
