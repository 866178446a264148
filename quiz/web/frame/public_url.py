"""Where the pages of this server are reached from other machines."""

from typing import cast

from flask import Flask, current_app, request

from quiz.service.way_in import WaysIn


def set_ways_in(app: Flask, ways: WaysIn) -> None:
    """Have this app's pages name the address of `ways`."""
    app.extensions["ways_in"] = ways


def ways_in() -> WaysIn:
    """How phones get in to the server that answers now."""
    return cast("WaysIn", current_app.extensions["ways_in"])


def address(path: str) -> str:
    """Where other machines open this path, on the hall's network."""
    site = ways_in().now.url or request.url_root
    return f"{site.rstrip('/')}{path}"
