from collections.abc import Iterable, Iterator
from errno import EBADF, EIO
from itertools import islice
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest

from quiz.transport.http.failures import telling_failures
from quiz.transport.http.protocols import gevent_handler

start_response: Any = None


def answering(body: Iterable[bytes] | Exception) -> WSGIApplication:
    """What an application is made of that answers with this body, with all told to the log."""

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if isinstance(body, Exception):
            raise body
        return body

    return telling_failures(app)


class Body:
    """A body that knows whether it was closed."""

    closed = False

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"a", b"b"])

    def close(self) -> None:
        self.closed = True


class Library:
    """What gevent's HTTP server has of a handler."""

    class WSGIHandler:
        def _send_error_response_if_possible(self, code: int) -> None:
            pass


LOST = [ConnectionResetError(), BrokenPipeError(), TimeoutError("timed out"), OSError(EBADF, "x")]


@pytest.mark.parametrize("problem", [*LOST, OSError(EIO, "x"), LookupError()], ids=repr)
def test_phone_that_hangs_up_is_no_failure_of_ours(
    caplog: pytest.LogCaptureFixture, problem: Exception
) -> None:
    with pytest.raises(type(problem)):
        answering(problem)({}, start_response)
    entrance: Any = None
    gevent_handler(Library, entrance)().handle_error(type(problem), problem, None)
    assert len(caplog.records) == (0 if problem in LOST else 2)


def test_body_is_passed_on_and_closed_by_who_takes_it() -> None:
    whole = [b"a page"]
    assert answering(whole)({}, start_response) is whole
    for taken in ([], [b"a"], [b"a", b"b"]):
        body = Body()
        sent: Any = answering(body)({}, start_response)
        assert list(islice(sent, len(taken))) == taken
        assert not body.closed
        sent.close()
        assert body.closed
