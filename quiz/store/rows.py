"""What the store takes and gives. Times are ms since 1970, server clock."""

from dataclasses import dataclass

from quiz.core.nouns.actors import Actor
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Stage


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A row of a journal: event `version` of a contest, part `part` (from 0) of a command.

    `at` is when the server received the command, `actor` whose it was.
    """

    version: int
    command_id: str
    part: int
    event: Event
    at: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class ContestRow:
    """A line of the list of contests; `owner` is an account, `joined` counts contestants.

    `readable` is false when this version of the program cannot replay its journal.
    """

    id: str
    pin: str
    title: str
    owner: int
    created_at: int
    stage: Stage = Stage.LOBBY
    joined: int = 0
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in; `role` is host, judge or marshal.

    `has_password` is false until the first one is set.
    """

    id: int
    name: str
    role: str
    has_password: bool


@dataclass(frozen=True, slots=True)
class Grant:
    """A role of one contest, handed out by account `made_by` to `who` (free text).

    Until `spent_at` its link is good, then its holder, both until `expires_at` or `revoked_at`.
    """

    id: int
    contest_id: str
    role: str
    who: str
    made_by: int
    made_at: int
    expires_at: int
    spent_at: int | None = None
    revoked_at: int | None = None


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
