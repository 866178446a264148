"""Pictures of questions: `/picture/<name>`, for whoever was told the name.

A name is 128 bits told from the picture itself; phones and projector hear it with the question
and never before. Nothing lists the names.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from flask import Blueprint, Flask, Response, abort, current_app

from quiz.declared_roles import EVERYBODY
from quiz.service.refusing import refusing

Get = Callable[[str], bytes | None]

KEPT = 48
"""Pictures in the LRU cache: a hall asks for the same one at one instant."""
NAME = re.compile(r"[0-9a-f]{32}\.webp", re.ASCII)
FOREVER = "private, max-age=31536000, immutable"

pages = Blueprint("pictures", __name__)


def add_pictures(app: Flask, get: Get) -> None:
    """Let this app serve the pictures that `get` finds by name."""

    @lru_cache(maxsize=KEPT)
    def kept(name: str) -> bytes:
        # What is raised is not cached: a name without a picture may have one later.
        with refusing():
            data = get(name)
        if data is None:
            raise LookupError(name)
        return data

    app.extensions["pictures"] = kept
    app.register_blueprint(pages)


@pages.get("/picture/<name>", roles=EVERYBODY)
def picture(name: str) -> Response:
    """One picture; the same name is always the same picture."""
    find = cast("Callable[[str], bytes]", current_app.extensions["pictures"])
    if not NAME.fullmatch(name):
        abort(404)
    try:
        data = find(name)
    except LookupError:
        abort(404)
    response = Response(data, mimetype="image/webp")
    response.headers["Cache-Control"] = FOREVER
    return response
