"""Taking up a role by its one-time link: opening it only shows a button, pressing it spends it.

Messengers open links to preview them, so that an opening must not use one up.
"""

from flask import Blueprint, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from quiz.declared_roles import EVERYBODY
from quiz.service.people.grants import OFFERED, GrantState
from quiz.service.people.rights import held_by
from quiz.service.people.roles import Role
from quiz.service.people.rows import Grant
from quiz.web.access.held import keep_grant
from quiz.web.frame.desk import desk
from quiz.web.frame.running import runner_of
from quiz.web.people.saying_roles import DOES, NAMES

pages = Blueprint("taking_up", __name__, url_prefix="/role")

PAGES = {
    Role.COHOST: "console.console",
    Role.PROMPTER: "console.prompter",
    Role.PROJECTOR: "projector_page.show",
}
"""Where a role leads."""


def onward(grant: Grant) -> ResponseReturnValue:
    """To the page of a role."""
    return redirect(url_for(PAGES[Role(grant.role)], contest_id=grant.contest_id), code=303)


def is_held_here(grant: Grant) -> bool:
    """Whether this browser took the grant up, and holds it still."""
    return any(
        number == grant.id and desk().grants.held(number, secret) is not None
        for _, number, secret in held_by(session)
    )


def over() -> ResponseReturnValue:
    """The page of a link that is good no more, or never was."""
    return render_template("people/role_over.html"), 410


@pages.get("/<token>", roles=EVERYBODY)
def door(token: str) -> ResponseReturnValue:
    """What the link is for, with the button that takes it up; who did already goes on."""
    grant = desk().grants.by_token(token)
    if grant is None or grant.role not in OFFERED:
        return over()
    if is_held_here(grant):
        return onward(grant)
    if desk().grants.became(grant) is not GrantState.WAITING:
        return over()
    role = Role(grant.role)
    return render_template(
        "people/take_up.html",
        title=runner_of(grant.contest_id).contest.plan.title,
        grant=grant,
        name=NAMES[role],
        does=DOES[role],
    )


@pages.post("/<token>", roles=EVERYBODY)
def take_up(token: str) -> ResponseReturnValue:
    """Spend the link: the role is this browser's from now on."""
    held = desk().grants.take_up(token)
    if held is None:
        # Pressed twice, or come back to.
        return door(token)
    keep_grant(held)
    return onward(held.grant)
