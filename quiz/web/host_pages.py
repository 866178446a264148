"""The host's pages put together: `/host/` and everything below it."""

from flask import Flask

from quiz.web.access import sign_in, signed_in
from quiz.web.afterwards import figures, sealing, statistics
from quiz.web.contests import console, contests, way_in
from quiz.web.frame.desk import Desk, place
from quiz.web.imports import import_files, import_work
from quiz.web.library import (
    bank_duplicates,
    bank_editing,
    bank_export,
    bank_history,
    bank_preview,
    bank_questions,
    banks,
)
from quiz.web.new_contest import changing_plan, choosing, draft_pages, new_contest
from quiz.web.people import grants, personal, taking_up


def add_host_pages(app: Flask, desk: Desk) -> None:
    """Let this app serve the host's pages."""
    place(app, desk)
    signed_in.set_up(app)
    for pages in (
        sign_in.pages,
        contests.pages,
        new_contest.pages,
        draft_pages.pages,
        choosing.pages,
        changing_plan.pages,
        console.pages,
        way_in.pages,
        banks.pages,
        bank_duplicates.pages,
        bank_editing.pages,
        bank_export.pages,
        bank_history.pages,
        bank_questions.pages,
        bank_preview.pages,
        figures.pages,
        grants.pages,
        import_files.pages,
        import_work.pages,
        personal.pages,
        sealing.pages,
        statistics.pages,
        taking_up.pages,
    ):
        app.register_blueprint(pages)
