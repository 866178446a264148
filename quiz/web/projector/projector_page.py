"""The hall's page: for a host, or for a machine that came by the projector's link."""

from flask import (
    Blueprint,
    Flask,
    abort,
    current_app,
    redirect,
    render_template,
    url_for,
)
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeTimedSerializer

from quiz.declared_roles import EVERYBODY, SCREENS
from quiz.service.contests.runners import Runners
from quiz.service.people.roles import Role
from quiz.web.access.entitled import roles_here
from quiz.web.access.held import keep_projector
from quiz.web.access.signing import Signer
from quiz.web.formats import formats_of, words_of
from quiz.web.frame.prepared.scripts import additions
from quiz.web.frame.running import runner_of
from quiz.web.words import spoken
from quiz.web.words.everywhere import EVERYWHERE
from quiz.web.words.projector import PROJECTOR

pages = Blueprint("projector_page", __name__, url_prefix="/projector")

LINK_LIFETIME_S = 24 * 60 * 60


def add_projector_pages(app: Flask, runners: Runners) -> None:
    """Let this app serve the hall's page."""
    app.register_blueprint(pages)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.secret_key or "", salt="projector", signer=Signer)


def link(contest_id: str) -> str:
    """The path that lets a machine without a host's session show this contest."""
    return url_for("projector_page.enter", token=_signer().dumps(contest_id))


@pages.get("/enter/<token>", roles=EVERYBODY)
def enter(token: str) -> ResponseReturnValue:
    """Keep the right to show a contest in the session."""
    try:
        contest_id = str(_signer().loads(token, max_age=LINK_LIFETIME_S))
    except BadSignature:
        abort(404)
    runner_of(contest_id)
    keep_projector(contest_id)
    return redirect(url_for("projector_page.show", contest_id=contest_id))


@pages.get("/<contest_id>", roles=SCREENS)
def show(contest_id: str) -> str:
    """The hall's page; where a host opened it, it stays when the host is signed out there."""
    plan = runner_of(contest_id).contest.plan
    if Role.HOST in roles_here(contest_id):
        keep_projector(contest_id)
    return render_template(
        "projector/show.html",
        title=plan.title,
        additions=additions(plan, "projector"),
        contest_id=contest_id,
        words=spoken(EVERYWHERE, PROJECTOR, words_of("projector", formats_of(plan))),
    )
