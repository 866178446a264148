"""The contest that a page is about: how it stands and its PIN, or the page that says why not."""

from typing import cast

from flask import Flask, abort, current_app

from quiz.core.errors import Rejected
from quiz.service.contests.runner import Hall
from quiz.service.contests.runners import Halls


def set_running(app: Flask, halls: Halls) -> None:
    """Give the pages of this app the contests that run."""
    app.extensions["halls"] = halls


def running() -> Halls:
    """The contests of the app that answers now."""
    return cast("Halls", current_app.extensions["halls"])


def hall_of(contest_id: str) -> Hall:
    """The hall of a contest, or the page that says why there is none."""
    try:
        return running().hall(contest_id)
    except Rejected as refusal:
        abort(404 if refusal.code == "no_such_contest" else 503)


def pin_of(contest_id: str) -> str:
    """The PIN of a contest, or the page that says there is none."""
    try:
        return running().pin(contest_id)
    except Rejected as refusal:
        abort(404 if refusal.code == "no_such_contest" else 503)
