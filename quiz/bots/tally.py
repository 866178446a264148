"""What robots count and measure, for each question and in all."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


def percentile(values: list[float], share: float) -> float | None:
    """The smallest value that at least `share` of all values do not exceed, to 0.1."""
    if not values:
        return None
    return round(sorted(values)[max(0, math.ceil(share * len(values)) - 1)], 1)


@dataclass
class QuestionTally:
    """One question: how many answered, what became of it, and the times (ms).

    `pushes` are, for each phone, from the instant at which the server made the view that first
    shows the question (its `now`) to its arrival, on the server's clock as it was measured.
    `verdicts` are the same for the reveal: from its view to the phone's own result.
    `acks` run from the first sending of an answer to its acknowledgement, retries included.
    `buzzed`, `buzzes_acknowledged` and `buzzes_refused` are of the buzzer.
    """

    name: str
    answered: int = 0
    acknowledged: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    pushes: list[float] = field(default_factory=list)
    verdicts: list[float] = field(default_factory=list)
    acks: list[float] = field(default_factory=list)
    buzzed: int = 0
    buzzes_acknowledged: int = 0
    buzzes_refused: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Totals:
    """The whole run; times in ms, None where nothing was measured.

    `answered`: answers sent, each counted once however often it was sent; `refused`: by code;
    `push_last_ms` and `reveal_last_ms`: the slowest phone of the slowest question; the `ack`s are
    those of all answers. `buzzed`: times that a buzzer was pressed, with what became of them.
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
    buzzed: int = 0
    buzzes_acknowledged: int = 0
    buzzes_refused: dict[str, int] = field(default_factory=dict)


class Tally:
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
        buzzed=sum(tally.buzzed for tally in tallies),
        buzzes_acknowledged=sum(tally.buzzes_acknowledged for tally in tallies),
        buzzes_refused=dict(sum((tally.buzzes_refused for tally in tallies), Counter[str]())),
        reconnects=reconnects,
        push_last_ms=percentile(pushes, 1.0),
        reveal_last_ms=percentile(verdicts, 1.0),
        ack_p50_ms=percentile(acks, 0.50),
        ack_p95_ms=percentile(acks, 0.95),
        ack_p99_ms=percentile(acks, 0.99),
    )


def ms(value: float | None) -> str:
    """A measured time for people: `12,5`, or a dash."""
    return "–" if value is None else f"{value:.1f}".replace(".", ",")


def words_of(totals: Totals) -> str:
    """Counts and times in one line; the joined and the reconnects are the run's, not here."""
    acks = " / ".join(ms(t) for t in (totals.ack_p50_ms, totals.ack_p95_ms, totals.ack_p99_ms))
    words = [
        f"trả lời (answered) {totals.answered}",
        f"đã ghi (acknowledged) {totals.acknowledged}",
        f"từ chối (refused) {by_code(totals.refused)}",
        f"tới máy cuối (push) {ms(totals.push_last_ms)} ms",
        f"ack p50/p95/p99 {acks} ms",
    ]
    if totals.buzzed:
        words += [
            f"bấm chuông (buzzed) {totals.buzzed}",
            f"đã ghi (acknowledged) {totals.buzzes_acknowledged}",
            f"từ chối (refused) {by_code(totals.buzzes_refused)}",
        ]
    return " · ".join(words)


def by_code(refused: dict[str, int]) -> str:
    """Refusals for people: `too_late 2`, or 0."""
    return ", ".join(f"{code} {count}" for code, count in sorted(refused.items())) or "0"


def question_line(tally: QuestionTally) -> str:
    """One question in one line."""
    return f"{tally.name:<10} {words_of(totals_of([tally], 0, 0, Counter()))}"


def totals_line(totals: Totals) -> str:
    """The whole run in two lines."""
    return (
        f"Tổng (total): vào thi (joined) {totals.joined} · "
        f"nối lại (reconnects) {totals.reconnects}\n{words_of(totals)}"
    )
