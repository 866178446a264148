"""What a session may be in a contest, and the sets of roles that pages and messages declare.

Each page declares its roles at its route, each message at its handler; one that declares none
is refused when the server starts. `quiz.service.people.rights` says which roles a session has.
"""

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

EVERYBODY: Roles = frozenset(Role)
CONTESTANTS: Roles = frozenset({Role.CONTESTANT})
HOSTS: Roles = frozenset({Role.HOST})
HOSTING: Roles = frozenset({Role.HOST, Role.COHOST})
SCREENS: Roles = HOSTING | {Role.PROJECTOR}
READING: Roles = HOSTING | {Role.PROMPTER}
ACCOUNTS: Roles = frozenset({Role.HOST, Role.JUDGE, Role.MARSHAL})


class Undeclared(Exception):
    """A page, a message or a namespace does not say which roles it is for."""


def declared(what: str, roles: object) -> Roles:
    """The roles that `what` declares; raises Undeclared where there are none."""
    if not isinstance(roles, frozenset) or not roles <= EVERYBODY or not roles:
        raise Undeclared(what)
    return roles


def foremost(roles: Iterable[Role]) -> Role:
    """The one of these roles that counts; `nobody` where there are none."""
    ranked = list(Role)
    return max(roles, key=ranked.index, default=Role.NOBODY)


def account_role(name: str) -> Role:
    """The role of an account; `nobody` for an empty or unknown name."""
    return Role(name) if name in ACCOUNTS else Role.NOBODY
