"""What is needed of a storage of people and of what they may do."""

from collections.abc import Callable, Iterable
from typing import Protocol

from quiz.core.nouns.event import Event
from quiz.service.contests.rows import JournalEntry
from quiz.service.people.rows import Account, Grant, RetentionRow


class AccountStore(Protocol):
    """Who may sign in."""

    def get(self, account_id: int) -> Account | None:
        """The account with this id."""

    def sign_in(self, name: str, password: str) -> Account | None:
        """The account whose name and password these are."""

    def enter(self, token: str, now: int) -> Account | None:
        """Use a one-time token up; the account it signs in."""

    def set_password(self, account_id: int, password: str) -> None:
        """Replace the password."""


class SessionReader(Protocol):
    """Who is signed in."""

    def account(self, token: str, now: int) -> Account | None:
        """The account that this token signs in."""


class SessionStore(SessionReader, Protocol):
    """The sessions that are open."""

    def start(self, account_id: int, now: int) -> str:
        """Sign this account in; the token for its cookie."""

    def end(self, token: str) -> None:
        """Let this session sign nobody in any more."""

    def end_others(self, account_id: int, kept: str) -> None:
        """End all sessions of this account but one."""


class HeldGrants(Protocol):
    """Roles in their holders' hands."""

    def held(self, grant_id: int, secret: str) -> Grant | None:
        """The grant that a browser holds, as long as it is good."""


class GrantStore(HeldGrants, Protocol):
    """Roles handed out for one contest."""

    def make(self, made: Grant) -> tuple[Grant, str]:
        """Add a grant and the token of its link."""

    def by_token(self, token: str) -> Grant | None:
        """The grant that this link is for."""

    def of(self, contest_id: str) -> tuple[Grant, ...]:
        """All grants of a contest, the newest first."""

    def spend(self, token: str, now: int, until: int) -> tuple[Grant, str] | None:
        """Use a link up: the grant and its holder's secret."""

    def revoke(self, contest_id: str, grant_id: int, now: int) -> None:
        """Take a grant back."""


class PersonalDataStore(Protocol):
    """The personal data of all contests."""

    def kept(self) -> tuple[RetentionRow, ...]:
        """How long every contest keeps names."""

    def keep(self, contest_id: str, days: int | None) -> None:
        """Set it."""

    def rewrite(
        self,
        contest_id: str,
        kinds: Iterable[type[Event]],
        change: Callable[[Event], Event],
        now: int,
    ) -> None:
        """Change events of these kinds where they stand, leaving no trace."""

    def delete(self, contest_id: str) -> None:
        """Take a contest out, leaving no trace."""

    def copies(self) -> tuple[str, ...]:
        """Older copies beside the file."""

    def entries(self, contest_id: str) -> Iterable[JournalEntry]:
        """A contest's journal."""
