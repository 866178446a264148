"""The contest that a page is about: how it stands and its PIN, or the page that says why not."""

from typing import cast

from flask import Flask, abort, current_app

from quiz.core.errors import Rejected
from quiz.service.contests.runners import Runners
from quiz.service.contests.running.runner import Runner


def set_running(app: Flask, runners: Runners) -> None:
    """Give the pages of this app the contests that run."""
    app.extensions["runners"] = runners


def running() -> Runners:
    """The contests of the app that answers now."""
    return cast("Runners", current_app.extensions["runners"])


def runner_of(contest_id: str) -> Runner:
    """The runner of a contest, or the page that says why there is none."""
    try:
        return running().runner(contest_id)
    except Rejected as refusal:
        abort(404 if refusal.code == "no_such_contest" else 503)


def pin_of(contest_id: str) -> str:
    """The PIN of a contest, or the page that says there is none."""
    try:
        return running().pin(contest_id)
    except Rejected as refusal:
        abort(404 if refusal.code == "no_such_contest" else 503)


def most_people() -> int:
    """How many may be in a contest whose plan does not say."""
    return int(current_app.config.get("MOST_PEOPLE", 0))
