"""The session of a socket, read from its cookie without a request of the web framework.

When thousands come back at once, making a request for each took a third of the time, and checking
again what their cookies are signed with an eighth of what was left: a cookie that was good is
remembered until it is too old.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import BadSignature, TimestampSigner
from werkzeug.sansio.http import parse_cookie

from quiz.transport.limits import REMEMBERED_COOKIES

Environ = Mapping[str, Any]
SessionOf = Callable[[Environ], dict[str, Any]]
"""What the cookie of a socket's request holds; nothing where it holds no session of ours."""


def sessions_of(app: Flask, remembered: int = REMEMBERED_COOKIES) -> SessionOf:
    """Reads sessions as the app's own pages do: the same signature, name and age."""
    pages = app.session_interface
    assert isinstance(pages, SecureCookieSessionInterface)
    name = pages.get_cookie_name(app)
    oldest_s = int(app.permanent_session_lifetime.total_seconds())
    serializer = pages.get_signing_serializer(app)
    if serializer is None:
        return lambda _: {}
    signer = serializer.make_signer(serializer.salt)
    assert isinstance(signer, TimestampSigner)
    good: OrderedDict[str, tuple[dict[str, Any], float]] = OrderedDict()

    def read(cookie: str) -> tuple[dict[str, Any], float]:
        """What it holds, and when (s) it was signed; raises BadSignature."""
        held, signed = serializer.loads(cookie, max_age=oldest_s, return_timestamp=True)
        return held, signed.timestamp()

    def session_of(environ: Environ) -> dict[str, Any]:
        # As pages read them: another program's cookie may hold any bytes.
        sent = environ.get("HTTP_COOKIE", "").encode("latin-1").decode(errors="replace")
        cookie = parse_cookie(sent).get(name)
        if not cookie:
            return {}
        try:
            held, signed = good.get(cookie) or read(cookie)
        except BadSignature:
            return {}
        if signer.get_timestamp() - signed > oldest_s:
            return {}
        good[cookie] = held, signed
        good.move_to_end(cookie)
        if len(good) > remembered:
            good.popitem(last=False)
        return dict(held)

    return session_of
