"""What a robot phone has before it: the newest view, its seat, the question."""

import functools
from dataclasses import dataclass

import msgspec

from quiz.core.state import Life
from quiz.core.views import MyAnswer, PhoneView, QuestionView, SeatView


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a phone gets whenever it connects."""

    view: PhoneView
    seat: SeatView
    answer: MyAnswer | None


@functools.lru_cache(maxsize=64)
def read_view(body: bytes) -> PhoneView:
    """All phones get the same bytes, so they are read once."""
    return msgspec.json.decode(body, type=PhoneView)


def name_of(view: PhoneView, question: QuestionView) -> str:
    """A question's name: `main-7`, and with several rounds `2/main-7`."""
    name = f"{question.pool}-{question.ordinal}"
    return f"{view.round.index}/{name}" if view.round and view.round.of > 1 else name


class Screen:
    """Follows the server's events; `question` is the name of the question shown, or empty."""

    def __init__(self) -> None:
        self.view: PhoneView | None = None
        self.seat: SeatView | None = None
        self.question = ""
        self.taken_over = False
        self._done = False
        self._buzzed_from = 0

    @property
    def has_verdict(self) -> bool:
        """Whether the phone shows its own result of the question that is revealed."""
        revealed = self.view is not None and self.view.life is Life.REVEALED
        return revealed and self.seat is not None and self.seat.verdict is not None

    def take(self, event: str, body: bytes) -> bool:
        """Follow one event; True when it pushed a question that was not there before."""
        if event == "view":
            return self._see(read_view(body), answered=None)
        if event == "seat":
            self.seat = msgspec.json.decode(body, type=SeatView)
        elif event == "welcome":
            welcome = msgspec.json.decode(body, type=Welcome)
            self.seat = welcome.seat
            self._see(welcome.view, answered=welcome.answer is not None)
        elif event == "taken_over":
            self.taken_over = True
        return False

    def _see(self, view: PhoneView, *, answered: bool | None) -> bool:
        """Show a view unless a later one came first; a welcome says what was answered."""
        if self.view is not None and view.v < self.view.v:
            return False
        self.view = view
        before = self.question
        shown = view.question is not None and view.life is not Life.DRAWN
        self.question = name_of(view, view.question) if shown and view.question else ""
        if self.question != before:
            self._done = bool(answered)
        return answered is None and self.question not in ("", before)

    def claim(self) -> tuple[PhoneView, QuestionView] | None:
        """The question to be answered now, once: None until its clock runs, and afterwards.

        Where a buzzer decides it is this phone's once it has the turn.
        """
        view = self.view
        if self._done or view is None or view.question is None:
            return None
        buzzer = view.parts.get("buzzer")
        if buzzer["phase"] != "answering" if buzzer else view.life is not Life.CLOCK:
            return None
        if self.seat is None or not self.seat.may_answer:
            return None
        self._done = True
        return view, view.question

    @property
    def buzzes_from(self) -> int:
        """From when this phone's buzz counts (ms, the server's clock); 0 while it may not."""
        buzzer = self.view.parts.get("buzzer") if self.view else None
        own = self.seat.parts.get("buzzer") if self.seat else None
        return int(buzzer["opens_at"]) if buzzer and own and own["may_buzz"] else 0

    def claim_buzzer(self) -> QuestionView | None:
        """The question to buzz for, once for each time that buzzes begin to count."""
        opens_at = self.buzzes_from
        if self.view is None or opens_at in (0, self._buzzed_from):
            return None
        self._buzzed_from = opens_at
        return self.view.question
