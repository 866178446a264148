"""The host's pages put together: `/host/` and everything below it."""

from flask import Flask

from quiz.web import console, contests, new_contest, sign_in
from quiz.web.desk import Desk, place


def add_host_pages(app: Flask, desk: Desk) -> None:
    """Let this app serve the host's pages."""
    place(app, desk)
    sign_in.guard(app)
    for pages in (sign_in.pages, contests.pages, new_contest.pages, console.pages):
        app.register_blueprint(pages)
