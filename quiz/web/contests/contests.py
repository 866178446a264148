"""The host's list of contests."""

from datetime import UTC, datetime

from flask import Blueprint, render_template

from quiz.declared_roles import HOSTS
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.public_url import address

pages = Blueprint("contests", __name__, url_prefix="/host")


@pages.get("/", roles=HOSTS)
def index() -> str:
    """All contests, the latest first."""
    rows = sorted(desk().runners.listing(), key=lambda row: row.created_at, reverse=True)
    return render_template(
        "contests/contests.html",
        rows=rows,
        drafts=desk().drafts.listing(),
        account=account(),
        names=desk().personal.names(),
        phones_open=address(""),
    )


@pages.app_template_filter("day")
def day(at: int) -> str:
    """A day as people write it, 28/7/1929, in the time zone of this machine; `at` in ms."""
    local = datetime.fromtimestamp(at / 1000, UTC).astimezone()
    return f"{local.day}/{local.month}/{local.year}"
