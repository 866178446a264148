"""The locale: Vietnamese first, English beside it, which one, and the switch between them."""

from flask import Blueprint, Flask, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_babel import Babel, get_locale

from quiz.declared_roles import EVERYBODY
from quiz.prepare.places import HERE
from quiz.web.frame.own_paths import own_path

LANGUAGES = ("vi", "en")

blueprint = Blueprint("language", __name__)


def current() -> str:
    """The language of this visitor: what was chosen before, else Vietnamese."""
    chosen = session.get("lang")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


@blueprint.post("/language", roles=EVERYBODY)
def choose() -> ResponseReturnValue:
    """Keep the chosen language (`lang`) and go back to the page (`next`)."""
    if request.form.get("lang") in LANGUAGES:
        session["lang"] = request.form["lang"]
    return redirect(own_path(request.form.get("next", ""), "/"), code=303)


def set_up(app: Flask) -> None:
    """Give `app` its two languages, the switch, and `locale` in every template."""
    Babel(
        app,
        default_locale=LANGUAGES[0],
        locale_selector=current,
        default_translation_directories=str(HERE.catalogs),
    )
    app.register_blueprint(blueprint)
    app.context_processor(lambda: {"locale": str(get_locale())})
