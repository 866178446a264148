"""What a robot phone has before it: the newest view, its seat, the question."""

import functools
from dataclasses import dataclass

import msgspec

from quiz.bots.formats import plays_of
from quiz.bots.formats.declaring import Errand, part_of
from quiz.core.nouns.shapes import MyAnswer, PhoneView, QuestionView, SeatView
from quiz.core.nouns.state import Life


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
        self._taken: dict[str, int] = {}

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
        """The question to be answered now, once: None until answers are taken, and afterwards."""
        view = self.view
        if self._done or view is None or view.question is None:
            return None
        if not plays_of(view.round).answering(view.life, part_of(view)):
            return None
        if self.seat is None or not self.seat.may_answer:
            return None
        self._done = True
        return view, view.question

    def since(self, errand: Errand) -> int:
        """From when this phone's errand counts (ms, the server's clock); 0 while it does not."""
        if self.view is None or self.seat is None:
            return 0
        return errand.since(self.view, self.seat)

    def claim_errands(self) -> list[tuple[Errand, QuestionView]]:
        """What to run for now and for which question, once for each time that it counts."""
        view = self.view
        if view is None or view.question is None:
            return []
        claimed = []
        for errand in plays_of(view.round).errands:
            since = self.since(errand)
            if since not in (0, self._taken.get(errand.event)):
                self._taken[errand.event] = since
                claimed.append((errand, view.question))
        return claimed
