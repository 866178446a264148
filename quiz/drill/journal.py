"""The journal as it lies in the file, read beside the server, and the contest it tells of."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from quiz.core.nouns.event import Event, Nature, Traits
from quiz.core.nouns.events import AnswerSubmitted, ContestantJoined
from quiz.core.nouns.state import Contest
from quiz.core.views.host_view import host_view
from quiz.formats import ENGINE
from quiz.store.codec import decode
from quiz.store.sqlite.database import FILE_NAME

_ROWS = (
    "SELECT version, command_id, part, kind, data FROM journal"
    " WHERE contest_id = ? ORDER BY version"
)


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One row of a journal."""

    version: int
    command_id: str
    part: int
    event: Event


def read_journal(folder: Path, contest_id: str) -> list[JournalRow]:
    """Every row of a contest; raises EventUnreadable, sqlite3.Error."""
    with closing(sqlite3.connect(folder / FILE_NAME, timeout=10)) as raw:
        rows = raw.execute(_ROWS, (contest_id,)).fetchall()
    return [
        JournalRow(version, by, part, decode(kind, data)) for version, by, part, kind, data in rows
    ]


def contest_at(rows: Iterable[JournalRow], version: int) -> Contest | None:
    """The contest as it stood at a version."""
    contest: Contest | None = None
    for row in rows:
        if row.version <= version:
            contest = ENGINE.evolve(contest, row.event, row.part)
    return contest


def tells(rows: Sequence[JournalRow], view: Any) -> bool:
    """Whether replaying the rows leads to just this host's view, as the server sent it."""
    contest = contest_at(rows, view["v"])
    if contest is None or contest.version != view["v"]:
        return False
    replayed = host_view(ENGINE, contest, view["hall"]["now"])
    return bool(msgspec.json.decode(msgspec.json.encode(replayed)) == view)


def late(rows: Iterable[JournalRow]) -> int:
    """How many messages of contestants came while none counted, or after the deadline."""
    contest: Contest | None = None
    count = 0
    for row in rows:
        deadline = ENGINE.due_at(contest) if contest else None
        match row.event:
            case AnswerSubmitted(by="marshal"):
                pass
            case Event(traits=Traits(received=True, nature=nature)):
                at: int = row.event.at  # type: ignore[attr-defined]
                # What stops a clock may come before it runs, while the question is being read.
                late_if_none = nature is Nature.CROWD
                count += late_if_none if deadline is None else at > deadline
        contest = ENGINE.evolve(contest, row.event, row.part)
    return count


def joined(rows: Iterable[JournalRow]) -> int:
    """How many times somebody came in."""
    return sum(isinstance(row.event, ContestantJoined) for row in rows)
