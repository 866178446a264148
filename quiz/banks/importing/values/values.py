"""Values of a question that people write in words or numbers: its kind, time, points, level."""

import re
from collections.abc import Mapping
from dataclasses import replace

from quiz.banks.importing.draft import DraftQuestion
from quiz.banks.importing.values.key_reading import doubting
from quiz.banks.importing.values.names import plain
from quiz.core.nouns.model import Kind

KINDS = {
    Kind.ONE: "one, mot dap an, trac nghiem, mot lua chon, chon mot, multiple choice, 1 dap an",
    Kind.SEVERAL: "several, nhieu dap an, nhieu lua chon, chon nhieu, checkbox, multiple select",
    Kind.TRUE_FALSE: "true false, dung sai, dung hay sai, dung hoac sai",
    Kind.TEXT: "text, chu, dien, dien khuyet, dien tu, tra loi ngan, tu luan, short answer",
    Kind.NUMBER: "number, so, dien so, nhap so",
    Kind.ORDER: "order, sap xep, thu tu, xep thu tu",
}
KIND_NAMES = {name: kind for kind, names in KINDS.items() for name in names.split(", ")}
LEVELS = {"1": 1, "de": 1, "nhan biet": 1, "2": 2, "vua": 2, "trung binh": 2, "thong hieu": 2}
LEVELS |= {"3": 3, "kho": 3, "van dung": 3}
WHOLE = re.compile(r"(\d{1,6})(?:\s*(?:s|giây|giay|điểm|diem|points?|seconds?))?", re.IGNORECASE)
SIZE = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
NUMBERS = ("seconds", "points", "difficulty", "tolerance")


def kind_of(name: str) -> Kind | None:
    """The kind that a name means."""
    return KIND_NAMES.get(plain(name))


def with_numbers(draft: DraftQuestion, written: Mapping[str, str]) -> DraftQuestion:
    """The draft with the values of NUMBERS as written; what is no number is a doubt."""
    found: dict[str, int | str] = {}
    for field in NUMBERS:
        text = written.get(field, "")
        whole, size = WHOLE.fullmatch(text), SIZE.fullmatch(text)
        if field in ("seconds", "points") and whole:
            found[field] = int(whole[1])
        elif field == "difficulty" and plain(text) in LEVELS:
            found[field] = LEVELS[plain(text)]
        elif field == "tolerance" and size:
            found[field] = text.replace(",", ".")
        elif text:
            draft = doubting(draft, "bad_number", field, text)
    # The names of fields are those of the draft, which mypy cannot see through a mapping.
    return replace(draft, **found)  # type: ignore[arg-type]
