"""One row of a table as a draft of a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked
from quiz.banks.importing.draft import DraftQuestion
from quiz.banks.importing.readers.sheet.headers import Header
from quiz.banks.importing.values.key_reading import doubting, with_key
from quiz.banks.importing.values.names import LETTERS, plain
from quiz.banks.importing.values.values import NUMBERS, kind_of, with_numbers

LABEL = re.compile(r"(?P<letter>[A-Ha-h])\s*[.):]\s*(?P<text>\S.*)", re.DOTALL)
YES = {"x", "co", "yes", "true", "dung", "1"}


@dataclass(frozen=True, slots=True)
class RowFields:
    """The cells of one row under their header."""

    header: Header
    row: Sequence[str]

    def all(self, field: str) -> list[str]:
        """What stands under a name that several columns may have."""
        columns = self.header.columns.get(field, ())
        found = (clean(self.row[column]) for column in columns if column < len(self.row))
        return [text for text in found if text]

    def one(self, field: str) -> str:
        """What stands under a name."""
        return next(iter(self.all(field)), "")

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


def draft_of(fields: RowFields, place: str) -> DraftQuestion:
    """The question of a row, with every doubt about it."""
    draft = DraftQuestion(
        place,
        fields.one("text"),
        options=fields.options(),
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
    typed = not fields.header.options()
    keys = {text.casefold(): text for text in fields.all("key")}
    if len(keys) > 1:
        return checked(doubting(draft, "many_keys", "key", "; ".join(keys.values())))
    kind = kind_of(fields.one("kind"))
    if kind is None and fields.one("kind"):
        draft = doubting(draft, "kind_unknown", "kind", fields.one("kind"))
    return with_key(draft, "".join(keys.values()), kind=kind, typed=typed)
