"""The dependencies of the host's pages, their desk: contests, accounts, question banks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from quiz.service.afterwards.statistics import Statistics
from quiz.service.afterwards.usage import Usage
from quiz.service.apart import Apart
from quiz.service.contests.drafts import Drafts
from quiz.service.contests.runners import Runners
from quiz.service.library.importing import Importing
from quiz.service.library.library import Library
from quiz.service.people.grants import Grants
from quiz.service.people.personal import PersonalData
from quiz.service.people.ports import AccountStore, SessionStore
from quiz.service.people.reopening import Reopening
from quiz.service.people.rights import Rights

Connected = Callable[[str], frozenset[str]]
"""Under which names people act now at the consoles and screens of a contest."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the host's pages work with; `now` gives ms since 1970."""

    runners: Runners
    drafts: Drafts
    accounts: AccountStore
    sessions: SessionStore
    library: Library
    importing: Importing
    usage: Usage
    statistics: Statistics
    personal: PersonalData
    rights: Rights
    grants: Grants
    reopening: Reopening
    apart: Apart
    connected: Connected
    now: Callable[[], int]


def place(app: Flask, desk: Desk) -> None:
    """Give the host's pages of this app their desk."""
    app.extensions["desk"] = desk


def desk() -> Desk:
    """The desk of the app that answers now."""
    return cast("Desk", current_app.extensions["desk"])
