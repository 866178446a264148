"""The dependencies of the host's pages, their desk: contests, accounts, question banks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from flask import Flask, current_app

from quiz.service.afterwards.statistics import Statistics
from quiz.service.afterwards.usage import Usage
from quiz.service.contests.runners import Halls
from quiz.service.library.importing import Importing
from quiz.service.library.library import Library
from quiz.service.people.grants import Grants
from quiz.service.people.personal import Personal
from quiz.service.people.rights import Rights
from quiz.store.rows import Account


class Accounts(Protocol):
    """Who may sign in; see `quiz.store.accounts`."""

    def get(self, account_id: int) -> Account | None:
        """The account with this id."""

    def sign_in(self, name: str, password: str) -> Account | None:
        """The account whose name and password these are."""

    def enter(self, token: str, now: int) -> Account | None:
        """Use a one-time token up; the account it signs in."""

    def set_password(self, account_id: int, password: str) -> None:
        """Replace the password."""


class Sessions(Protocol):
    """Who is signed in; see `quiz.store.sessions`."""

    def start(self, account_id: int, now: int) -> str:
        """Sign this account in; the token for its cookie."""

    def account(self, token: str, now: int) -> Account | None:
        """The account that this token signs in."""

    def end(self, token: str) -> None:
        """Let this session sign nobody in any more."""

    def end_others(self, account_id: int, kept: str) -> None:
        """End all sessions of this account but one."""


Connected = Callable[[str], frozenset[str]]
"""Under which names people act now at the consoles and screens of a contest."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the host's pages work with; `now` gives ms since 1970."""

    halls: Halls
    accounts: Accounts
    sessions: Sessions
    library: Library
    importing: Importing
    usage: Usage
    statistics: Statistics
    personal: Personal
    rights: Rights
    grants: Grants
    connected: Connected
    now: Callable[[], int]


def place(app: Flask, desk: Desk) -> None:
    """Give the host's pages of this app their desk."""
    app.extensions["desk"] = desk


def desk() -> Desk:
    """The desk of the app that answers now."""
    return cast("Desk", current_app.extensions["desk"])
