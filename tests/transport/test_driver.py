"""The driver as a hall meets it: a server of its own, real sockets, both drivers."""

import signal
import socket
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import socketio
import websocket

from quiz.config import DRIVERS
from quiz.transport import driver, limits
from tests.stand_in import MESSAGE_LIMIT, Running, running

BIG = 3_000_000
FRAGMENT = 1_000


@pytest.fixture(params=DRIVERS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    with running("--driver", request.param, "--data", str(tmp_path)) as started:
        yield started


@pytest.fixture
def client(server: Running) -> Iterator[socketio.Client]:
    connected = socketio.Client(reconnection=False)
    connected.connect(server.url, transports=["websocket"])
    yield connected
    connected.disconnect()


def open_websocket(server: Running) -> websocket.WebSocket:
    address = server.url.replace("http://", "ws://") + "/socket.io/?EIO=4&transport=websocket"
    return websocket.create_connection(
        address, timeout=20, header=["Sec-WebSocket-Extensions: permessage-deflate"]
    )


def page(server: Running) -> bytes:
    with urllib.request.urlopen(server.url, timeout=20) as response:
        body: bytes = response.read()
    return body


def test_call_is_answered(client: socketio.Client) -> None:
    assert client.call("echo", "chào cả hội trường") == "chào cả hội trường"


def test_long_message_arrives_whole(client: socketio.Client) -> None:
    assert client.call("long", BIG, timeout=60) == "x" * BIG


def test_compression_is_not_negotiated(server: Running) -> None:
    connection = open_websocket(server)

    assert "sec-websocket-extensions" not in (connection.getheaders() or {})
    connection.close()


def test_message_in_fragments_over_the_limit_closes_the_socket(server: Running) -> None:
    connection = open_websocket(server)
    connection.recv()
    for number in range(MESSAGE_LIMIT // FRAGMENT + 1):
        opcode = websocket.ABNF.OPCODE_CONT if number else websocket.ABNF.OPCODE_TEXT
        connection.send_frame(websocket.ABNF(0, 0, 0, 0, opcode, 1, "x" * FRAGMENT))

    frame = connection.recv_frame()

    assert (frame.opcode, int.from_bytes(frame.data[:2])) == (websocket.ABNF.OPCODE_CLOSE, 1009)
    connection.shutdown()


def test_page_is_served_beside_more_connections_than_the_default_of_1024(server: Running) -> None:
    limits.raise_file_limit()
    address = ("127.0.0.1", int(server.url.rsplit(":", 1)[1]))
    with ExitStack() as open_sockets:
        for _ in range(1100):
            open_sockets.enter_context(socket.create_connection(address, timeout=20))

        assert page(server) == b"a page"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_the_server_quietly(
    server: Running, client: socketio.Client, number: signal.Signals
) -> None:
    server.process.send_signal(number)
    output, errors = server.process.communicate(timeout=20)

    assert (server.process.returncode, errors) == (0, "")
    assert output.splitlines()[-1] == "closed"


def test_second_listener_on_a_port_is_refused() -> None:
    with driver.listen("127.0.0.1", 0) as first, pytest.raises(OSError, match="in use"):
        driver.listen("127.0.0.1", first.getsockname()[1])


@pytest.mark.parametrize(
    ("name", "open_files", "platform", "phones"),
    [
        ("eventlet", 1_024, "linux", 824),
        ("gevent", 1_024, "linux", 412),
        ("eventlet", 1_000_000, "linux", 20_000),
        ("eventlet", 40_000, "win32", 480),
        ("gevent", 40_000, "win32", 20_000),
    ],
)
def test_phones_that_fit(name: str, open_files: int, platform: str, phones: int) -> None:
    assert limits.phones_that_fit(name, open_files, platform) == phones  # type: ignore[arg-type]
