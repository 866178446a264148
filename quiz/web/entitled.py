"""Who may open which page: what `quiz.service.roles` declares, enforced before any page runs."""

from flask import abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from quiz.service.roles import EVERYBODY, PAGES, Role, Roles, account_role
from quiz.web.play import has_seat, pin_of
from quiz.web.sign_in import account


def roles_in(contest_id: str) -> Roles:
    """What this session is: by its account, and by its seat and screens in a contest."""
    roles = {Role.NOBODY}
    if current_user.is_authenticated:
        roles.add(account_role(account().role))
    if contest_id and contest_id in session.get("projectors", []):
        roles.add(Role.PROJECTOR)
    if contest_id and has_seat(contest_id):
        roles.add(Role.CONTESTANT)
    return frozenset(roles)


def turned_away() -> ResponseReturnValue | None:
    """None where the page may be opened; else the way to a page that helps."""
    if request.endpoint is None:
        return None
    allowed = PAGES.get(request.endpoint)
    if allowed is EVERYBODY:
        return None
    if allowed is None:
        abort(403)
    contest_id = (request.view_args or {}).get("contest_id", "")
    if roles_in(contest_id) & allowed:
        return None
    if Role.CONTESTANT in allowed:
        return redirect(url_for("play.door", pin=pin_of(contest_id)))
    if not current_user.is_authenticated:
        return redirect(url_for("sign_in.login", next=request.path))
    return render_template("host/not_allowed.html"), 403
