"""Limits of a request's size: little, but for pages where a host hands in a file or a picture."""

from collections.abc import Mapping

from flask import Flask, request

from quiz.web.access.signed_in import signed_in

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
"""By endpoint; nobody but a signed-in account may send so much."""


def allow() -> None:
    """Let this request be as large as its page takes; must run before anything reads it."""
    most = LARGER.get(request.endpoint or "")
    if most and signed_in():
        request.max_content_length = most


def set_up(app: Flask) -> None:
    """Let the pages of `app` take what they are made for."""
    app.before_request(allow)
