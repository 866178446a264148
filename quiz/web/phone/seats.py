"""A seat opened on another device: the page that a code leads to, and the press that takes it.

Messengers open links to preview them, so that an opening must not use one up.
"""

import io
import secrets

import segno
from flask import Blueprint, Response, abort, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from quiz.core.errors import Rejected
from quiz.declared_roles import EVERYBODY
from quiz.web.access.held import keep_seat
from quiz.web.frame.desk import desk
from quiz.web.frame.public_url import address
from quiz.web.frame.running import runner_of

pages = Blueprint("seats", __name__, url_prefix="/seat")


def over() -> ResponseReturnValue:
    """The page of a code that is good no more, or never was."""
    return render_template("phone/seat_over.html"), 410


@pages.get("/<token>", roles=EVERYBODY)
def door(token: str) -> ResponseReturnValue:
    """Whose seat it is, with the button that opens it here."""
    code = desk().reopening.find(token)
    if code is None:
        return over()
    contest = runner_of(code.contest_id).contest
    contestant = contest.contestants.get(code.number)
    if contestant is None:
        return over()
    ticket()
    return render_template(
        "phone/seat.html",
        title=contest.plan.title,
        contestant=contestant,
        leaves=left_for(code.contest_id, code.number),
        token=token,
    )


def left_for(contest_id: str, number: int) -> int:
    """The other seat that this browser holds in the contest and would leave, or 0."""
    held = desk().rights.seat(session, contest_id)
    return held if held != number else 0


@pages.post("/<token>", roles=EVERYBODY)
def take(token: str) -> ResponseReturnValue:
    """Spend the code: the seat is this browser's from now on; pressed twice, it still is."""
    secret = ticket()
    try:
        code = desk().reopening.open(token, secret, desk().now())
    except Rejected as refusal:
        if refusal.code == "storage_failed":
            abort(503)
        return over()
    if code is None:
        return over()
    keep_seat(code.contest_id, code.number, secret)
    return redirect(url_for("play.play", contest_id=code.contest_id), code=303)


def ticket() -> str:
    """What will prove the seat; the page was given it, so that two presses have the same one."""
    kept: str = session.setdefault("seat_ticket", secrets.token_hex(16))
    return kept


@pages.get("/<token>.svg", roles=EVERYBODY)
def qr(token: str) -> Response:
    """The QR code of a seat's link, for who has the link."""
    if desk().reopening.find(token) is None:
        abort(404)
    code = segno.make(address(url_for("seats.door", token=token)), error="m", micro=False)
    picture = io.BytesIO()
    code.save(picture, kind="svg", border=4, dark="#1c0206", light="#ffffff", omitsize=True)
    answer = Response(picture.getvalue(), mimetype="image/svg+xml")
    answer.headers["Cache-Control"] = "no-store"
    return answer
