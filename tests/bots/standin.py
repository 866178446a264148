"""A small server that speaks the contract to robots, with everything in a test's hands."""

import itertools
import threading
import time
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from flask import Flask, redirect, request, session
from flask_socketio import Namespace, SocketIO, disconnect, emit
from socketio.exceptions import ConnectionRefusedError as Refused
from werkzeug.serving import make_server

from quiz.core.nouns.model import Kind, Pool
from quiz.core.nouns.shapes import (
    ClockView,
    FloorCount,
    MyAnswer,
    PhoneView,
    QuestionView,
    RoundView,
    SeatNote,
    SeatView,
)
from quiz.core.nouns.state import Life, Stage
from quiz.formats.buzzer.view import BuzzerSeatView, BuzzerView

PIN = "246810"
CONTEST = "c1"
BUZZER_ROUND = RoundView("Vòng 1", "buzzer", 1, 1)
FORM = """<form method="post" action="/join"><input type="hidden" name="csrf_token" value="{token}">
<input name="name"><select name="team"><option value="">Chọn</option><option value="Tổ 1">Tổ 1
</option><option value="Tổ 2">Tổ 2</option></select><button>Vào thi</button></form>"""


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def lobby() -> PhoneView:
    return PhoneView(
        v=1,
        now=now_ms(),
        title="Thi thử",
        stage=Stage.LOBBY,
        round=None,
        life=None,
        question=None,
        clock=None,
        reveal=None,
        floor=FloorCount(0, 0),
        frozen=False,
    )


def question(ordinal: int, kind: Kind = Kind.ONE) -> QuestionView:
    options = ("A", "B", "C", "D") if kind not in (Kind.TEXT, Kind.NUMBER) else ()
    return QuestionView(Pool.MAIN, ordinal, 3, kind, "Câu hỏi", options, "", 5)


def asking(view: PhoneView, ordinal: int, life: Life = Life.CLOCK, ms: int = 5000) -> PhoneView:
    """The next view, with a question whose clock starts now."""
    now = now_ms()
    return replace(
        view,
        v=view.v + 1,
        now=now,
        stage=Stage.PLAYING,
        round=RoundView("Vòng 1", "golden_bell", 1, 1),
        life=life,
        question=question(ordinal),
        clock=ClockView(now, now, now + ms, 0),
    )


def buzzing(view: PhoneView, ordinal: int, life: Life, phase: str = "") -> PhoneView:
    """The same where a buzzer decides; buzzes count from the first view of it to the turn."""
    asked = asking(view, ordinal, life)
    before = view.parts.get("buzzer")
    since = before.opens_at if before else asked.now
    opens_at = 0 if phase == "answering" else since
    buzzer = BuzzerView(phase, opens_at, asked.now, False, (), (), ())
    return replace(asked, round=BUZZER_ROUND, parts={"buzzer": buzzer})


@dataclass
class Standin:
    """What the server holds; tests read and change it."""

    view: PhoneView = field(default_factory=lobby)
    seats: dict[int, SeatView] = field(default_factory=dict)
    answers: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    buzzes: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    receipts: dict[str, dict[str, Any]] = field(default_factory=dict)
    mine: dict[int, MyAnswer] = field(default_factory=dict)
    sids: dict[int, str] = field(default_factory=dict)
    refuse_answers: str = ""
    swallow_acks: int = 0
    url: str = ""

    def __post_init__(self) -> None:
        self.flask = Flask("standin")
        self.flask.secret_key = "standin"
        self.socketio = SocketIO(self.flask, async_mode="threading")
        self.flask.add_url_rule("/j/<pin>", view_func=self.door)
        self.flask.add_url_rule("/join", view_func=self.join, methods=["POST"])
        self.socketio.on_namespace(Play(self))
        self._numbers = itertools.count(1)

    def door(self, pin: str) -> tuple[str, int]:
        session["token"] = "t0"
        return (FORM.format(token="t0"), 200) if pin == PIN else ("", 404)

    def join(self) -> Any:
        if request.form["csrf_token"] != session["token"]:
            return "", 400
        name = request.form["name"]
        number = next(self._numbers)
        session["seat"] = number
        self.seats[number] = SeatView(
            number,
            name,
            request.form["team"],
            SeatNote.ON_FLOOR,
            True,
            0,
            None,
            0,
            0,
            0,
            0,
            None,
            "",
        )
        return redirect(f"/play/{CONTEST}", 303)

    def push(self, view: PhoneView) -> None:
        self.view = view
        self.mine = {} if view.life in (None, Life.SHOWN) else self.mine
        self.socketio.emit("view", msgspec.to_builtins(view), namespace="/play")

    def send_seat(self, number: int, **changes: Any) -> None:
        if "may_buzz" in changes:
            changes["parts"] = {"buzzer": BuzzerSeatView(changes.pop("may_buzz"), -1)}
        self.seats[number] = replace(self.seats[number], **changes)
        seat = msgspec.to_builtins(self.seats[number])
        self.socketio.emit("seat", seat, to=self.sids[number], namespace="/play")

    def serve(self) -> "Running":
        return Running(self)


class Play(Namespace):
    """The `/play` namespace of the contract."""

    def __init__(self, standin: Standin) -> None:
        super().__init__("/play")
        self.standin = standin

    def on_connect(self, auth: dict[str, str]) -> None:
        if session.get("seat") not in self.standin.seats or auth != {"contest": CONTEST}:
            raise Refused("no_seat")
        self.standin.sids[session["seat"]] = request.sid  # type: ignore[attr-defined]
        emit("welcome", self.welcome(session["seat"]))

    def on_disconnect(self, reason: str) -> None:
        self.standin.sids.pop(session["seat"], None)

    def welcome(self, number: int) -> Any:
        standin = self.standin
        parts = {
            "view": replace(standin.view, now=now_ms()),
            "seat": standin.seats[number],
            "answer": standin.mine.get(number),
        }
        return msgspec.to_builtins(parts)

    def on_clock(self, payload: Any) -> Any:
        return {"ok": True, "now": now_ms()}

    def on_answer(self, payload: dict[str, Any]) -> Any:
        standin, number = self.standin, session["seat"]
        if standin.refuse_answers:
            return {"ok": False, "code": standin.refuse_answers}
        if payload["id"] not in standin.receipts:
            standin.answers.append((number, payload))
            standin.mine[number] = MyAnswer(tuple(payload["answer"]), now_ms())
        return self.receipt(payload)

    def on_buzz(self, payload: dict[str, Any]) -> Any:
        standin, number = self.standin, session["seat"]
        if standin.refuse_answers:
            return {"ok": False, "code": standin.refuse_answers}
        if payload["id"] not in standin.receipts:
            standin.buzzes.append((number, payload))
        return self.receipt(payload)

    def receipt(self, payload: dict[str, Any]) -> Any:
        standin = self.standin
        if payload["id"] not in standin.receipts:
            standin.receipts[payload["id"]] = {"ok": True, "v": standin.view.v, "at": now_ms()}
        if standin.swallow_acks:
            standin.swallow_acks -= 1
            disconnect()
        return standin.receipts[payload["id"]]


class Running:
    """The stand-in listening on a free port of this machine, as a context."""

    def __init__(self, standin: Standin) -> None:
        self.standin = standin
        self._server = make_server("127.0.0.1", 0, standin.flask, threaded=True)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Standin:
        self.standin.url = f"http://127.0.0.1:{self._server.port}"
        self._thread.start()
        return self.standin

    def __exit__(self, *problem: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
