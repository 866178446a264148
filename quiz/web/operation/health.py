"""`/healthz`: whether this server can do its work, in one word for whoever asks."""

import threading
import time
from collections.abc import Callable

from flask import Flask, Response

from quiz.declared_roles import EVERYBODY

FRESH_S = 1.0
"""For how long an answer of the database is good: a flood of questions asks it no more often."""


class Health:
    """What the database said last; `answers` asks it, `now` gives seconds."""

    def __init__(
        self, answers: Callable[[], bool], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._answers = answers
        self._now = now
        self._asking = threading.Lock()
        self._ask()

    def _ask(self) -> None:
        self._good = self._answers()
        self._until = self._now() + FRESH_S

    def is_good(self) -> bool:
        """Whether the database answers; one asks it, the others hear the last answer meanwhile."""
        if self._now() >= self._until and self._asking.acquire(blocking=False):
            try:
                self._ask()
            finally:
                self._asking.release()
        return self._good


def add_health(app: Flask, health: Health) -> None:
    """Let this app say whether it is well."""

    def healthz() -> Response:
        if health.is_good():
            return Response("ok", mimetype="text/plain")
        return Response("unavailable", 503, mimetype="text/plain")

    app.add_url_rule("/healthz", "healthz", healthz, roles=EVERYBODY)
