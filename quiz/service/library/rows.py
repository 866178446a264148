"""What the library has stored. Times are ms since 1970, server clock."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BankChange:
    """A row of the library: what somebody did to a bank, or to one question of it.

    `question_id` is empty for an act on the bank itself; `data` is the JSON of what was put.
    `by` is the account's name, filled in by the store.
    """

    bank_id: str
    version: int
    question_id: str
    act: str
    data: str | None
    account_id: int
    at: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """A file that questions were imported from."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A file of questions that came in and is not saved yet; `size` is in bytes."""

    id: str
    account_id: int
    name: str
    at: int
    size: int = 0
