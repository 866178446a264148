"""The ceiling of the stack: Flask-SocketIO and the driver, with no rules and no database.

It speaks as much of the protocol as robot phones need, and plays its questions by itself once
all phones are in. Answers are acknowledged from memory.
"""

import argparse
import sys
import threading
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quiz.transport import driver, limits


def now() -> int:
    """Ms since 1970."""
    return time.time_ns() // 1_000_000


class Show:
    """The views that all phones are sent; `seat` is what is private to one."""

    def __init__(self, questions: int, seconds: int) -> None:
        self.questions, self.seconds = questions, seconds
        self.v = 1
        self.view = self._view("lobby", None, 0, 0)

    def _view(self, stage: str, life: str | None, ordinal: int, opens_at: int) -> dict[str, Any]:
        clock = question = None
        if life:
            deadline = opens_at + self.seconds * 1000
            clock = {"show_at": opens_at, "opens_at": opens_at, "deadline": deadline, "left_ms": 0}
            text = "Theo Điều lệ Công đoàn Việt Nam khóa XII (2020), cơ quan lãnh đạo là gì?"
            options = ["Đại hội đại biểu", "Ban chấp hành", "Ban thường vụ", "Ủy ban kiểm tra"]
            question = {"pool": "main", "ordinal": ordinal, "of": self.questions, "kind": "one"}
            question |= {"text": text, "options": options, "picture": "", "seconds": self.seconds}
        round_ = {"name": "Tích điểm", "format": "points", "index": 1, "of": 1}
        return {
            "v": self.v,
            "now": now(),
            "title": "Bare",
            "stage": stage,
            "round": round_,
            "life": life,
            "question": question,
            "clock": clock,
            "reveal": None,
            "floor": {"left": 0, "started": 0},
            "rescue_open": False,
            "frozen": False,
        }

    def turn(self, stage: str, life: str | None, ordinal: int, opens_at: int) -> dict[str, Any]:
        """The next view."""
        self.v += 1
        self.view = self._view(stage, life, ordinal, opens_at)
        return self.view

    def seat(self, number: int) -> dict[str, Any]:
        """A seat that may answer."""
        return {
            "number": number,
            "name": f"Thí sinh {number}",
            "team": "",
            "note": "on_floor",
            "may_answer": True,
            "asked": "",
            "verdict": None,
            "correct": 0,
            "points": 0,
            "left_after": 0,
            "rank": None,
            "prize": "",
        }


def main() -> None:
    """Serve, and play when all are in."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--driver", default="eventlet")
    parser.add_argument("--phones", type=int, required=True)
    parser.add_argument("--questions", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=6)
    options = parser.parse_args()
    driver.patch(options.driver)
    serve(options)


def serve(options: argparse.Namespace) -> None:
    """Everything that may only be loaded after the patch."""
    import flask
    from flask_socketio import SocketIO

    app = flask.Flask("bare")
    app.secret_key = "bare"
    settings: dict[str, Any] = {"transports": ["websocket"], "async_handlers": False}
    sockets = SocketIO(
        app,
        async_mode=options.driver,
        manage_session=False,
        ping_interval=20,
        ping_timeout=15,
        **settings,
    )
    show = Show(options.questions, options.seconds)
    joined = online = 0

    @app.get("/j/<pin>")
    def door(pin: str) -> str:
        return '<form><input name="csrf_token" value="x"></form>'

    @app.post("/join")
    def join() -> Any:
        nonlocal joined
        joined += 1
        flask.session["seat"] = joined
        return flask.redirect("/play/bare", 303)

    @sockets.on("connect", namespace="/play")
    def connect(auth: object) -> None:
        nonlocal online
        online += 1
        sid = flask.request.sid  # type: ignore[attr-defined]
        app.extensions["socketio"].server.enter_room(sid, "hall", namespace="/play")
        welcome = {"view": show.view, "seat": show.seat(flask.session["seat"]), "answer": None}
        sockets.start_background_task(sockets.emit, "welcome", welcome, to=sid, namespace="/play")

    @sockets.on("clock", namespace="/play")
    def clock(data: object) -> dict[str, Any]:
        return {"ok": True, "now": now()}

    @sockets.on("answer", namespace="/play")
    def answer(data: object) -> dict[str, Any]:
        return {"ok": True, "v": show.v, "at": now()}

    def tell(stage: str, life: str | None, ordinal: int, opens_at: int) -> None:
        view = show.turn(stage, life, ordinal, opens_at)
        sockets.emit("view", view, to="hall", namespace="/play")

    def play() -> None:
        while online < options.phones:
            time.sleep(0.2)
        time.sleep(3)
        for ordinal in range(1, options.questions + 1):
            tell("playing", "clock", ordinal, now() + 250)
            time.sleep(options.seconds + 1)
            tell("playing", "locked", ordinal, now())
            time.sleep(1)
        tell("finished", None, 0, 0)

    phones = limits.phones_that_fit(options.driver, limits.raise_file_limit())
    listener = driver.listen("127.0.0.1", 0)
    print(f"READY http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    threading.Thread(target=play, daemon=True).start()
    driver.serve(options.driver, listener, app.wsgi_app, phones)


if __name__ == "__main__":
    main()
