"""Bytes that are no request, on a real server with each driver: no 500, and a bounded log."""

import re
import socket
from collections.abc import Iterator

import pytest

from quiz.cli.demo_contest import stage
from quiz.cli.serving.logbook import BURST
from quiz.config import DRIVERS
from tests.e2e.contest import golden_bell
from tests.e2e.server import ServerProcess

LONGEST_LINE = 200
HOST = b"Host: x\r\n"
ENDS = HOST + b"Connection: close\r\n"
SOCKET = b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n" + HOST
UPGRADE = b"Connection: Upgrade\r\nUpgrade: websocket\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def get(path: bytes, *headers: bytes) -> bytes:
    return b"GET " + path + b" HTTP/1.1\r\n" + ENDS + b"".join(headers) + b"\r\n"


def get_of(host: bytes) -> bytes:
    return b"GET /host HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n"


def post(body: bytes, *headers: bytes) -> bytes:
    head = b"POST /join HTTP/1.1\r\n" + ENDS + b"".join(headers)
    return head + b"Content-Length: %d\r\n\r\n" % len(body) + body


def length(*values: bytes) -> bytes:
    lengths = b"".join(b"Content-Length: " + value + b"\r\n" for value in values)
    return b"POST /join HTTP/1.1\r\n" + ENDS + lengths + b"\r\n"


def multipart(part: bytes, boundary: bytes = b"x") -> bytes:
    kind = b"Content-Type: multipart/form-data; boundary=" + boundary + b"\r\n"
    return post(b"--x\r\n" + part + b"\r\n\r\na\r\n--x--\r\n", kind)


BAD = {
    "bytes for a request line": b"\xff" * 8_000 + b"\r\n\r\n",
    "an endless request line": b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
    "a request line of one word": b"GET\r\n\r\n",
    "a request line of four words": b"GET / HTTP/1.1 x\r\n\r\n",
    "an unknown version": b"GET / HTTP/9.9\r\n" + ENDS + b"\r\n",
    "no version at all": b"GET / HTCPCP\r\n" + ENDS + b"\r\n",
    "an old version": b"GET /\r\n\r\n",
    "an old version of a form": b"POST /join\r\n\r\n",
    "an old page with headers": b"GET / HTTP/0.9\r\n" + ENDS + b"\r\n",
    "a handshake of TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"
    + b"\x00" * 500
    + b"\r\n\r\n",
    "a header without a colon": get(b"/", b"nothing\r\n"),
    "a header without a name": get(b"/", b": x\r\n"),
    "a header of bytes": get(b"/", b"X\xff\x00: \xfe\x00\r\n"),
    "a folded header": get(b"/", b"X-A: b\r\n c\r\n"),
    "a header with a space": get(b"/", b"X A: b\r\n"),
    "a bare carriage return": get(b"/", b"X-A: b\rc\r\n"),
    "an oversized header": get(b"/", b"X-A: " + b"a" * 70_000 + b"\r\n"),
    "too many headers": get(b"/", b"X-A: b\r\n" * 5_000),
    "a bad chunk": b"POST /join HTTP/1.1\r\n" + ENDS + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
    "another transfer": b"POST /join HTTP/1.1\r\n" + ENDS + b"Transfer-Encoding: x\r\n\r\n",
    "a length of 400 digits": length(b"9" * 400),
    "a negative length": length(b"-1"),
    "a length in words": length(b"five"),
    "a length of digits elsewhere": length("٣".encode()),
    "an empty length": length(b""),
    "two lengths": length(b"3", b"5") + b"abcde",
    "the same length twice": length(b"3", b"3") + b"abc",
    "two lengths in one": length(b"3, 5") + b"abcde",
    "a length and chunks": length(b"3")[:-2] + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "an expectation": length(b"3")[:-2] + b"Expect: 200-maybe\r\n\r\nabc",
    "an expectation that is known": length(b"3")[:-2] + b"Expect: 100-continue\r\n\r\nabc",
    "a page with a body": get(b"/", b"Content-Length: 3\r\n") + b"abc",
    "an upgrade without a key": SOCKET + UPGRADE + b"Sec-WebSocket-Version: 13\r\n\r\n",
    "an upgrade of an old version": SOCKET + UPGRADE + b"Sec-WebSocket-Version: 7\r\n\r\n",
    "an upgrade with a bad key": SOCKET
    + UPGRADE
    + b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: \xff\xfe\r\n\r\n",
    "an upgrade with an empty key": SOCKET
    + UPGRADE
    + b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: \r\n\r\n",
    "an upgrade with a form": SOCKET.replace(b"GET", b"POST", 1)
    + UPGRADE
    + b"Content-Length: 0\r\n\r\n",
    "an upgrade to something else": SOCKET + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    "an upgrade that is none": SOCKET + b"Upgrade: websocket\r\n\r\n",
    "an upgrade of a page": get(b"/", UPGRADE),
    "an upgrade of another folder": get(b"/socket.io/x/%ff?EIO=4", UPGRADE),
    "an upgrade of another protocol": get(b"/socket.io/?EIO=\xff&transport=websocket", UPGRADE),
    "a session that is none": get(b"/socket.io/?EIO=4&transport=websocket&sid=x", UPGRADE),
    "polling": get(b"/socket.io/?EIO=4&transport=polling&j=x"),
    "bad escapes": get(b"/j/%zz%"),
    "escapes that are no text": get(b"/j/%ff%fe"),
    "escapes of surrogates": get(b"/j/%ed%a0%80"),
    "a null in the path": get(b"/j/%00"),
    "a raw null in the path": get(b"/j/\x00"),
    "bytes in the path": get(b"/j/\xff\xfe"),
    "a null in a file's name": get(b"/static/%00"),
    "a file elsewhere": get(b"/static/..%2f..%2frun.py"),
    "a file with a line's end": get(b"/static/a%0d%0ab"),
    "a picture of bytes": get(b"/pictures/%ff%00"),
    "bytes in the query": get(b"/?pin=\xff&name=\xfe"),
    "bad escapes in the query": get(b"/?pin=%ff&lang=%zz&next=%00"),
    "many fields in the query": get(b"/?" + b"&".join(b"a=b" for _ in range(2_000))),
    "bytes in the cookie": get(b"/", b"Cookie: rung_chuong_vang=\xff\xfe; \x00=\x01\r\n"),
    "a cookie that is none": get(b"/", b"Cookie: ;;==;=a;rung_chuong_vang=.e30.x\r\n"),
    "a long cookie": get(b"/", b"Cookie: rung_chuong_vang=" + b"." * 7_000 + b"\r\n"),
    "a compressed cookie": get(b"/", b"Cookie: rung_chuong_vang=.eJx.a.b\r\n"),
    "bytes in a language": get(b"/", b"Accept-Language: \xff;q=\xfe, en;q=9e999\r\n"),
    "a bad range": get(b"/static/css/shared.css", b"Range: bytes=9-1,-,x\r\n"),
    "a huge range": get(b"/static/css/shared.css", b"Range: bytes=" + b"9" * 400 + b"-\r\n"),
    "a bad date": get(b"/static/css/shared.css", b"If-Modified-Since: \xff 99 Foo 99999\r\n"),
    "a bad tag": get(b"/static/css/shared.css", b'If-None-Match: W/"\xff\r\n'),
    "a bad form": post(b"pin=%ff&name=%zz&team=\xff\xfe&%00=%00", FORM),
    "a form of another charset": post(b"pin=1&name=a", FORM[:-2] + b"; charset=no-such\r\n"),
    "a form without an end": multipart(b"no head", b"y"),
    "a form without a boundary": post(b"abc", b"Content-Type: multipart/form-data\r\n"),
    "a form with an empty boundary": multipart(b"a: b", b""),
    "a form with a long boundary": multipart(b"a: b", b"z" * 3_000),
    "a form with bad headers": multipart(b"Content-Disposition: form-data; name*=x''%ff\xff"),
    "a form of unknown kind": post(b"\xff\x00", b"Content-Type: \xff/\xfe; charset=\xff\r\n"),
    "a form of JSON": post(b"{", b"Content-Type: application/json\r\n"),
    "a bad host": b"GET / HTTP/1.1\r\nHost: \xff:99999999\r\nConnection: close\r\n\r\n",
    "a host with a space": b"GET / HTTP/1.1\r\nHost: a b/c?d\r\nConnection: close\r\n\r\n",
    "a host in brackets": b"GET /host/ HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n",
    "a host with a huge port": b"GET /host/ HTTP/1.1\r\nHost: x:"
    + b"9" * 400
    + b"\r\nConnection: close\r\n\r\n",
    "an address of colons as host": get_of(b"[::::]"),
    "a number in brackets as host": get_of(b"[1]"),
    "a name and an address as host": get_of(b"foo[::1]:80"),
    "a name that decodes to nothing as host": get_of(b"xn--a"),
    "the same in capitals as host": get_of(b"XN--N3H-"),
    "a name with an empty part as host": get_of(b"a..b"),
    "a name with a long part as host": get_of(b"a" * 64),
    "a name in letters elsewhere as host": get_of(b"xn--n3h.example:80"),
    "an address as host": get_of(b"[::1]:99999"),
    "a name that does not decode as host of a socket": SOCKET.replace(b"Host: x", b"Host: xn--a")
    + UPGRADE
    + b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
    "an empty host": b"GET /host/ HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n",
    "two hosts": b"GET /host/ HTTP/1.1\r\nHost: a\r\n" + ENDS + b"\r\n",
    "no host": b"GET /host/ HTTP/1.1\r\nConnection: close\r\n\r\n",
    "a proxy's host": get(b"/host/", b'X-Forwarded-Host: \xff\r\nForwarded: for="\xff\r\n'),
    "an origin in brackets": SOCKET
    + UPGRADE
    + b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    + b"Origin: http://[::1\r\n\r\n",
    "a referrer in brackets": post(b"pin=1", FORM, b"Referer: https://[::1\r\n"),
    "an absolute address": get(b"http://x/j/1"),
    "an absolute address of a proxy": get(b"http://elsewhere.example:99999999/\xff"),
    "an address in brackets": get(b"http://[::1/"),
    "an address with an empty host": get(b"http:///"),
    "two slashes": get(b"//elsewhere.example/"),
    "two slashes and brackets": get(b"//[::1/"),
    "a path without a slash": get(b"j/1"),
    "a star": b"OPTIONS * HTTP/1.1\r\n" + ENDS + b"\r\n",
    "a tunnel": b"CONNECT x:443 HTTP/1.1\r\n" + ENDS + b"\r\n",
    "an unknown method": b"BREW / HTTP/1.1\r\n" + ENDS + b"\r\n",
    "a method in small letters": b"get / HTTP/1.1\r\n" + ENDS + b"\r\n",
    "a method of bytes": b"\xc3\x89 / HTTP/1.1\r\n" + ENDS + b"\r\n",
    "a trace": b"TRACE / HTTP/1.1\r\n" + ENDS + b"\r\n",
    "numbers of a host in brackets": b"GET /metrics HTTP/1.1\r\nHost: [::1\r\n\r\n",
    "a long fragment": get(b"/#" + b"a" * 3_000),
}
FLOODING = {
    name: BAD[name]
    for name in ("bytes for a request line", "an oversized header", "an upgrade without a key")
}
ANSWERED = ("a name in letters elsewhere as host", "an address as host")
REFUSED = {
    name: request
    for name, request in BAD.items()
    if name.startswith(("bytes in the query", "bytes in the path", "two lengths", "two hosts"))
    or "host in brackets" in name
    or ("as host" in name and name not in ANSWERED)
}


@pytest.fixture(scope="module", params=DRIVERS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    data = tmp_path_factory.mktemp("bad")
    stage(data, golden_bell(1))
    started = ServerProcess(data, request.param)
    started.start()
    answered(started, get(b"/healthz"))
    yield started
    started.stop()


def answered(server: ServerProcess, request: bytes) -> bytes:
    """What comes back, until the server ends it or says no more."""
    heard = b""
    address = ("127.0.0.1", int(server.url.rpartition(":")[2]))
    with socket.create_connection(address, timeout=20) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65_536):
                heard += piece
        except OSError:
            # Refused before all of it was read.
            pass
    return heard


class Written:
    """What the server writes from now on: on the terminal and into its log."""

    def __init__(self, server: ServerProcess) -> None:
        self._files = (server.data / "server.log", server.data / "logs" / "quiz.log")
        self._before = [file.stat().st_size for file in self._files]

    def lines(self) -> list[list[str]]:
        """The lines of each."""
        return [
            file.read_bytes()[before:].decode().splitlines()
            for file, before in zip(self._files, self._before, strict=True)
        ]


@pytest.mark.parametrize("request_", BAD.values(), ids=BAD.keys())
def test_bad_request_gets_no_500_and_a_line_at_most(server: ServerProcess, request_: bytes) -> None:
    written = Written(server)
    heard = answered(server, request_)
    assert not re.match(rb"HTTP/1\.[01] 5", heard), heard[:300]
    for lines in written.lines():
        assert len(lines) <= 1
        assert all(len(line) <= LONGEST_LINE for line in lines)
    assert answered(server, get(b"/healthz")).endswith(b"ok")


@pytest.mark.parametrize("request_", FLOODING.values(), ids=FLOODING.keys())
def test_flood_of_bad_requests_fills_no_log(server: ServerProcess, request_: bytes) -> None:
    written = Written(server)
    for _ in range(BURST * 3):
        answered(server, request_)
    # A line each second is written beyond those at once.
    assert max(map(len, written.lines())) < BURST * 2


@pytest.mark.parametrize("request_", REFUSED.values(), ids=REFUSED.keys())
def test_head_that_says_two_things_is_refused(server: ServerProcess, request_: bytes) -> None:
    assert answered(server, request_).split(b" ", 2)[1:2] == [b"400"]
