"""The contestant's way in: PIN, name and team, a seat in the session, the phone page."""

import io
import logging
import secrets
import time
import unicodedata
from functools import lru_cache
from typing import cast

import segno
from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue

from quiz.core.engine.joining import why_shut
from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.commands import Join
from quiz.declared_roles import CONTESTANTS, EVERYBODY
from quiz.meter import Meter
from quiz.service.contests.runners import Runners
from quiz.service.people.namesakes import Namesakes
from quiz.service.people.reopening import DIGITS
from quiz.web.access import guessing
from quiz.web.access.held import keep_seat
from quiz.web.formats import formats_of, words_of
from quiz.web.frame.desk import desk
from quiz.web.frame.language import current
from quiz.web.frame.prepared import kept
from quiz.web.frame.prepared.scripts import additions
from quiz.web.frame.public_url import address
from quiz.web.frame.running import most_people, pin_of, runner_of, running, set_running
from quiz.web.phone import seats
from quiz.web.phone.admitting import Joins
from quiz.web.words import spoken
from quiz.web.words.everywhere import EVERYWHERE
from quiz.web.words.phone import PHONE
from quiz.web.words.refusals import said

log = logging.getLogger(__name__)
pages = Blueprint("play", __name__)

# Which field of the form a refusal is about; any other code is said above the form.
FIELDS = {"bad_name": "name", "bad_team": "team"}
OTHER, MINE = "other", "mine"
"""Who has the name of somebody who is in: another person, or the same with another phone."""
SHUT = ("room_locked", "contest_full")
"""Refusals that no other name or team would change."""


def add_phone_pages(
    app: Flask,
    runners: Runners,
    joins: Joins | None = None,
    meter: Meter | None = None,
    most_people: int = 0,
) -> None:
    """Let this app serve the contestants' pages; `joins` is the usual budget unless given.

    `meter` counts who is refused; `most_people` may be in a contest whose plan does not say.
    """
    set_running(app, runners)
    app.config["MOST_PEOPLE"] = most_people
    app.extensions["joins"] = joins or Joins()
    app.extensions["namesakes"] = Namesakes()
    app.extensions["meter"] = meter or Meter()
    app.register_blueprint(pages)
    app.register_blueprint(seats.pages)


def count_refusal(code: str) -> None:
    """Let the server's meter know that somebody was not let in."""
    cast("Meter", current_app.extensions["meter"]).refuse(code)


def contest_of(pin: str) -> str | None:
    """The contest of this PIN; who names too many wrong ones is told to wait."""
    guessing.check_pins()
    contest_id = running().by_pin(pin)
    if contest_id is None:
        guessing.wrong_pin()
    return contest_id


def join_url(pin: str) -> str:
    """The address a phone opens for this PIN."""
    return address(f"/j/{pin}")


def typed(field: str) -> str:
    """What was typed into a field, in composed Unicode, runs of white space made one space."""
    text = request.values.get(field, "")
    return " ".join(unicodedata.normalize("NFC", text).split())


def seat_before(contest_id: str) -> int:
    """The number of the seat that this session held until it was opened on another device, or 0."""
    try:
        return desk().rights.seat_before(session, contest_id)
    except Rejected:
        abort(503)


def has_seat(contest_id: str) -> bool:
    """Whether this session holds a seat in a contest and was not removed since."""
    try:
        return bool(desk().rights.seat(session, contest_id))
    except Rejected:
        abort(503)


def take_seat(contest_id: str) -> None:
    """Enter the contest and keep the seat in the session, with the secret that proves it.

    The session's ticket is that secret, and the idempotency key: a repeated press is one person.

    Raises:
        Rejected: the name or the team is not right, or the room is locked.
    """
    ticket = session.get("ticket") or secrets.token_hex(16)
    received = desk().now()
    newcomer = Join(typed("name"), typed("team"), ticket, most_people())
    runner_of(contest_id)
    command_id = f"join:{ticket}"
    number = running().submit(contest_id, newcomer, command_id, received, NEWCOMER).number
    keep_seat(contest_id, number, ticket)
    session.pop("ticket", None)


@pages.get("/", roles=EVERYBODY)
def index() -> ResponseReturnValue:
    """The PIN form; a typed PIN or seat code (`?pin=`) leads on, or is said to be unknown."""
    pin = typed("pin").replace(" ", "")
    if len(pin) == DIGITS:
        guessing.check_pins()
        if seat := desk().reopening.by_digits(pin):
            return redirect(url_for("seats.door", token=seat.token))
    if pin and contest_of(pin):
        return redirect(url_for("play.door", pin=pin))
    return pin_page(pin)


def pin_page(pin: str) -> ResponseReturnValue:
    """The PIN form; a PIN that is already there is one that nobody knows."""
    is_code = len(pin) == DIGITS
    return render_template("phone/pin.html", pin=pin, is_code=is_code), 404 if pin else 200


@pages.get("/j/<pin>", roles=EVERYBODY)
def door(pin: str) -> ResponseReturnValue:
    """Name and team for the contest of this PIN; who is in already goes on to play."""
    contest_id = contest_of(pin)
    if contest_id is None:
        return pin_page(pin)
    if has_seat(contest_id):
        return redirect(url_for("play.play", contest_id=contest_id))
    return join_page(contest_id, pin)


def join_page(contest_id: str, pin: str, code: str = "") -> ResponseReturnValue:
    """The join form, with the refusal `code` told beside the field it is about."""
    session.setdefault("ticket", secrets.token_hex(16))
    contest = runner_of(contest_id).contest
    shut = why_shut(contest, most_people())
    before = seat_before(contest_id)
    name, team = typed("name"), typed("team")

    def values() -> dict[str, object]:
        return {
            "plan": contest.plan,
            "form": {"pin": pin, "name": name, "team": team},
            "shut": code if code in SHUT else "" if code else shut,
            "code": code,
            "before": before,
            "errors": {FIELDS.get(code, "form"): said(code)} if code else {},
        }

    if name or team or code or before or request.query_string:
        return render_template("phone/join.html", **values()), 422 if code else 200
    return kept.page("phone/join.html", (contest_id, pin, shut, current()), values)


def again_page(contest_id: str, pin: str, wait_ms: int) -> ResponseReturnValue:
    """Back-pressure: the form once more, which sends itself when its turn has come (429)."""
    seconds = -(-wait_ms // 1000)
    page = render_template(
        "phone/again.html",
        plan=runner_of(contest_id).contest.plan,
        form={"pin": pin, "name": typed("name"), "team": typed("team"), "who": typed("who")},
        wait_ms=wait_ms,
        seconds=seconds,
    )
    return page, 429, {"Retry-After": str(seconds)}


def namesakes(contest_id: str) -> tuple[int, ...]:
    """Those with the name and in the team that were typed, unless they are somebody else."""
    runner = runner_of(contest_id)
    if typed("who") == OTHER or why_shut(runner.contest, most_people()):
        return ()
    known = cast("Namesakes", current_app.extensions["namesakes"])
    found = known.of(runner, typed("name"), typed("team"))
    seats = [runner.contest.contestants.get(number) for number in found]
    # Pressed twice: it is this very person, who is in by now.
    is_own = any(seat and seat.secret == session.get("ticket") for seat in seats)
    return () if is_own else found


def namesake_page(contest_id: str, pin: str, others: tuple[int, ...]) -> ResponseReturnValue:
    """Somebody with this name is in: another one, or the same whose phone is gone (409)."""
    page = render_template(
        "phone/namesake.html",
        plan=runner_of(contest_id).contest.plan,
        form={"pin": pin, "name": typed("name"), "team": typed("team")},
        numbers=", ".join(map(str, others)),
        is_mine=typed("who") == MINE,
        other=OTHER,
        mine=MINE,
    )
    return page, 409


@pages.post("/join", roles=EVERYBODY)
def join() -> ResponseReturnValue:
    """Enter the contest: a seat in the session, then the phone page."""
    pin = typed("pin")
    contest_id = contest_of(pin)
    if contest_id is None:
        return pin_page(pin)
    if not has_seat(contest_id):
        joins = cast("Joins", current_app.extensions["joins"])
        if wait_ms := joins.wait_ms(contest_id, time.monotonic_ns() // 1_000_000):
            count_refusal("come_again")
            text = "back-pressure: the budget of joins is spent, people are told to come again"
            log.info(text, extra={"contest": contest_id})
            return again_page(contest_id, pin, wait_ms)
        if others := namesakes(contest_id):
            return namesake_page(contest_id, pin, others)
        try:
            take_seat(contest_id)
        except Rejected as refusal:
            count_refusal(refusal.code)
            return join_page(contest_id, pin, refusal.code)
    return redirect(url_for("play.play", contest_id=contest_id), code=303)


@pages.get("/play/<contest_id>", roles=CONTESTANTS)
def play(contest_id: str) -> Response:
    """The phone page, for who has a seat."""
    plan = runner_of(contest_id).contest.plan

    def values() -> dict[str, object]:
        page = {"contest": contest_id, "door": url_for("play.door", pin=pin_of(contest_id))}
        words = spoken(EVERYWHERE, PHONE, words_of("phone", formats_of(plan)))
        own = additions(plan, "phone")
        return {"title": plan.title, "page": page, "words": words, "additions": own}

    return kept.page("phone/play.html", (contest_id, current()), values)


@pages.get("/qr/<contest_id>.svg", roles=EVERYBODY)
def qr(contest_id: str) -> Response:
    """The QR code that leads to this contest's door, dark on white with its quiet zone."""
    return Response(_drawn(join_url(pin_of(contest_id))), mimetype="image/svg+xml")


@lru_cache(maxsize=64)
def _drawn(url: str) -> bytes:
    picture = io.BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(picture, kind="svg", border=4, dark="#1c0206", light="#ffffff", omitsize=True)
    return picture.getvalue()
