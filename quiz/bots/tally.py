"""What robots count and measure, for each question and in all."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

import msgspec

from quiz.bots.formats import ERRANDS


def percentile(values: list[float], share: float) -> float | None:
    """The smallest value that at least `share` of all values do not exceed, to 0.1."""
    if not values:
        return None
    return round(sorted(values)[max(0, math.ceil(share * len(values)) - 1)], 1)


@dataclass
class SentMessages:
    """Messages of one kind, each counted once however often it was sent; `refused` by code."""

    sent: int = 0
    acknowledged: int = 0
    refused: Counter[str] = field(default_factory=Counter)


@dataclass
class QuestionTally:
    """One question: how many answered, what became of it, and the times (ms).

    `pushes` are, for each phone, from the instant at which the server made the view that first
    shows the question (its `now`) to its arrival, on the server's clock as it was measured.
    `verdicts` are the same for the reveal: from its view to the phone's own result.
    `acks` run from the first sending of an answer to its acknowledgement, retries included.
    `others` are messages that are no answers, by event.
    """

    name: str
    answered: int = 0
    acknowledged: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    pushes: list[float] = field(default_factory=list)
    verdicts: list[float] = field(default_factory=list)
    acks: list[float] = field(default_factory=list)
    others: defaultdict[str, SentMessages] = field(
        default_factory=lambda: defaultdict(SentMessages)
    )


@dataclass(frozen=True, slots=True)
class Totals:
    """The whole run; times in ms, None where nothing was measured.

    `answered`: answers sent, each counted once however often it was sent; `refused`: by code;
    `push_last_ms` and `reveal_last_ms`: the slowest phone of the slowest question; the `ack`s are
    those of all answers. `others`: messages that are no answers, by event.
    """

    joined: int
    answered: int
    acknowledged: int
    refused: dict[str, int]
    reconnects: int
    push_last_ms: float | None
    reveal_last_ms: float | None
    ack_p50_ms: float | None
    ack_p95_ms: float | None
    ack_p99_ms: float | None
    others: dict[str, SentMessages]


class RobotTally:
    """Filled by all robots of one process."""

    def __init__(self) -> None:
        self.joined = 0
        self.reconnects = 0
        self.refused: Counter[str] = Counter()
        self.questions: dict[str, QuestionTally] = {}

    def question(self, name: str) -> QuestionTally:
        """The tally of one question, made when it is first asked for."""
        return self.questions.setdefault(name, QuestionTally(name))

    def totals(self) -> Totals:
        """Everything so far, added up."""
        asked = self.questions.values()
        return totals_of(asked, self.joined, self.reconnects, self.refused)


def totals_of(
    asked: Iterable[QuestionTally], joined: int, reconnects: int, refused: Counter[str]
) -> Totals:
    """Add up questions; `refused` are refusals outside of any question."""
    tallies = list(asked)
    acks = [took for tally in tallies for took in tally.acks]
    pushes = [took for tally in tallies for took in tally.pushes]
    verdicts = [took for tally in tallies for took in tally.verdicts]
    return Totals(
        joined=joined,
        answered=sum(tally.answered for tally in tallies),
        acknowledged=sum(tally.acknowledged for tally in tallies),
        refused=dict(sum((tally.refused for tally in tallies), refused)),
        reconnects=reconnects,
        push_last_ms=percentile(pushes, 1.0),
        reveal_last_ms=percentile(verdicts, 1.0),
        ack_p50_ms=percentile(acks, 0.50),
        ack_p95_ms=percentile(acks, 0.95),
        ack_p99_ms=percentile(acks, 0.99),
        others={each.event: _others_of(tallies, each.event) for each in ERRANDS},
    )


def _others_of(tallies: list[QuestionTally], event: str) -> SentMessages:
    """All messages of one kind that is no answer."""
    sents = [tally.others[event] for tally in tallies if event in tally.others]
    return SentMessages(
        sum(each.sent for each in sents),
        sum(each.acknowledged for each in sents),
        sum((each.refused for each in sents), Counter[str]()),
    )


def as_json(totals: Totals) -> str:
    """One JSON object; what is no answer stands in it under the names that its format gave."""
    told = {one.name: getattr(totals, one.name) for one in fields(totals) if one.name != "others"}
    for errand in ERRANDS:
        other = totals.others[errand.event]
        told |= {errand.sent: other.sent, errand.acknowledged: other.acknowledged}
        told[errand.refused] = other.refused
    return msgspec.json.encode(told).decode()
