"""Where the pages of this server are reached from other machines."""

from flask import current_app, request


def address(path: str) -> str:
    """Where other machines open this path; PUBLIC_URL is the server's on the hall's network."""
    site = current_app.config.get("PUBLIC_URL") or request.url_root
    return f"{site.rstrip('/')}{path}"
