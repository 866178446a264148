"""Reconciliation: what was sent and acknowledged, held against the journal."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quiz.bots.wire import Ack
from quiz.drill.journal import JournalRow


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a ledger and a journal agree.

    `lost`: acknowledged, but not in the journal as the receipt says. `duplicated`: in the journal
    more often than it may be, a refused message once.
    """

    acknowledged: int
    lost: int
    duplicated: int


class Ledger:
    """Messages by id, each with the server's last reply: None while there is none."""

    def __init__(self) -> None:
        self.replies: dict[str, Ack | None] = {}

    @property
    def open(self) -> int:
        """How many messages have no reply."""
        return sum(reply is None for reply in self.replies.values())

    def note(self, id: str, reply: Ack | None) -> None:
        """A message goes out (None), or has its reply."""
        self.replies[id] = reply

    def agreement(self, rows: Iterable[JournalRow]) -> Agreement:
        """Hold the ledger against a journal; who sent a message stands before its id there."""
        found: Counter[str] = Counter()
        received_at: dict[str, int] = {}
        for row in rows:
            sent = row.command_id.rpartition(":")[2]
            found[sent] += row.part == 0
            if row.event.traits.received:
                received_at[sent] = row.event.at  # type: ignore[attr-defined]
        acknowledged = [sent for sent, reply in self.replies.items() if reply and reply["ok"]]
        refused = [sent for sent, reply in self.replies.items() if reply and not reply["ok"]]
        lost = sum(
            not found[sent] or received_at.get(sent, 0) != (self.replies[sent] or {}).get("at", 0)
            for sent in acknowledged
        )
        more_than_once = sum(found[sent] > 1 for sent in self.replies)
        return Agreement(
            len(acknowledged), lost, more_than_once + sum(found[sent] for sent in refused)
        )
