"""Seats given back: a code for one seat, opened once on another device, within minutes.

Codes are kept in memory alone. They live for so short that a server started anew loses nothing:
the host asks for another one.
"""

import secrets
import threading
from dataclasses import dataclass
from enum import StrEnum

from quiz.clock import Clock
from quiz.core.nouns.actors import Actor
from quiz.core.nouns.commands import ReopenSeat
from quiz.service.contests.runners import Runners

LIFE_MS = 10 * 60 * 1000
"""How long a code waits: the way from the console to a seat in the hall, not an evening."""
DIGITS = 9
"""Of the code that is typed: guessers, whose wrong ones count as wrong PINs, get at some 6,000 of
the 10⁹ while one lives."""


class CodeState(StrEnum):
    """What became of a code: it waits, it was spent, or it is good no more."""

    WAITING = "waiting"
    OPENED = "opened"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class SeatCode:
    """A seat that may be opened on another device until `expires_at` (ms).

    `token` is for a link, `digits` to be typed; `actor` is who let that happen.
    """

    contest_id: str
    number: int
    actor: Actor
    token: str
    digits: str
    expires_at: int

    @property
    def seat(self) -> tuple[str, int]:
        """The contest, and the number in it."""
        return self.contest_id, self.number


class Reopening:
    """The codes of all contests; safe to use from any thread."""

    def __init__(self, runners: Runners, *, clock: Clock) -> None:
        self._runners = runners
        self._clock = clock
        self._guard = threading.Lock()
        self._waiting: dict[str, SeatCode] = {}
        """By the token."""
        self._spent: dict[str, tuple[SeatCode, str]] = {}
        """With the secret that each was spent for, by the token."""

    def make(self, contest_id: str, number: int, actor: Actor) -> SeatCode:
        """A new code for this seat; one made before is good no more."""
        expires_at = self._clock.now() + LIFE_MS
        with self._guard:
            self._forget(contest_id, number)
            self._spent = {
                token: (code, secret)
                for token, (code, secret) in self._spent.items()
                if code.seat != (contest_id, number) and self._is_good(code)
            }
            digits = self._fresh_digits()
            token = secrets.token_urlsafe(24)
            made = SeatCode(contest_id, number, actor, token, digits, expires_at)
            self._waiting[token] = made
        return made

    def find(self, token: str) -> SeatCode | None:
        """What the link of this token opens, as long as it is good; looking spends nothing."""
        found = self._waiting.get(token)
        return found if found is not None and self._is_good(found) else None

    def by_digits(self, digits: str) -> SeatCode | None:
        """What was typed, as long as it is good; who may guess is for the caller to bound."""
        for each in tuple(self._waiting.values()):
            if each.digits == digits and self._is_good(each):
                return each
        return None

    def became(self, contest_id: str, number: int) -> CodeState:
        """What became of the newest code of this seat."""
        seat = contest_id, number
        if any(code.seat == seat for code, _ in tuple(self._spent.values())):
            return CodeState.OPENED
        waits = any(self._is_good(c) for c in tuple(self._waiting.values()) if c.seat == seat)
        return CodeState.WAITING if waits else CodeState.OVER

    def take_back(self, contest_id: str, number: int) -> None:
        """Let the code of this seat open nothing any more."""
        with self._guard:
            self._forget(contest_id, number)

    def open(self, token: str, secret: str, received: int) -> SeatCode | None:
        """Spend a code: the seat is whoever's has this secret. A repeat with it changes nothing.

        None where the code is good no more.

        Raises:
            Rejected: `no_such_contestant` when they were taken out, `storage_failed`, and then
                the code is still good.
        """
        with self._guard:
            found = self.find(token)
            if found is None:
                code, proof = self._spent.get(token, (None, ""))
                return code if proof == secret else None
            self._forget(found.contest_id, found.number)
        command = ReopenSeat(found.number, secret)
        try:
            self._runners.submit(found.contest_id, command, f"seat:{token}", received, found.actor)
        except Exception:
            with self._guard:
                self._waiting[token] = found
            raise
        with self._guard:
            self._spent[token] = found, secret
        return found

    def _is_good(self, code: SeatCode) -> bool:
        return self._clock.now() < code.expires_at

    def _forget(self, contest_id: str, number: int) -> None:
        self._waiting = {
            token: each
            for token, each in self._waiting.items()
            if each.seat != (contest_id, number) and self._is_good(each)
        }

    def _fresh_digits(self) -> str:
        taken = {each.digits for each in self._waiting.values()}
        while (digits := f"{secrets.randbelow(10**DIGITS):0{DIGITS}}") in taken:
            pass
        return digits
