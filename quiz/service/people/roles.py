"""What a session may be in a contest; `quiz.service.people.rights` says which it is."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What a session is in one contest; it may be several at once, and is always `nobody`.

    The later one counts where several would do.
    """

    NOBODY = "nobody"
    CONTESTANT = "contestant"
    PROJECTOR = "projector"
    PROMPTER = "prompter"
    JUDGE = "judge"
    MARSHAL = "marshal"
    COHOST = "cohost"
    HOST = "host"


Roles = frozenset[Role]

ACCOUNTS: Roles = frozenset({Role.HOST, Role.JUDGE, Role.MARSHAL})
"""The roles that an account may have."""


def foremost(roles: Iterable[Role]) -> Role:
    """The one of these roles that counts; `nobody` where there are none."""
    ranked = list(Role)
    return max(roles, key=ranked.index, default=Role.NOBODY)


def account_role(name: str) -> Role:
    """The role of an account; `nobody` for an empty or unknown name."""
    return Role(name) if name in ACCOUNTS else Role.NOBODY
