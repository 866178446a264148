"""Limits of a request's size: little from strangers, most where a host hands in a file."""

from collections.abc import Mapping

from flask import Flask, request

from quiz.transport.limits import LONGEST_OF_STRANGERS
from quiz.web.access.signed_in import signed_in

FORM = 1_000_000
"""Bytes of a form of somebody signed in."""
FILE = 20 * 1024 * 1024
"""Bytes of a file."""
REST = 1024 * 1024
"""Bytes of the form around it."""
LARGER: Mapping[str, int] = {
    "import_files.upload": FILE + REST,
    "import_work.fix": FILE + REST,
    "bank_editing.save": FILE + REST,
    "bank_editing.make": FILE + REST,
}
"""By endpoint, where a form brings more."""


def allow() -> None:
    """Let this request be as large as its page takes; must run before anything reads it."""
    if (request.content_length or 0) > LONGEST_OF_STRANGERS and signed_in():
        request.max_content_length = LARGER.get(request.endpoint or "", FORM)


def set_up(app: Flask) -> None:
    """Let the pages of `app` take what they are made for."""
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_OF_STRANGERS
    app.before_request(allow)
