"""The roles that every way in declares: a page at its route, a message at its handler.

One that declares none is refused when the server starts.
"""

from quiz.service.people.roles import ACCOUNTS, Role, Roles

EVERYBODY: Roles = frozenset(Role)
CONTESTANTS: Roles = frozenset({Role.CONTESTANT})
HOSTS: Roles = frozenset({Role.HOST})
HOSTING: Roles = frozenset({Role.HOST, Role.COHOST})
SCREENS: Roles = HOSTING | {Role.PROJECTOR}
READING: Roles = HOSTING | {Role.PROMPTER}
SIGNED_IN: Roles = ACCOUNTS


class Undeclared(Exception):
    """A page, a message or a namespace does not say which roles it is for."""


def declared(what: str, roles: object) -> Roles:
    """The roles that `what` declares; raises Undeclared where there are none."""
    if not isinstance(roles, frozenset) or not roles <= EVERYBODY or not roles:
        raise Undeclared(what)
    return roles
