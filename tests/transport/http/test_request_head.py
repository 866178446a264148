import pytest

from quiz.transport.http.request_head import environ_of

PLAIN = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
    "Host: hall.example:8000\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nCookie: a=1; b=2"
)


def test_head_of_a_page_is_read_as_wsgi_calls_it() -> None:
    assert environ_of(PLAIN.encode()) == {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/socket.io/",
        "QUERY_STRING": "EIO=4&transport=websocket",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "hall.example:8000",
        "HTTP_CONNECTION": "Upgrade",
        "HTTP_UPGRADE": "websocket",
        "HTTP_SEC_WEBSOCKET_KEY": "AAAAAAAAAAAAAAAAAAAAAA==",
        "HTTP_COOKIE": "a=1; b=2",
    }


@pytest.mark.parametrize(
    ("plain", "unusual"),
    [
        ("GET ", "POST "),
        ("HTTP/1.1", "HTTP/1.0"),
        ("/socket.io/", "/join"),
        ("/socket.io/", "//socket.io/"),
        ("/socket.io/", "/socket.io/../join"),
        ("transport=websocket", "transport=web%73ocket"),
        ("Upgrade: websocket", "Upgrade: h2c"),
        ("Upgrade: websocket\r\n", ""),
        ("hall.example", "hall example"),
        ("hall.example", "hall/example"),
        ("hall.example", "[::::]"),
        ("hall.example", "xn--a"),
        (":8000", "[::1]"),
        ("Cookie: ", "Cookie:"),
        ("Cookie: ", " Cookie: "),
        ("Cookie: ", "Cookie : "),
        ("Cookie: ", "Coo_kie: "),
        ("a=1; b=2", "a=1\r\n b=2"),
        ("a=1; b=2", "a=1\r\nCookie: b=2"),
        ("a=1; b=2", "a=\u00e9"),
        ("a=1; b=2", "a=\x00"),
        ("a=1; b=2", "a=1\nX: 2"),
        ("a=1; b=2", "a=1\rX: 2"),
        ("Cookie: a=1; b=2", "Content-Length: 5"),
        ("Cookie: a=1; b=2", "Transfer-Encoding: chunked"),
        ("Cookie: a=1; b=2", "Expect: 100-continue"),
    ],
)
def test_head_that_is_unusual_is_left_to_the_http_server(plain: str, unusual: str) -> None:
    head = PLAIN.replace(plain, unusual)
    assert head != PLAIN
    assert environ_of(head.encode("latin-1")) is None


def test_nothing_is_no_head() -> None:
    assert environ_of(b"") is None
