"""What the store takes and gives. Times are ms since 1970, server clock."""

from dataclasses import dataclass

from quiz.core.events import Event
from quiz.core.state import Stage


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a journal: event `version` of a contest, part `part` (from 0) of a command.

    `at` is when the server received the command.
    """

    version: int
    command_id: str
    part: int
    event: Event
    at: int


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
