"""Who did what: the texts that stand for it in a journal.

`account:3` somebody signed in to this account, `seat:17` the contestant of this number on the
phone, `grant:8` somebody who was given a role in one contest, `timer` the clock, `rule` what the
rules do by themselves, `unknown` in rows from before actors were kept. They are a file format.

Every answer has one, so an actor is the text itself, made once for each socket.
"""

from enum import StrEnum
from typing import NewType

Actor = NewType("Actor", str)


class Doer(StrEnum):
    """What an actor is."""

    ACCOUNT = "account"
    SEAT = "seat"
    GRANT = "grant"
    TIMER = "timer"
    RULE = "rule"
    UNKNOWN = "unknown"


def account(number: int) -> Actor:
    """Somebody signed in to this account."""
    return Actor(f"{Doer.ACCOUNT}:{number}")


def seat(number: int) -> Actor:
    """The contestant of this number."""
    return Actor(f"{Doer.SEAT}:{number}")


def grant(number: int) -> Actor:
    """Somebody who was given a role in one contest."""
    return Actor(f"{Doer.GRANT}:{number}")


TIMER = Actor(str(Doer.TIMER))
RULE = Actor(str(Doer.RULE))
UNKNOWN = Actor(str(Doer.UNKNOWN))
NEWCOMER = seat(0)
"""Who asks for a seat; the journal names the seat that was given."""


def read_actor(actor: str) -> tuple[Doer, int]:
    """What an actor is, and its number where it has one, else 0; raises ValueError."""
    kind, mark, number = actor.partition(":")
    doer = Doer(kind)
    if (doer in (Doer.ACCOUNT, Doer.SEAT, Doer.GRANT)) is not bool(mark):
        raise ValueError(actor)
    if mark and not (number.isascii() and number.isdigit()):
        raise ValueError(actor)
    return doer, int(number or 0)
