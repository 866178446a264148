"""A browser and raw sockets on a real server; everything they receive is kept."""

import json
import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import requests
import websocket

PATIENCE_S = 30
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Browser:
    """A browser of its own; `pages` are all the answers it got, headers and cookies apart."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.pages: list[str] = []
        self._http = requests.Session()

    def get(self, path: str) -> requests.Response:
        return self._keep(
            self._http.get(self.url + path, allow_redirects=False, timeout=PATIENCE_S)
        )

    def post(self, path: str, form: dict[str, str], page: str = "") -> requests.Response:
        """Send a form with the token of `page`, if one is named."""
        data = form | (self.token(page) if page else {})
        answer = self._http.post(
            self.url + path, data=data, allow_redirects=False, timeout=PATIENCE_S
        )
        return self._keep(answer)

    def token(self, page: str) -> dict[str, str]:
        """The field with the token of a page, which is good for all forms of this browser."""
        found = _TOKEN.search(self.get(page).text)
        return {"csrf_token": found[1]} if found else {}

    def join(self, pin: str, name: str, team: str = "") -> None:
        answer = self.post("/join", {"pin": pin, "name": name, "team": team}, f"/j/{pin}")
        assert answer.status_code == 303, answer.text

    def carry(self, other: "Browser") -> None:
        """Have the cookies of another browser."""
        self._http.cookies.update(other._http.cookies)

    @property
    def cookie(self) -> str:
        return "; ".join(f"{one.name}={one.value}" for one in self._http.cookies)

    def close(self) -> None:
        self._http.close()

    def _keep(self, answer: requests.Response) -> requests.Response:
        self.pages.append(f"{dict(answer.headers)} {answer.text}")
        return answer


class Socket:
    """A raw Engine.IO socket; a thread keeps its `frames` and answers pings."""

    def __init__(self, url: str, cookie: str = "", origin: str | None = "", **options: Any) -> None:
        where = urlsplit(url)
        self.frames: list[str] = []
        self.closed = threading.Event()
        self._news = threading.Condition()
        self._calls = 0
        own = f"http://{where.netloc}" if origin == "" else origin
        self._ws = websocket.create_connection(
            f"ws://{where.netloc}/socket.io/?EIO=4&transport=websocket",
            timeout=PATIENCE_S,
            cookie=cookie or None,
            origin=own,
            suppress_origin=own is None,
            **options,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def enter(self, namespace: str, contest: str) -> bool:
        """Join a namespace; False when refused."""
        self.send(f'40{namespace},{{"contest":"{contest}"}}')
        self.until(lambda: self.last(f"40{namespace},") or self.last(f"44{namespace},"))
        return bool(self.last(f"40{namespace},"))

    def call(self, namespace: str, event: str, data: object) -> dict[str, Any]:
        """The acknowledgement of one event."""
        self._calls += 1
        head = f"43{namespace},{self._calls}["
        self.send(f"42{namespace},{self._calls}{json.dumps([event, data])}")
        self.until(lambda: self.last(head))
        reply: dict[str, Any] = json.loads(self.last(head)[len(head) - 1 :])[0]
        return reply

    def send(self, frame: str) -> None:
        self._ws.send(frame)

    def send_binary(self, data: bytes) -> None:
        self._ws.send_binary(data)

    def send_raw(self, data: bytes) -> None:
        """Bytes as they are, and no more."""
        connection: Any = self._ws.sock
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)

    def send_frame(self, frame: websocket.ABNF) -> None:
        self._ws.send_frame(frame)

    def last(self, head: str) -> str:
        """The last frame that begins like this, or nothing."""
        return next((frame for frame in reversed(self.frames) if frame.startswith(head)), "")

    def view(self, namespace: str, event: str = "view") -> dict[str, Any]:
        """The data of the last such event, or nothing."""
        frame = self.last(f'42{namespace},["{event}",')
        found: dict[str, Any] = json.loads(frame.partition(",")[2])[1] if frame else {}
        return found

    def until(self, happened: Callable[[], object]) -> None:
        with self._news:
            came = self._news.wait_for(lambda: happened() or self.closed.is_set(), PATIENCE_S)
        assert came
        assert happened(), "the server closed the socket"

    def close(self) -> None:
        """Go as a phone does that was switched off."""
        with suppress(OSError, AttributeError):
            connection: Any = self._ws.sock
            connection.shutdown(socket.SHUT_RDWR)
        self._reader.join(PATIENCE_S)
        self._ws.shutdown()

    def _read(self) -> None:
        with suppress(OSError, websocket.WebSocketException):
            while frame := self._ws.recv():
                if frame == "2":
                    self._ws.send("3")
                    continue
                with self._news:
                    self.frames.append(str(frame))
                    self._news.notify_all()
        self.closed.set()
        with self._news:
            self._news.notify_all()
