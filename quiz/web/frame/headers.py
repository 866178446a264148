"""Security headers of every page: what a browser may load, show in a frame and ask for."""

from flask import Flask, Response, request

POLICY = {
    "default-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def content_policy(host: str, framed_by: str = "'none'") -> str:
    """The Content-Security-Policy of a page served at `host` ("192.168.1.20:5000").

    `framed_by` says whose pages may hold it in a frame.

    The sockets are named beside 'self' because older Safari does not count them to it.
    """
    directives = POLICY | {
        "connect-src": f"'self' ws://{host} wss://{host}",
        "frame-ancestors": framed_by,
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def add_headers(response: Response) -> Response:
    """Add what is missing; pages are never kept."""
    response.headers.setdefault("Content-Security-Policy", content_policy(request.host))
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def set_up(app: Flask) -> None:
    """Let every response of `app` carry the headers."""
    app.after_request(add_headers)
