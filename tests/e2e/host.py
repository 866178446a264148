"""A host in a script's hands: signs in over HTTP, acts over the socket."""

import http.cookies
import threading
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from typing import Any

import socketio

PATIENCE_S = 30
STILL_S = 0.6
"""A step counts only where the run of show stood still for so long."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any) -> None:
        return None


def signed_in(link: str) -> str:
    """The session cookie that a one-time link gives."""
    try:
        answer = urllib.request.build_opener(_NoRedirect).open(link, timeout=20)
    except urllib.error.HTTPError as redirect:
        answer = redirect
    with answer:
        assert answer.status in (200, 302, 303), answer.status
        jar = http.cookies.SimpleCookie()
        for header in answer.headers.get_all("Set-Cookie") or []:
            jar.load(header)
    return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())


class Host:
    """One console. `view`, `counts` and `roster` are what the server sent last."""

    def __init__(self, url: str, contest: str, cookie: str) -> None:
        self.view: dict[str, Any] = {}
        self.counts: dict[str, Any] = {}
        self.roster: dict[str, Any] = {}
        self.trouble: dict[str, Any] = {}
        self.presence: dict[str, Any] = {}
        self._news = threading.Condition()
        self._socket = socketio.Client(reconnection_delay=0.2, reconnection_delay_max=0.5)
        for event in ("view", "counts", "roster", "presence", "trouble"):
            self._socket.on(event, self._keep(event), namespace="/host")
        self._socket.connect(
            url,
            headers={"Cookie": cookie},
            auth={"contest": contest},
            namespaces=["/host"],
            transports=["websocket"],
        )
        self.until(lambda: bool(self.view))

    def _keep(self, event: str) -> Callable[[Any], None]:
        def keep(payload: Any) -> None:
            with self._news:
                if event != "view" or payload["v"] >= self.view.get("v", 0):
                    setattr(self, event, payload)
                self._news.notify_all()

        return keep

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait until what the server sent makes this true."""
        with self._news:
            came = self._news.wait_for(happened, PATIENCE_S)
        assert came, f"not within {PATIENCE_S} s; {self.state()}"

    def moves_from(self, acted: int, patience_s: float) -> bool:
        """Whether somebody acts within so many seconds."""
        with self._news:
            return self._news.wait_for(lambda: bool(self.view["acted"] != acted), patience_s)

    def state(self) -> str:
        """Where the contest is, for a message."""
        counts = {name: self.counts.get(name) for name in ("joined", "answered", "eligible")}
        return f"step {self.view.get('step')}, {counts}"

    @property
    def step(self) -> str:
        """What the primary button does."""
        return str(self.view["step"])

    @property
    def asked(self) -> str:
        """The question in hand, such as `main-7`, or nothing."""
        draft = self.view["draft"]
        return f"{draft['pool']}-{draft['ordinal']}" if draft else ""

    @property
    def key(self) -> list[Any]:
        """The first accepted answer of the question in hand."""
        return list(self.view["key"]["key"][0])

    def send(self, name: str, based_on: int | None = None, **fields: Any) -> dict[str, Any]:
        """Send one act and return the server's answer."""
        acted = self.view["acted"] if based_on is None else based_on
        act = {"id": uuid.uuid4().hex, "act": name, "based_on": acted, **fields}
        reply: dict[str, Any] = self._socket.call("act", act, namespace="/host", timeout=20)
        return reply

    def act(self, name: str, **fields: Any) -> None:
        """Do it, and wait until the console shows it; a clock that ran out meanwhile is seen."""
        reply = self.send(name, **fields)
        while reply.get("code") in ("stale", "too_soon"):
            acted = self.view["acted"]
            if reply["code"] == "stale":
                self.until(lambda: self.view["acted"] != acted)  # noqa: B023
            else:
                self.moves_from(acted, STILL_S)
            reply = self.send(name, **fields)
        assert reply["ok"], reply
        self.until(lambda: self.view["v"] >= reply["v"])

    def go_to(self, *steps: str) -> str:
        """Press the primary button until it does one of these next; returns which."""
        while self.step not in steps:
            self.act("advance")
        return self.step

    def close(self) -> None:
        """Leave."""
        # One that tries to come back in vain would go on trying.
        self._socket.shutdown()
