"""What the log hears of requests that fail by a mistake of ours, with both drivers alike."""

import errno
import logging
from collections.abc import Iterable, Iterator
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.wsgi import ClosingIterator

log = logging.getLogger(__name__)

_LOST = {errno.EBADF, errno.ENOTSOCK, errno.ENOTCONN, errno.EHOSTUNREACH, errno.ENETUNREACH}
"""What a connection fails with that was ended meanwhile, or leads nowhere."""


def tell_failure(problem: Exception) -> None:
    """Have the log know that a request failed by a mistake of ours, and where.

    A phone that hangs up, or is out of reach, is none.
    """
    lost = isinstance(problem, ConnectionError | TimeoutError)
    if not lost and not (isinstance(problem, OSError) and problem.errno in _LOST):
        log.error("A request was not carried out", exc_info=problem)


def telling_failures(app: WSGIApplication) -> WSGIApplication:
    """The same application, of whose failures the log hears."""

    def told(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            body = app(environ, start_response)
        except Exception as problem:
            tell_failure(problem)
            raise
        # A library reads the length of what has one.
        if hasattr(body, "__len__"):
            return body
        return ClosingIterator(_telling(body), getattr(body, "close", None))

    return told


def _telling(body: Iterable[bytes]) -> Iterator[bytes]:
    """The same body, of whose failures the log hears."""
    try:
        yield from body
    except Exception as problem:
        tell_failure(problem)
        raise
