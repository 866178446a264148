"""Who is signed in: the account behind the session of a request, as long as the store lists it."""

from flask import Flask, g, session

from quiz.service.errors import StorageFailed
from quiz.service.people.rights import TOKEN, token_of
from quiz.service.people.rows import Account
from quiz.web.frame.desk import desk


def signed_in() -> Account | None:
    """The account that this request's session signs in; looked up once.

    None too where it cannot be told: the page that says so asks as well.
    """
    if "signed_in" not in g:
        try:
            g.signed_in = desk().sessions.account(token_of(session), desk().now())
        except StorageFailed:
            g.signed_in = None
    found: Account | None = g.signed_in
    return found


def account() -> Account:
    """The account signed in; only for pages of accounts."""
    found = signed_in()
    assert found is not None
    return found


def begin(account: Account) -> None:
    """Sign the session of this request in."""
    session[TOKEN] = desk().sessions.start(account.id, desk().now())
    g.signed_in = account


def end() -> None:
    """Sign the session of this request out, in every browser that has its cookie."""
    desk().sessions.end(token_of(session))
    session.pop(TOKEN, None)
    g.signed_in = None


def set_up(app: Flask) -> None:
    """Let templates ask `signed_in()`."""
    app.jinja_env.globals["signed_in"] = signed_in
