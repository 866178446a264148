"""Roles of one contest: the host hands them out, sees who holds them, takes them back."""

import segno
from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext
from wtforms import Form, SelectField, StringField
from wtforms.validators import InputRequired

from quiz.core.errors import Rejected
from quiz.declared_roles import HOSTS
from quiz.service.people.grants import OFFERED, GrantState
from quiz.service.people.rows import Grant
from quiz.web.access.signed_in import account
from quiz.web.frame.desk import desk
from quiz.web.frame.fields import NEEDED, failed
from quiz.web.frame.public_url import address
from quiz.web.people.personal import row_of
from quiz.web.people.saying_roles import NAMES, does

_ = lazy_gettext
pages = Blueprint("grants", __name__, url_prefix="/host/contests/<contest_id>/roles")

FRESH = "fresh_grant"
"""Where the host's own session keeps the link made last: the server has only its hash."""
ASKED = {"bad_name": _("Tên có từ 1 đến 40 ký tự nhìn thấy được.")}


class GrantForm(Form):
    """Which role goes to whom."""

    role = SelectField(_("Vai"))
    who = StringField(
        _("Giao cho ai"),
        [InputRequired(NEEDED)],
        description=_("Tên hoặc chức danh, để nhận ra trong danh sách bên dưới."),
        render_kw={"maxlength": "40"},
    )

    def offer(self) -> None:
        """The roles to choose from."""
        self.role.choices = [(role.value, does(role)) for role in OFFERED]


def path_of(token: str) -> str:
    """Where the link of this token leads."""
    return url_for("taking_up.door", token=token)


def fresh(grants: tuple[Grant, ...]) -> dict[str, object] | None:
    """The link made last by this browser, as long as it is good and of these grants."""
    number, token = session.get(FRESH, (0, ""))
    for grant in grants:
        if grant.id == number and desk().grants.became(grant) is GrantState.WAITING:
            link = address(path_of(token))
            code = segno.make(link, error="m", micro=False)
            picture = code.svg_data_uri(border=4, dark="#1c0206", light="#ffffff", omitsize=True)
            return {"grant": grant, "link": link, "picture": picture}
    return None


def page(contest_id: str, form: GrantForm, status: int = 200) -> ResponseReturnValue:
    """The page with this form."""
    row, grants = row_of(contest_id), desk().grants.of(contest_id)
    connected = desk().connected(contest_id)
    listed = [
        (grant, desk().grants.became(grant), f"grant:{grant.id}" in connected) for grant in grants
    ]
    # Those that are over come last, each part with the newest first.
    listed.sort(key=lambda each: each[1] in (GrantState.REVOKED, GrantState.EXPIRED))
    text = render_template(
        "people/grants.html", row=row, form=form, listed=listed, fresh=fresh(grants), names=NAMES
    )
    return text, status


@pages.get("", roles=HOSTS)
def show(contest_id: str) -> ResponseReturnValue:
    """Who holds which role, and the form that hands one out."""
    form = GrantForm()
    form.offer()
    return page(contest_id, form)


@pages.post("", roles=HOSTS)
def make(contest_id: str) -> ResponseReturnValue:
    """Hand out a role; its link is shown once, to this browser."""
    row_of(contest_id)
    form = GrantForm(request.form)
    form.offer()
    if not form.validate():
        return page(contest_id, form, 422)
    who = form.who.data or ""
    try:
        grant, token = desk().grants.make(contest_id, form.role.data, who, account().id)
    except Rejected as refusal:
        if refusal.code not in ASKED:
            raise
        failed(form.who, ASKED[refusal.code])
        return page(contest_id, form, 422)
    session[FRESH] = [grant.id, token]
    return redirect(url_for("grants.show", contest_id=contest_id), code=303)


@pages.post("/<grant_id>/revoke", roles=HOSTS)
def revoke(contest_id: str, grant_id: str) -> ResponseReturnValue:
    """Take a role back."""
    grants = {str(grant.id): grant for grant in desk().grants.of(contest_id)}
    if grant_id not in grants:
        abort(404)
    desk().grants.revoke(contest_id, grants[grant_id].id)
    return redirect(url_for("grants.show", contest_id=contest_id), code=303)
