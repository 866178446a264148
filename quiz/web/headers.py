"""The headers every page carries: what a browser may load, show in a frame and ask for."""

from flask import Flask, Response, request

POLICY = {
    "default-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def content_policy(host: str) -> str:
    """The Content-Security-Policy of a page served at `host` ("192.168.1.20:5000").

    The sockets are named beside 'self' because older Safari does not count them to it.
    """
    directives = POLICY | {"connect-src": f"'self' ws://{host} wss://{host}"}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def add_headers(response: Response) -> Response:
    """Add what is missing; pages are never kept, static files are asked about each time."""
    response.headers.setdefault("Content-Security-Policy", content_policy(request.host))
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    # ES modules import each other by plain relative names, so a version in the address of
    # one would not reach the next: on a hall's network asking (ETag, 304) costs nothing.
    response.headers.setdefault("Cache-Control", "no-store")
    if request.endpoint == "static":
        response.headers["Cache-Control"] = "no-cache"
    return response


def set_up(app: Flask) -> None:
    """Let every response of `app` carry the headers."""
    app.after_request(add_headers)
