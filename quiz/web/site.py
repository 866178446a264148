"""What all pages share: languages, headers, the guard of forms, the page of an error."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect
from werkzeug.exceptions import BadRequest, HTTPException, NotFound, ServiceUnavailable

from quiz.core.errors import Rejected
from quiz.web import assets, catalogs, entitled, guessing, headers, kept, language, scripts, sizes


def error_page(error: HTTPException) -> ResponseReturnValue:
    """The designed page of an HTTP error; a redirect stays a redirect."""
    code = error.code or 500
    if code < 400:
        return error
    return render_template("error.html", code=code), code


def refused(refusal: Rejected) -> ResponseReturnValue:
    """The page of a refusal that no page said in its own words."""
    if refusal.code.startswith("no_such_"):
        return error_page(NotFound())
    return error_page(ServiceUnavailable() if refusal.code == "storage_failed" else BadRequest())


def add_frame(app: Flask) -> None:
    """Give `app` what every page relies on; needs SECRET_KEY in its config."""
    assets.set_up(app)
    scripts.set_up(app)
    catalogs.compile_catalogs()
    language.set_up(app)
    headers.set_up(app)
    sizes.set_up(app)
    CSRFProtect(app)
    guessing.set_up(app)
    kept.set_up(app)
    app.before_request(entitled.turned_away)
    app.register_error_handler(HTTPException, error_page)
    app.register_error_handler(Rejected, refused)
    app.add_url_rule("/healthz", "healthz", lambda: "ok")
