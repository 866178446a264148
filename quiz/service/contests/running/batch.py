"""Decide many commands in turn on one evolving contest; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, Actor, seat
from quiz.core.nouns.commands import Command
from quiz.core.nouns.event import Event, Nature
from quiz.core.nouns.events import ContestantJoined, Undone
from quiz.core.nouns.state import Contest
from quiz.service.contests.rows import JournalEntry
from quiz.service.ports import Rules


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a command that was carried out is answered with.

    `v` is the version after it; `number` that of somebody who joined; `at` when the server
    had an answer or another message that counts (ms); `acted` is the version after its last act
    that an undo may take back, 0 without one.
    """

    v: int
    number: int = 0
    at: int = 0
    acted: int = field(default=0, compare=False)


# Made for every answer: a struct takes a quarter of the time of a frozen dataclass.
class Submission(msgspec.Struct, frozen=True):
    """A command as it came: `received` is the server's time (ms) when it did, `actor` whose it is.

    `command_id` is the idempotency key: a repeat is known by it, so whoever makes such ids must
    keep them from those of others. It counts only where the run of show stood still for the
    `still_ms` before it came.
    """

    command: Command
    command_id: str
    received: int
    actor: Actor
    still_ms: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """A batch decided: the contest after it, what to store, an outcome for each command.

    `moved_at` is when the server had what last moved the run of show (ms).
    """

    contest: Contest
    entries: tuple[JournalEntry, ...]
    outcomes: tuple[Receipt | Exception, ...]
    moved_at: int = 0


def decide_batch(
    batch: Sequence[Submission],
    contest: Contest,
    known: Mapping[str, Receipt],
    rules: Rules,
    moved_at: int = 0,
) -> Decided:
    """Decide each in turn; `known` holds the receipts of earlier ones.

    A repeat gets its first receipt while that is of something which counts. What was undone is
    decided like any other: an act is `stale` then, and an answer too late for another asking.
    """
    receipts = dict(known)
    entries: list[JournalEntry] = []
    outcomes: list[Receipt | Exception] = []
    for asked in batch:
        receipt = receipts.get(asked.command_id)
        if receipt is not None and rules.still_counts(
            contest, asked.command, receipt.v, receipt.acted
        ):
            outcomes.append(receipt)
            continue
        try:
            if abs(asked.received - moved_at) < asked.still_ms:
                raise Rejected("too_soon")
            events = rules.decide(contest, asked.command, asked.received)
            after = contest
            for part, event in enumerate(events):
                after = rules.evolve(after, event, part)
        except Rejected as refusal:
            outcomes.append(refusal)
            continue
        except Exception as problem:  # noqa: BLE001  the hall logs it
            # A mistake of ours in one command must not take the others down.
            outcomes.append(problem)
            continue
        made = entries_for(events, contest.version, asked)
        entries += made
        contest, moved_at = after, moved_by(made, moved_at)
        receipt = receipts[asked.command_id] = receipt_of(events, contest.version)
        outcomes.append(receipt)
    return Decided(contest, tuple(entries), tuple(outcomes), moved_at)


def fold(contest: Contest, entries: Iterable[JournalEntry], rules: Rules) -> Contest:
    """The contest after these entries."""
    for entry in entries:
        contest = rules.evolve(contest, entry.event, entry.part)
    return contest


def moved_by(entries: Iterable[JournalEntry], moved_at: int) -> int:
    """When the run of show last moved (ms), which was at `moved_at` before these entries.

    What leaves the hall's scene as it is (a name mended, the door closed) does not move it.
    """
    for entry in entries:
        if entry.event.traits.nature is Nature.ACT and not entry.event.traits.keeps_scene:
            moved_at = entry.at
    return moved_at


def entries_for(events: Sequence[Event], version: int, asked: Submission) -> list[JournalEntry]:
    """Journal entries for one command's events, numbered on from `version`."""
    actor = asked.actor
    if actor == NEWCOMER:
        actor = seat(receipt_of(events, version).number)
    return [
        JournalEntry(version + 1 + part, asked.command_id, part, event, asked.received, actor)
        for part, event in enumerate(events)
    ]


def receipt_of(events: Iterable[Event], version: int) -> Receipt:
    """The receipt for one command's events, the last of which made `version`."""
    number = at = acted = 0
    events = tuple(events)
    for made, event in enumerate(events, start=version + 1 - len(events)):
        if isinstance(event, ContestantJoined):
            number = event.number
        if event.traits.received:
            at = event.at  # type: ignore[attr-defined]
        if event.traits.nature is Nature.ACT and not isinstance(event, Undone):
            acted = made
    return Receipt(version, number, at, acted)


def receipts_of(entries: Iterable[JournalEntry]) -> dict[str, Receipt]:
    """The receipts that commands had, told from the entries they made."""
    made: dict[str, list[JournalEntry]] = {}
    for entry in entries:
        made.setdefault(entry.command_id, []).append(entry)
    return {
        command_id: receipt_of((entry.event for entry in parts), parts[-1].version)
        for command_id, parts in made.items()
    }
