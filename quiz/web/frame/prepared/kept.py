"""A cache of pages that are alike for everybody, rendered once: a hall opens them within a minute.

Only the CSRF token that guards a form is each visitor's own; it is put in afterwards. A page
without one is cached compressed too.
"""

import gzip
import secrets
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from flask import Flask, Response, current_app, render_template, request
from flask_wtf.csrf import generate_csrf

MOST = 200
"""Size of the cache; when there are more pages, it is emptied and all are rendered anew."""
_TOKEN = secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page in the cache, and compressed (empty: it has a token)."""

    text: str
    small: bytes


def set_up(app: Flask) -> None:
    """Give this app its cache of pages."""
    app.extensions["kept"] = {}


def page(template: str, key: Hashable, values: Callable[[], dict[str, object]]) -> Response:
    """The page that `template` and `values` make, cached under `key`.

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
