"""Cache warming: templates compiled before somebody opens a page, which keeps a hall waiting."""

from collections.abc import Callable

from flask import Flask

from quiz.service.ports import Later

WAIT_MS = 10_000
"""How long after the start: phones that come back after a restart come first."""
GAP_MS = 100
"""Between two templates, so that nobody waits for more than one."""


class Warming:
    """Compiles the templates of one app, one after the other."""

    def __init__(self, app: Flask, later: Later) -> None:
        self._app = app
        self._later = later
        self._call_off: Callable[[], None] = _nothing
        self._closed = False

    def start(self) -> None:
        """Begin in a while."""
        self._wait(WAIT_MS, sorted(self._app.jinja_env.list_templates()))

    def close(self) -> None:
        """Leave the rest as it is."""
        self._closed = True
        self._call_off()

    def _wait(self, ms: int, names: list[str]) -> None:
        if names and not self._closed:
            self._call_off = self._later(ms, lambda: self._warm(*names))

    def _warm(self, name: str, *others: str) -> None:
        if not self._closed:
            self._app.jinja_env.get_template(name)
            self._wait(GAP_MS, list(others))


def _nothing() -> None:
    """Nothing is to come."""
