"""What the host's pages are given: running contests, accounts and question banks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from flask import Flask, current_app

from quiz.service.halls import Halls
from quiz.store.rows import Account
from quiz.web.library import Library


class Accounts(Protocol):
    """Who may sign in; see `quiz.store.accounts`."""

    def get(self, account_id: int) -> Account | None:
        """The account with this id."""

    def sign_in(self, name: str, password: str) -> Account | None:
        """The account whose name and password these are."""

    def enter(self, token: str, now: int) -> Account | None:
        """Use a one-time token up; the account it signs in."""

    def sign_out(self, session: str, now: int) -> None:
        """Let this session sign nobody in any more."""

    def is_signed_out(self, session: str) -> bool:
        """Whether this session was signed out."""

    def set_password(self, account_id: int, password: str) -> None:
        """Replace the password."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the host's pages work with; `now` gives ms since 1970."""

    halls: Halls
    accounts: Accounts
    library: Library
    now: Callable[[], int]


def place(app: Flask, desk: Desk) -> None:
    """Give the host's pages of this app their desk."""
    app.extensions["desk"] = desk


def desk() -> Desk:
    """The desk of the app that answers now."""
    return cast("Desk", current_app.extensions["desk"])
