"""Rate limits of guesses of PINs and passwords: for each who guesses and for all together.

Never for an address: everybody in a hall shares one.
"""

import logging
import secrets
import unicodedata
from typing import cast

from flask import Flask, Response, abort, after_this_request, current_app, request, session
from itsdangerous import BadData, URLSafeSerializer

from quiz.budget import Budget, Budgets
from quiz.web.frame.desk import desk

log = logging.getLogger(__name__)

LONGEST_NAME = 64
TRIES, ALL_TRIES = 5, 10
"""Passwords that may be tried at once: for one account, and for all."""
WRONG_PINS, ALL_WRONG_PINS = 10, 300
"""Wrong PINs at once: of one session, and of all."""

KNOWN, KNOWN_S = "known_browser", 2 * 365 * 24 * 60 * 60
"""The cookie by which a browser is known again, and for how long (s)."""
_MOST_KNOWN = 8
"""Accounts that one browser is known for."""
_PATH = "/host"


class Guesses:
    """How many guesses there may be; the numbers are a burst and what is added each second."""

    def __init__(self, each: tuple[int, float], together: tuple[int, float]) -> None:
        self._each = Budgets(*each)
        self._together = Budget(0, *together)

    def are_left(self, guesser: str, now: int) -> bool:
        """Whether this guesser may guess on."""
        return self._each.of(guesser, now).left(now) >= 1

    def spend(self, guesser: str, now: int, *, alone: bool = False) -> bool:
        """Count a guess; False when none was left. `alone`: not counted with the others'."""
        return self._each.of(guesser, now).spend(now) and (alone or self._together.spend(now))


def set_up(app: Flask) -> None:
    """Give this app its budgets: of passwords only few, for each keeps the server busy 50 ms."""
    app.extensions["wrong_pins"] = Guesses((WRONG_PINS, 1 / 6), (ALL_WRONG_PINS, 10))
    app.extensions["passwords"] = Guesses((TRIES, 1 / 12), (ALL_TRIES, 1 / 3))


def check_pins() -> None:
    """Refuse (429) a session that named too many wrong PINs."""
    guesser = session.get("guesser", "")
    if guesser and not _guesses("wrong_pins").are_left(guesser, desk().now()):
        _too_many("wrong PINs")
        abort(429)


def wrong_pin() -> None:
    """Count a wrong PIN; refused (429) where there were too many, by whomever."""
    guesser = session.setdefault("guesser", secrets.token_hex(8))
    if not _guesses("wrong_pins").spend(guesser, desk().now()):
        _too_many("wrong PINs")
        abort(429)


def may_try(name: str) -> bool:
    """Count a password for this account before it is looked at; False when there were too many.

    A browser that was signed in to this account before has a budget of its own, so that
    strangers cannot use up its owner's. A one-time link needs no password at all.
    """
    browser = _known().get(_plain(name), "")
    guesser = f"{browser or 'new'}:{_plain(name)}"
    if _guesses("passwords").spend(guesser, desk().now(), alone=bool(browser)):
        return True
    _too_many("passwords")
    return False


def remember(name: str) -> None:
    """Know this browser again as one that was signed in to the account, sessions or not."""
    known = _known()
    browser = known.pop(_plain(name), "") or secrets.token_hex(8)
    latest = dict([*known.items(), (_plain(name), browser)][-_MOST_KNOWN:])

    @after_this_request
    def keep(answer: Response) -> Response:
        answer.set_cookie(
            KNOWN,
            _signer().dumps(latest),
            max_age=KNOWN_S,
            path=_PATH,
            secure=current_app.config["SESSION_COOKIE_SECURE"],
            httponly=True,
            samesite="Lax",
        )
        return answer


def _too_many(what: str) -> None:
    log.info("back-pressure: too many %s are tried", what)


def _known() -> dict[str, str]:
    """By account, what this browser is known as: signed, so that nobody makes it up."""
    try:
        return dict(_signer().loads(request.cookies.get(KNOWN, "")))
    except BadData:
        return {}


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt=KNOWN)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()[:LONGEST_NAME]


def _guesses(of: str) -> Guesses:
    return cast("Guesses", current_app.extensions[of])
