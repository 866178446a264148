"""A question as phone and projector will show it, drawn by their own scripts.

The page is empty: the editor that holds it in a frame tells it the question, so nothing of a
question is in its address or its text.
"""

from flask import Blueprint, Response, make_response, render_template, request

from quiz.declared_roles import HOSTS
from quiz.web.frame.headers import content_policy
from quiz.web.words import spoken
from quiz.web.words.everywhere import EVERYWHERE
from quiz.web.words.phone import PHONE
from quiz.web.words.projector import PROJECTOR

pages = Blueprint("bank_preview", __name__, url_prefix="/host/banks/preview")


@pages.get("/phone", roles=HOSTS)
def phone() -> Response:
    """A phone."""
    return framed("library/bank_preview_phone.html", spoken(EVERYWHERE, PHONE))


@pages.get("/projector", roles=HOSTS)
def projector() -> Response:
    """The hall's screen."""
    return framed("library/bank_preview_projector.html", spoken(EVERYWHERE, PROJECTOR))


def framed(template: str, words: dict[str, str]) -> Response:
    """A page that pages of this server, and no others, may hold in a frame."""
    answer = make_response(render_template(template, words=words))
    policy = content_policy(request.host, framed_by="'self'")
    answer.headers["Content-Security-Policy"] = policy
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    return answer
