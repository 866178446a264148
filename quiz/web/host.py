"""The host's pages put together: `/host/` and everything below it."""

from flask import Flask

from quiz.web import (
    banks,
    banks_duplicates,
    banks_editing,
    banks_export,
    banks_history,
    banks_listing,
    banks_preview,
    console,
    contests,
    figures,
    grants,
    importing,
    importing_work,
    new_contest,
    personal,
    sealing,
    sign_in,
    statistics,
    taking_up,
)
from quiz.web.desk import Desk, place


def add_host_pages(app: Flask, desk: Desk) -> None:
    """Let this app serve the host's pages."""
    place(app, desk)
    sign_in.guard(app)
    for pages in (
        sign_in.pages,
        contests.pages,
        new_contest.pages,
        console.pages,
        banks.pages,
        banks_duplicates.pages,
        banks_editing.pages,
        banks_export.pages,
        banks_history.pages,
        banks_listing.pages,
        banks_preview.pages,
        figures.pages,
        grants.pages,
        importing.pages,
        importing_work.pages,
        personal.pages,
        sealing.pages,
        statistics.pages,
        taking_up.pages,
    ):
        app.register_blueprint(pages)
