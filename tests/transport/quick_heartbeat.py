"""A very small application behind the real sockets, in a hall where pings are quick."""

import sys
from collections.abc import Mapping
from typing import Any

from quiz.cli.serve import patch, read_config
from quiz.config import Config

EVERY_S, ANSWER_S = 0.2, 1.5


def application(config: Config) -> Any:
    """What `quiz.app.create_app` would return."""
    from flask import Flask

    from quiz.clock import SystemClock
    from quiz.meter import Meter
    from quiz.transport import limits
    from quiz.transport.messages.listener import Listener, Reply
    from quiz.transport.server import SocketServer

    class Echo(Listener):
        def on_connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
            pass

        def on_disconnect(self, sid: str) -> None:
            pass

        def hear(self, event: str, sid: str, data: object, reply: Reply) -> None:
            reply({"ok": True, "said": data})

    limits.QUICK_HEARTBEAT_S, limits.QUICK_ANSWER_S = EVERY_S, ANSWER_S  # type: ignore[assignment]
    flask = Flask("small")
    server = SocketServer(
        flask,
        ["/echo"],
        async_mode=config.driver,
        clock=SystemClock(),
        most=10,
        comes_first=lambda environ: False,
        seat_named=lambda environ: "",
        is_seated=lambda environ: False,
        meter=Meter(),
    )
    server.add(Echo("/echo"))
    server.start(lambda: None)

    class App:
        wsgi = flask.wsgi_app
        clock = SystemClock()

        def start(self) -> None:
            pass

        def host_link(self) -> str:
            return "/host/enter/abc"

        def close(self) -> None:
            server.stop()

    return App()


def main(arguments: list[str]) -> None:
    """Serve it with the options of `run.py serve`."""
    config = read_config(arguments)
    patch(config.driver)
    from quiz.cli.serving.server import run

    run(config, application)


if __name__ == "__main__":
    main(sys.argv[1:])
