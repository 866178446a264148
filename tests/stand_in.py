"""A very small application behind the real start, driver and sockets, and a way to run it.

It echoes what a client says and sends a text as long as asked for; `/asked` tells which pages
were asked for, `/at-once` whether what is written goes out without waiting, `/fails` fails,
`/breaks-off` does so half-way.
"""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quiz.cli.serve import patch, read_config
from quiz.cli.serving import problems
from quiz.clock import SystemClock
from quiz.config import Config

ROOT = Path(__file__).resolve().parents[1]
MESSAGE_LIMIT = 16_384


def application(config: Config):
    """What `quiz.app.create_app` would return."""
    import socketio

    server = socketio.Server(
        async_mode=config.driver, transports=["websocket"], max_http_buffer_size=MESSAGE_LIMIT
    )
    server.on("echo", lambda sid, said: said)
    server.on("long", lambda sid, size: "x" * size)

    asked = []

    def answers_at_once(environ):
        source = environ["wsgi.input"]
        ours = source.get_socket() if hasattr(source, "get_socket") else source.rfile.raw._sock
        return ours.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    def half(environ):
        yield b"half"
        raise LookupError(environ["REMOTE_ADDR"])

    def page(environ, start_response):
        asked.append(environ["PATH_INFO"])
        start_response("200 OK", [("Content-Type", "text/plain")])
        if asked[-1] == "/fails":
            raise LookupError(environ["REMOTE_ADDR"])
        if asked[-1] == "/breaks-off":
            return half(environ)
        if asked[-1] == "/at-once":
            return [b"%d" % bool(answers_at_once(environ))]
        return [" ".join(asked).encode() if asked[-1] == "/asked" else b"a page"]

    class App:
        wsgi = socketio.WSGIApp(server, page)
        clock = SystemClock()

        def start(self) -> None:
            print("started")

        def host_link(self) -> str:
            return "/host/enter/abc"

        def close(self) -> None:
            print("closed")

    return App()


def main(arguments: list[str]) -> int:
    """Serve the small application with the options of `run.py serve`."""
    try:
        config = read_config(arguments)
        patch(config.driver)
        from quiz.cli.serving.server import run

        run(config, application)
    except problems.CannotStart as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


@dataclass(frozen=True)
class Running:
    """A server of this module in a process of its own."""

    process: subprocess.Popen[str]
    url: str


def start(
    *options: str,
    port: int = 0,
    variables: Mapping[str, str] | None = None,
    program: str = __file__,
) -> subprocess.Popen[str]:
    """A process that serves the small application, or that of another `program`."""
    command = [sys.executable, program, "--host", "127.0.0.1", "--port", str(port), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(variables or {})}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


@contextlib.contextmanager
def running(*options: str, program: str = __file__) -> Iterator[Running]:
    """A server that is ready, ended by force at the end of the block if it still runs."""
    with start(*options, program=program) as process:
        try:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, "")
            ready = next((line for line in lines if line.startswith("READY ")), "")
            assert ready, process.stderr and process.stderr.read()
            yield Running(process, ready.split()[1])
        finally:
            process.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
