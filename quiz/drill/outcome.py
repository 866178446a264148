"""What kills and evenings showed."""

from dataclasses import dataclass

from quiz.drill.ledger import Agreement
from quiz.drill.moments import Moment


@dataclass(frozen=True, slots=True)
class Strike:
    """One kill: the first and the last phone back (ms after the new start), and the replay.

    `in_flight`: messages that had been sent and not answered when the server died.
    """

    moment: Moment
    in_flight: int
    back_first_ms: int
    back_all_ms: int
    replay_equal: bool


@dataclass(frozen=True, slots=True)
class EveningOutcome:
    """What an evening showed. `late`: messages accepted after the deadline."""

    strikes: tuple[Strike, ...]
    answers: Agreement
    acts: Agreement
    joined: int
    late: int
    replay_equal: bool
