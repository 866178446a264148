"""Pages that are alike for everybody, drawn once: a hall opens them within a minute.

Only the token that guards a form is each visitor's own; it is put in afterwards. A page without
one is kept compressed too.
"""

import gzip
import secrets
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from flask import Flask, Response, current_app, render_template, request
from flask_wtf.csrf import generate_csrf

MOST = 200
"""Pages kept; when there are more, all are drawn anew."""
_TOKEN = secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page, and compressed (empty: it has a token)."""

    text: str
    small: bytes


def set_up(app: Flask) -> None:
    """Give this app a place for the pages it keeps."""
    app.extensions["kept"] = {}


def page(template: str, key: Hashable, values: Callable[[], dict[str, object]]) -> Response:
    """The page that `template` and `values` make, kept under `key`.

    `key` names everything that the page depends on, the language included.
    """
    kept: dict[Hashable, KeptPage] = current_app.extensions["kept"]
    drawn = kept.get((template, key))
    if drawn is None:
        if len(kept) >= MOST:
            kept.clear()
        drawn = kept[template, key] = _drawn(template, values())
    if not drawn.small:
        return Response(drawn.text.replace(_TOKEN, generate_csrf()))
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(drawn.text)
    return Response(drawn.small, headers={"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})


def _drawn(template: str, values: dict[str, object]) -> KeptPage:
    text = render_template(template, csrf_token=lambda: _TOKEN, **values)
    return KeptPage(text, b"" if _TOKEN in text else gzip.compress(text.encode(), 9))
