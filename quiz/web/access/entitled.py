"""Authorization: who may open which page, as its route declares, enforced before any page runs."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.routing import Rule

from quiz.declared_roles import EVERYBODY, declared
from quiz.service.people.rights import held_by
from quiz.service.people.roles import Role, Roles
from quiz.web.access.machine import is_on_this_machine
from quiz.web.access.signed_in import signed_in
from quiz.web.frame.desk import desk
from quiz.web.frame.running import pin_of


class PageRule(Rule):
    """A route that says which roles may open it: `@pages.get("/", roles=HOSTS)`.

    With `machine` programs on the server's own machine may too, whoever they are.

    Raises:
        Undeclared: it does not say which roles.
    """

    def __init__(
        self, string: str, *, roles: object = None, machine: bool = False, **options: Any
    ) -> None:
        super().__init__(string, **options)
        # What is only for making addresses is never opened.
        self.roles = frozenset() if self.build_only else declared(string, roles)
        self.machine = machine

    def get_empty_kwargs(self) -> Mapping[str, Any]:
        """What a copy of the route is made of."""
        return {**super().get_empty_kwargs(), "roles": self.roles, "machine": self.machine}


def set_up(app: Flask) -> None:
    """Have every route of `app` declare its roles from now on."""
    app.url_rule_class = PageRule  # type: ignore[assignment]


def pages_of(app: Flask) -> dict[str, Roles]:
    """The roles of every page that `app` serves, by endpoint.

    Raises:
        Undeclared: one came in by another way and declares none.
    """
    rules = [rule for rule in app.url_map.iter_rules() if not rule.build_only]
    found = {rule.endpoint: declared(rule.rule, getattr(rule, "roles", None)) for rule in rules}
    return dict(sorted(found.items()))


def roles_here(contest_id: str) -> Roles:
    """The roles of the session that asks now; raises Rejected where they cannot be told."""
    return desk().rights.roles_of(session, contest_id)


def has_lapsed(contest_id: str) -> bool:
    """Whether this browser took up roles of a contest, and has none of its any more."""
    taken_up = {number for contest, number, _ in held_by(session) if contest == contest_id}
    actors = desk().rights.actors(session, contest_id).values()
    return bool(taken_up) and not any(f"grant:{number}" in actors for number in taken_up)


def turned_away() -> ResponseReturnValue | None:
    """None where the page may be opened; else the way to a page that helps."""
    if request.url_rule is None:
        return None
    allowed: Roles | None = getattr(request.url_rule, "roles", None)
    if allowed == EVERYBODY:
        return None
    if not allowed:
        abort(403)
    if getattr(request.url_rule, "machine", False) and is_on_this_machine():
        return None
    contest_id = (request.view_args or {}).get("contest_id", "")
    if roles_here(contest_id) & allowed:
        return None
    if Role.CONTESTANT in allowed:
        return redirect(url_for("play.door", pin=pin_of(contest_id)))
    if has_lapsed(contest_id):
        return render_template("people/role_ended.html"), 403
    if not signed_in():
        return redirect(url_for("sign_in.login", next=request.path))
    return render_template("access/not_allowed.html"), 403
