"""What phones, projector and outsiders receive before the reveal, byte for byte.

Two contests differ in nothing but the key of the question asked. Before the reveal everything
that anybody but the host received must be the same in both; after it there is a difference, so
there was something to leak.
"""

import re
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import itsdangerous
import pytest
from flask import Flask

from quiz.cli.demo_contest import Staged, stage
from quiz.core.nouns.model import Answer, Kind, Plan, Question, Round
from tests.e2e.host import Host, signed_in
from tests.e2e.server import ServerProcess
from tests.safety.wires import Browser, Socket

OPTIONS = ("Phương án một", "Phương án hai", "Phương án ba")
KINDS: dict[Kind, tuple[tuple[str, ...], Answer, Answer]] = {
    Kind.ONE: (OPTIONS, (0,), (2,)),
    Kind.SEVERAL: (OPTIONS, (0, 1), (1, 2)),
    Kind.TRUE_FALSE: (("Đúng", "Sai"), (0,), (1,)),
    Kind.TEXT: ((), "Khóa kín một", "Đáp án rất dài để kích thước cũng phải lộ ra"),
    Kind.NUMBER: ((), "98765432", "55443322110099887"),
    Kind.ORDER: (OPTIONS, (1, 2, 0), (2, 1, 0)),
}
"""Options and two keys of each kind."""
ANSWERS: dict[Kind, tuple[Answer, Answer]] = {
    Kind.ONE: ((0,), (2,)),
    Kind.SEVERAL: ((0, 1), (1, 2)),
    Kind.TRUE_FALSE: ((0,), (1,)),
    Kind.TEXT: ("của riêng tôi", "của người khác"),
    Kind.NUMBER: ("4711471147114711", "8158158158158158"),
    Kind.ORDER: ((1, 2, 0), (2, 1, 0)),
}
"""What the phone watched and the other one answer."""
FORMATS: dict[str, dict[str, Any]] = {
    "golden_bell": {"rescues": []},
    "buzzer": {"aloud": False, "answer_seconds": 60},
}
"""Rounds with their settings; where a buzzer decides, the other phone has the turn."""
Case = tuple[str, Kind]
CASES: list[Case] = [(format_, kind) for format_ in FORMATS for kind in KINDS]
EXPLANATION, CITATION, FUTURE = "Giải thích kín", "Điều kín", "Câu sau còn kín"
MINE = "của riêng tôi", "4711471147114711"
OTHER = "của người khác", "8158158158158158"
TIME, IDS = re.compile(r"\b1\d{12}\b"), re.compile(r'"(sid|pin|join_url|qr)":"[^"]*"')
LEFT = re.compile(r'"left_ms":\d{5}\b')


def contest(case: Case, key: Answer) -> Plan:
    format_, kind = case
    options = KINDS[kind][0]
    asked = Question("q1", kind, "Câu đang hỏi?", (key,), options, EXPLANATION, CITATION)
    later = Question("q2", Kind.TEXT, FUTURE, (f"{FUTURE} khóa",), (), EXPLANATION, CITATION)
    reserve = replace(later, id="r1")
    settings = {"seconds": 60} | FORMATS[format_]
    round_ = Round("Vòng một", format_, (asked, later), (reserve,), (), settings)
    return Plan("Cuộc thi thử", (round_,), seed="hạt")


@dataclass
class Heard:
    """What one of the three received before the reveal, and all of it after the reveal."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@dataclass
class Evening:
    """One question of one contest, from the door to the reveal."""

    staged: Staged
    phone: Heard
    projector: Heard
    outsider: Heard
    secrets: tuple[str, ...]


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[ServerProcess, list[Staged]]]:
    folder = tmp_path_factory.mktemp("leaks")
    plans = [contest(case, key) for case in CASES for key in KINDS[case[1]][1:]]
    staged = [stage(folder, plan) for plan in plans]
    server = ServerProcess(folder)
    server.start()
    yield server, staged
    server.stop()


@pytest.fixture(scope="module")
def evenings(served: tuple[ServerProcess, list[Staged]]) -> dict[Case, tuple[Evening, Evening]]:
    server, staged = served
    pairs = zip(staged[::2], staged[1::2], strict=True)
    return {
        case: (play(server, case, first), play(server, case, second))
        for case, (first, second) in zip(CASES, pairs, strict=True)
    }


def play(server: ServerProcess, case: Case, staged: Staged) -> Evening:
    """Play a question up to the reveal, everybody listening."""
    with ExitStack() as closing:
        cookie = signed_in(f"{server.url}/host/enter/{staged.token}")
        host = Host(server.url, staged.contest, cookie)
        closing.callback(host.close)
        mine, other, hall, stranger = (Browser(server.url) for _ in range(4))
        for browser in (mine, other, hall, stranger):
            closing.callback(browser.close)
        mine.join(staged.pin, "Lê An")
        other.join(staged.pin, "Trần Bình")
        hall.get(f"/projector/enter/{projector_token(server.data, staged.contest)}")
        phone, second, screen, outside = (
            Socket(server.url, browser.cookie) for browser in (mine, other, hall, stranger)
        )
        for socket in (phone, second, screen, outside):
            closing.callback(socket.close)
        assert phone.enter("/play", staged.contest)
        assert second.enter("/play", staged.contest)
        assert screen.enter("/projector", staged.contest)
        for namespace in ("/play", "/host", "/projector"):
            assert not outside.enter(namespace, staged.contest)
        host.until(lambda: host.counts.get("online") == 2)
        host.go_to("close")
        answers = ANSWERS[case[1]]
        if case[0] == "buzzer":
            say(second, "buzz", {"opens_at": host.view["hall"]["parts"]["buzzer"]["opens_at"]})
            host.until(lambda: host.view["hall"]["parts"]["buzzer"]["phase"] == "answering")
            # A view that the next comes upon is never sent: both evenings shall have this one.
            settle(phone, "/play", host)
            settle(screen, "/projector", host)
            say(second, "answer", {"answer": answers[1]})
            host.until(lambda: host.step == "reveal")
        else:
            for socket, answer in zip((phone, second), answers, strict=True):
                say(socket, "answer", {"answer": answer})
        phone.call("/play", "resync", {})
        host.go_to("reveal")
        pages(staged, mine, hall, stranger)
        everybody = ((phone, mine, "/play"), (screen, hall, "/projector"))
        for socket, _, namespace in everybody:
            settle(socket, namespace, host)
        before = [heard(socket, browser) for socket, browser, _ in everybody]
        nothing = heard(outside, stranger)
        host.go_to("settle")
        for socket, _, namespace in everybody:
            settle(socket, namespace, host)
        after = [heard(socket, browser) for socket, browser, _ in everybody]
        secrets = (
            nonce(server.data, other.cookie),
            *(one.split("=", 1)[1] for one in (other.cookie, cookie)),
        )
        return Evening(
            staged,
            Heard(before[0], after[0]),
            Heard(before[1], after[1]),
            Heard(nothing, heard(outside, stranger)),
            secrets,
        )


def projector_token(data: Path, contest_id: str) -> str:
    key = (data / "secret.key").read_text(encoding="ascii")
    return str(itsdangerous.URLSafeTimedSerializer(key, salt="projector").dumps(contest_id))


def nonce(data: Path, cookie: str) -> str:
    """The nonce of the seat that a phone's cookie holds."""
    app = Flask("reader")
    app.secret_key = (data / "secret.key").read_text(encoding="ascii")
    reader = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    session = reader.loads(cookie.split("=", 1)[1])
    ((_, found),) = session["seats"].values()
    return str(found)


def say(socket: Socket, event: str, more: dict[str, Answer]) -> None:
    """Answer the question or buzz at it; the clock opens a moment after it was started."""
    while True:
        message = {"id": uuid.uuid4().hex, "pool": "main", "ordinal": 1, **more}
        reply = socket.call("/play", event, message)
        if reply.get("code") != "too_early":
            assert reply["ok"], reply
            return
        time.sleep(0.05)


def settle(socket: Socket, namespace: str, host: Host) -> None:
    """Wait until this socket has what the host has."""
    socket.until(lambda: socket.view(namespace).get("v", 0) >= host.view["hall"]["v"])
    if namespace == "/play":
        # An acknowledgement comes after everything that was sent before it.
        socket.call(namespace, "clock", {})


def pages(staged: Staged, mine: Browser, hall: Browser, stranger: Browser) -> None:
    """Everybody opens everything."""
    paths = ["/", f"/j/{staged.pin}", f"/play/{staged.contest}", f"/projector/{staged.contest}"]
    paths += ["/host/", f"/host/contests/{staged.contest}", f"/qr/{staged.contest}.svg"]
    paths += [f"/host/contests/{staged.contest}/prompter", "/host/login", "/?pin=000000"]
    paths += [f"/host/contests/{staged.contest}/data{more}" for more in ("", ".json", ".xlsx")]
    for browser in (mine, hall, stranger):
        for path in paths:
            browser.get(path)


def heard(socket: Socket, browser: Browser) -> list[str]:
    return [*socket.frames, *browser.pages]


def views(frames: list[str]) -> list[str]:
    """Frames without what differs between any two contests: times, ids, connected phones.

    Nor the time left when somebody buzzed, which has as many digits in both.
    """
    kept = [
        f for f in frames if f.startswith("4") and '["counts"' not in f and "too_early" not in f
    ]
    kept = [LEFT.sub("", TIME.sub("T" * 13, frame)) for frame in kept]
    return [IDS.sub("", re.sub(r"^43(/\w+),\d+", r"43\1,", frame)) for frame in kept]


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_nothing_received_before_the_reveal_depends_on_the_key(
    evenings: dict[Case, tuple[Evening, Evening]], case: Case
) -> None:
    one, two = evenings[case]
    assert views(one.phone.before) == views(two.phone.before)
    assert views(one.projector.before) == views(two.projector.before)
    assert views(one.phone.after) != views(two.phone.after)
    assert views(one.projector.after) != views(two.projector.after)


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_no_secret_is_received_before_the_reveal(
    evenings: dict[Case, tuple[Evening, Evening]], case: Case
) -> None:
    for evening, key in zip(evenings[case], KINDS[case[1]][1:], strict=True):
        for place, one in enumerate((evening.phone, evening.projector, evening.outsider)):
            forbidden = [EXPLANATION, CITATION, FUTURE, *OTHER, *evening.secrets]
            forbidden += ['"key"', "accepted"]
            if isinstance(key, str):
                forbidden.append(key)
            if place:
                forbidden += MINE
            text = "\n".join(one.before)
            assert [secret for secret in forbidden if secret in text] == []
        assert EXPLANATION in "\n".join(evening.phone.after)
        assert EXPLANATION in "\n".join(evening.projector.after)
        assert FUTURE not in "\n".join(evening.phone.after + evening.projector.after)


def test_outsider_receives_no_question_and_no_view(
    evenings: dict[Case, tuple[Evening, Evening]],
) -> None:
    for pair in evenings.values():
        for evening in pair:
            text = "\n".join(evening.outsider.after)
            assert [word for word in ("Câu đang hỏi", *OPTIONS, '"v":') if word in text] == []


def test_nobody_receives_the_pin_of_another_contest(
    served: tuple[ServerProcess, list[Staged]], evenings: dict[Case, tuple[Evening, Evening]]
) -> None:
    pins = {staged.contest: staged.pin for staged in served[1]}
    for pair in evenings.values():
        for evening in pair:
            others = [pin for contest, pin in pins.items() if contest != evening.staged.contest]
            for one in (evening.phone, evening.projector, evening.outsider):
                text = "\n".join(one.after)
                assert [pin for pin in others if re.search(rf"\b{pin}\b", text)] == []


def test_log_holds_no_name_answer_cookie_or_key(
    served: tuple[ServerProcess, list[Staged]], evenings: dict[Case, tuple[Evening, Evening]]
) -> None:
    server, staged = served
    log = server.log() + (server.data / "logs" / "quiz.log").read_text(encoding="utf-8")
    said = [secret for pair in evenings.values() for evening in pair for secret in evening.secrets]
    said += [
        "Lê An",
        "Trần Bình",
        *OTHER,
        "4711471147114711",
        "của riêng tôi",
        EXPLANATION,
        "Khóa kín",
    ]
    said += [(server.data / "secret.key").read_text(encoding="ascii")]
    said += [one.token for one in staged]
    assert [secret for secret in said if secret in log] == []
    assert "Traceback" not in log


def test_secret_and_its_folder_are_the_owners(served: tuple[ServerProcess, list[Staged]]) -> None:
    assert (served[0].data / "secret.key").stat().st_mode & 0o777 == 0o600
