"""What contests have stored. Times are ms since 1970, server clock."""

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
class DraftRow:
    """A contest that is being made, or that is being changed (`contest_id`); `at`: last changed."""

    id: str
    owner: int
    title: str
    contest_id: str
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
