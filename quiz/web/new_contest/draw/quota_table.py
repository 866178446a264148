"""The table of a new contest's form: how many questions of each topic and difficulty to draw.

A field is named `quota:POOL:BANK:DIFFICULTY:TOPIC`; an empty one asks for nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import LazyString, lazy_gettext

from quiz.banks.bank import Bank
from quiz.banks.drawing.quotas import QuotaCell
from quiz.core.nouns.model import Pool, Quota
from quiz.web.new_contest.draw.avoiding import Uses, months_since

_ = lazy_gettext
PREFIX = "quota:"
DIFFICULTIES = (1, 2, 3)
MOST = 100
FormFields = Mapping[str, str]
Errors = dict[QuotaCell, LazyString]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of the table: its questions, the ages of those used (months), what is wrong.

    `fields` are the name and the value of the field of each pool.
    """

    have: int
    used: tuple[int, ...]
    fields: tuple[tuple[Pool, str, str], ...]
    error: LazyString | None = None


@dataclass(frozen=True, slots=True)
class TopicView:
    """A row of the table."""

    topic: str
    have: int
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class BankView:
    """A bank's part of the table."""

    bank: Bank
    topics: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True)
class FilledQuotas:
    """What was filled in, and what cannot be understood."""

    quotas: tuple[Quota, ...]
    errors: Errors = field(default_factory=dict)


def field_name(pool: Pool, cell: QuotaCell) -> str:
    """The name of a cell's field."""
    bank, topic, difficulty = cell
    return f"{PREFIX}{pool.value}:{bank}:{difficulty}:{topic}"


def asked(fields: FormFields, banks: Sequence[Bank]) -> FilledQuotas:
    """The quotas that the form asks of these banks."""
    quotas: list[Quota] = []
    errors: Errors = {}
    for cell in (cell for bank in banks for cell in bank_cells(bank)):
        for pool in Pool:
            text = fields.get(field_name(pool, cell), "").strip()
            count = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1
            if text and not 0 <= count <= MOST:
                errors[cell] = _("Cần một số từ 0 đến %(most)s.", most=MOST)
            elif text and count:
                quotas.append(Quota(pool, *cell, count))
    return FilledQuotas(tuple(quotas), errors)


def bank_cells(bank: Bank) -> list[QuotaCell]:
    """All cells of a bank, empty ones too, in the order of the table."""
    return [(bank.id, topic, level) for topic in bank.topics() for level in DIFFICULTIES]


def table(
    banks: Sequence[Bank], fields: FormFields, errors: Errors, uses: Uses, now: int
) -> list[BankView]:
    """The whole table, with what was filled in and what is wrong."""
    return [bank_view(bank, fields, errors, uses, now) for bank in banks]


def bank_view(bank: Bank, fields: FormFields, errors: Errors, uses: Uses, now: int) -> BankView:
    """One bank's part."""
    ages: dict[QuotaCell, list[int | None]] = {cell: [] for cell in bank_cells(bank)}
    for question in bank.questions:
        age = months_since(uses.get(question.id, ()), now)
        ages[bank.id, question.topic, question.difficulty].append(age)

    def view(cell: QuotaCell) -> CellView:
        names = ((pool, field_name(pool, cell)) for pool in Pool)
        return CellView(
            len(ages[cell]),
            tuple(sorted(age for age in ages[cell] if age is not None)),
            tuple((pool, name, fields.get(name, "")) for pool, name in names),
            errors.get(cell),
        )

    def row(topic: str) -> TopicView:
        cells = tuple(view((bank.id, topic, level)) for level in DIFFICULTIES)
        return TopicView(topic, sum(cell.have for cell in cells), cells)

    return BankView(bank, tuple(row(topic) for topic in bank.topics()))
