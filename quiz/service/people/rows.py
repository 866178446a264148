"""What is stored of people and of what they may do. Times are ms since 1970, server clock."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in; `role` is host, judge or marshal.

    `has_password` is false until the first one is set.
    """

    id: int
    name: str
    role: str
    has_password: bool


@dataclass(frozen=True, slots=True)
class Grant:
    """A role of one contest, handed out by account `made_by` to `who` (free text).

    Until `spent_at` its link is good, then its holder, both until `expires_at` or `revoked_at`.
    """

    id: int
    contest_id: str
    role: str
    who: str
    made_by: int
    made_at: int
    expires_at: int
    spent_at: int | None = None
    revoked_at: int | None = None


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """How long a contest keeps names: `days` after `last_at`, its last event.

    `days` is None where the server's settings say, 0 for as long as nobody erases them;
    `erased_at` is None while the names are there. Times in ms since 1970.
    """

    contest_id: str
    days: int | None
    erased_at: int | None
    last_at: int
