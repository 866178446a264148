"""What all robots of one process have between them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from quiz.bots.phone.clock import PhoneClock
from quiz.bots.tally import RobotTally
from quiz.bots.wire import Ack
from quiz.core.nouns.shapes import PhoneView
from quiz.core.nouns.state import Stage


def _unheard(id: str, reply: Ack | None) -> None:
    """Nobody keeps account."""


@dataclass
class Watch:
    """One clock, one tally, how many robots are connected, and the newest view of any.

    `told` hears the id of each answer before it is sent first (None), and then the server's reply.
    """

    clock: PhoneClock = field(default_factory=PhoneClock)
    tally: RobotTally = field(default_factory=RobotTally)
    online: int = 0
    newest: PhoneView | None = None
    question: str = ""
    told: Callable[[str, Ack | None], None] = _unheard

    @property
    def finished(self) -> bool:
        """Whether a phone has seen that the contest is over."""
        return self.newest is not None and self.newest.stage is Stage.FINISHED

    def see(self, view: PhoneView | None, question: str) -> None:
        """Keep what a phone shows, if it is the newest."""
        if view is not None and (self.newest is None or view.v > self.newest.v):
            self.newest, self.question = view, question
