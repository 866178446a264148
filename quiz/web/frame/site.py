"""What all pages share: languages, headers, the guard of forms, the page of an error."""

import logging
import re
from types import TracebackType
from typing import Any

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_wtf import CSRFProtect
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter

from quiz.core.errors import Rejected
from quiz.service.errors import StorageFailed
from quiz.web.access import entitled, guessing
from quiz.web.frame import headers, language, sizes
from quiz.web.frame.prepared import assets, kept, scripts
from quiz.web.words.refusals import said

STATUS = {"storage_failed": 503, "unreadable": 503, "stale": 409, "come_again": 429}
"""HTTP statuses of refusals; of others 404 where something is missing, else 400."""


log = logging.getLogger(__name__)

_CONTEST = re.compile(r"[0-9a-f]{12}")


class ShortNumber(IntegerConverter):
    """A number in an address: no longer than any that stands for something."""

    regex = "[0-9]{1,9}"


Raised = tuple[type[BaseException], BaseException, TracebackType | None]


class Site(Flask):
    """The web application; the log hears which page failed, and not the address it was asked by."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.url_map.converters["int"] = ShortNumber

    def log_exception(self, exc_info: Raised | tuple[None, None, None]) -> None:
        """Tell of a mistake in a page: addresses hold tokens, and whatever somebody typed."""
        contest_id = str((request.view_args or {}).get("contest_id", ""))
        known = {"contest": contest_id} if _CONTEST.fullmatch(contest_id) else {}
        log.error("The page %s failed", request.endpoint, exc_info=exc_info, extra=known)


def error_page(error: HTTPException) -> ResponseReturnValue:
    """The designed page of an HTTP error; a redirect stays a redirect."""
    code = error.code or 500
    if code < 400:
        return error
    return page_of(code)


def page_of(status: int, why: LazyString | str = "") -> tuple[str, int]:
    """The page of a status; `why` is what it says instead of the usual advice."""
    return render_template("frame/error.html", code=status, why=why), status


def refused(refusal: Rejected) -> tuple[str, int]:
    """The page of a refusal that no page said in its own words."""
    status = STATUS.get(refusal.code, 404 if refusal.code.startswith("no_such_") else 400)
    return page_of(status, said(refusal.code))


def unstored(failure: StorageFailed) -> tuple[str, int]:
    """The page of what could not be stored or read."""
    log.error("A write or read failed for the page %s (%s)", request.endpoint, failure.code)
    return refused(Rejected("storage_failed"))


def add_frame(app: Flask) -> None:
    """Give `app` what every page relies on; needs SECRET_KEY in its config."""
    entitled.set_up(app)
    assets.set_up(app)
    scripts.set_up(app)
    language.set_up(app)
    headers.set_up(app)
    sizes.set_up(app)
    CSRFProtect(app)
    guessing.set_up(app)
    kept.set_up(app)
    app.before_request(entitled.turned_away)
    app.register_error_handler(HTTPException, error_page)
    app.register_error_handler(Rejected, refused)
    app.register_error_handler(StorageFailed, unstored)
