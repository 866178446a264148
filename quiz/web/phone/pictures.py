"""Pictures of questions: `/picture/<name>`, for whoever was told the name, and smaller for phones.

A name is 128 bits told from the picture itself; phones and projector hear it with the question
and never before. Nothing lists the names.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from flask import Blueprint, Flask, Response, abort, current_app, request

from quiz.banks.pictures.pictures import for_phones
from quiz.declared_roles import EVERYBODY
from quiz.service.refusing import refusing
from quiz.transport.http.downloads import FIRST, LATER, queue_up

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

    @lru_cache(maxsize=KEPT)
    def small(name: str) -> bytes:
        return for_phones(kept(name))

    app.extensions["pictures"] = {FIRST: kept, LATER: small}
    app.register_blueprint(pages)


@pages.get("/picture/<name>", roles=EVERYBODY)
def picture(name: str) -> Response:
    """One picture; the same name is always the same picture."""
    return _sent(name, FIRST)


@pages.get("/picture/small/<name>", roles=EVERYBODY)
def small_picture(name: str) -> Response:
    """The same, made smaller for a phone or a console; the hall's screen goes before them.

    A console asks for it as soon as its question is drawn, so that it is made before a hall of
    phones asks.
    """
    return _sent(name, LATER)


def _sent(name: str, when: str) -> Response:
    find = cast("dict[str, Callable[[str], bytes]]", current_app.extensions["pictures"])[when]
    if not NAME.fullmatch(name):
        abort(404)
    try:
        data = find(name)
    except LookupError:
        abort(404)
    queue_up(request.environ, when)
    response = Response(data, mimetype="image/webp")
    response.headers["Cache-Control"] = FOREVER
    return response
