"""Pages that are alike for everybody, drawn once: a hall opens them within a minute.

Only the token that guards a form is each visitor's own; it is put in afterwards.
"""

import secrets
from collections.abc import Callable, Hashable

from flask import Flask, current_app, render_template
from flask_wtf.csrf import generate_csrf

MOST = 200
"""Pages kept; when there are more, all are drawn anew."""
_TOKEN = secrets.token_hex(16)


def set_up(app: Flask) -> None:
    """Give this app a place for the pages it keeps."""
    app.extensions["kept"] = {}


def page(template: str, key: Hashable, values: Callable[[], dict[str, object]]) -> str:
    """The page that `template` and `values` make, kept under `key`.

    `key` names everything that the page depends on, the language included.
    """
    kept: dict[Hashable, str] = current_app.extensions["kept"]
    text = kept.get((template, key))
    if text is None:
        text = render_template(template, csrf_token=lambda: _TOKEN, **values())
        if len(kept) >= MOST:
            kept.clear()
        kept[template, key] = text
    return text.replace(_TOKEN, generate_csrf()) if _TOKEN in text else text
