"""The head of a request for a websocket, read at once.

Thousands come within seconds when the Wi-Fi is back, all alike. The HTTP server reads each as
the general case, line by line and through the parser for mail: a tenth of what a phone costs that
comes back. What is unusual in any way is left to it.
"""

import re
from wsgiref.types import WSGIEnvironment

from quiz.transport.http.whole_head import is_host

END = b"\r\n\r\n"
_REQUEST = re.compile(r"GET (/socket\.io/)\?([A-Za-z0-9=&_.-]+) HTTP/1\.1")
_HEADER = re.compile(r"([A-Za-z0-9-]+): ([\x20-\x7e]*)")
_OF_REQUESTS = {"CONTENT_LENGTH", "CONTENT_TYPE", "TRANSFER_ENCODING", "EXPECT", "TRAILER"}
"""What tells of more than a head."""


def environ_of(head: bytes) -> WSGIEnvironment | None:
    """What WSGI calls a request, for its head without the end; None for any that is unusual."""
    request, *lines = head.decode("latin-1").split("\r\n")
    asked = _REQUEST.fullmatch(request)
    if asked is None:
        return None
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": asked[1],
        "QUERY_STRING": asked[2],
        "SERVER_PROTOCOL": "HTTP/1.1",
    }
    for line in lines:
        header = _HEADER.fullmatch(line)
        if header is None:
            return None
        name = header[1].replace("-", "_").upper()
        if name in _OF_REQUESTS or f"HTTP_{name}" in environ:
            return None
        environ[f"HTTP_{name}"] = header[2].strip(" ")
    if environ.get("HTTP_UPGRADE", "").lower() != "websocket":
        return None
    return environ if is_host(environ.get("HTTP_HOST", "")) else None
