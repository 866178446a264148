"""Who may send which message and open which page: the one declaration that both edges enforce.

What is not declared here is refused.
"""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a session is in one contest; it may be several at once, and is always `nobody`."""

    NOBODY = "nobody"
    CONTESTANT = "contestant"
    PROJECTOR = "projector"
    HOST = "host"
    JUDGE = "judge"
    MARSHAL = "marshal"


Roles = frozenset[Role]

EVERYBODY: Roles = frozenset(Role)
CONTESTANTS: Roles = frozenset({Role.CONTESTANT})
HOSTS: Roles = frozenset({Role.HOST})
SCREENS: Roles = frozenset({Role.PROJECTOR, Role.HOST})
ACCOUNTS: Roles = frozenset({Role.HOST, Role.JUDGE, Role.MARSHAL})

EVENTS: Mapping[str, Mapping[str, Roles]] = {
    "/play": {
        "connect": CONTESTANTS,
        "answer": CONTESTANTS,
        "clock": CONTESTANTS,
        "resync": CONTESTANTS,
    },
    "/host": {
        "connect": HOSTS,
        "act": HOSTS,
        "enter_answer": HOSTS,
        "clock": HOSTS,
        "resync": HOSTS,
    },
    "/projector": {"connect": SCREENS, "clock": SCREENS, "resync": SCREENS},
}
"""By namespace and event."""

PAGES: Mapping[str, Roles] = {
    "static": EVERYBODY,
    "healthz": EVERYBODY,
    "language.choose": EVERYBODY,
    "play.index": EVERYBODY,
    "play.door": EVERYBODY,
    "play.join": EVERYBODY,
    "play.qr": EVERYBODY,
    "play.play": CONTESTANTS,
    "projector.enter": EVERYBODY,
    "projector.show": SCREENS,
    "sign_in.enter": EVERYBODY,
    "sign_in.login": EVERYBODY,
    "sign_in.logout": EVERYBODY,
    "sign_in.password": ACCOUNTS,
    "contests.index": HOSTS,
    "new_contest.choose": HOSTS,
    "new_contest.submit": HOSTS,
    "console.console": HOSTS,
    "console.prompter": HOSTS,
}
"""By the page's endpoint."""


def account_role(name: str) -> Role:
    """The role of an account; `nobody` for an empty or unknown name."""
    return Role(name) if name in ACCOUNTS else Role.NOBODY
