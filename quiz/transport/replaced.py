"""What this program replaces inside its libraries, and what it relies on there, in one list.

None of it is promised by its authors: a release may rename any of it, and a part that is replaced
under a name that nobody calls any more is replaced for nothing, silently. So the versions are
pinned exactly (pyproject.toml), and every start holds this list against what is installed, before
the port is opened. Who takes a new version reads these parts of it first.
"""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter

from quiz.config import DriverName

LIBRARIES: Mapping[str, str] = {
    "engineio": "python-engineio",
    "eventlet": "eventlet",
    "flask_socketio": "flask-socketio",
    "gevent": "gevent",
    "simple_websocket": "simple-websocket",
    "socketio": "python-socketio",
}
"""The packages with parts in this list, by the name that is imported."""


class LibraryChanged(Exception):
    """A library is not as this program relies on it; the text names each difference."""


@dataclass(frozen=True, slots=True)
class ReplacedPart:
    """An attribute `path` of a module; `takes` are the names of its parameters.

    One that is `replaced` takes exactly those, another at least those. A `kept` one stands in no
    class body: objects of the class `path` are given it when they are made.
    """

    module: str
    path: str
    takes: tuple[str, ...] | None = None
    replaced: bool = False
    kept: str = ""

    def __str__(self) -> str:
        return ".".join(filter(None, (self.module, self.path, self.kept)))


def _replaced(module: str, owner: str = "", *names: str, **takes: str) -> list[ReplacedPart]:
    return [ReplacedPart(*each, replaced=True) for each in _paths(module, owner, names, takes)]


def _used(module: str, owner: str = "", *names: str, **takes: str) -> list[ReplacedPart]:
    return [ReplacedPart(*each) for each in _paths(module, owner, names, takes)]


def _kept(module: str, owner: str, *names: str) -> list[ReplacedPart]:
    return [ReplacedPart(module, owner, kept=name) for name in names]


def _paths(
    module: str, owner: str, names: tuple[str, ...], takes: dict[str, str]
) -> Iterator[tuple[str, str, tuple[str, ...] | None]]:
    parameters = {name: tuple(text.split()) for name, text in takes.items()}
    for name, known in (dict.fromkeys(names) | parameters).items():
        yield module, f"{owner}.{name}" if owner else name, known


ALWAYS: tuple[ReplacedPart, ...] = (
    # A connection writes its packets itself, and knows when it is to ping.
    *_replaced(
        "engineio.socket",
        "Socket",
        send="self pkt",
        schedule_ping="self",
        check_ping_timeout="self",
        close="self wait abort reason",
        _websocket_handler="self ws",
    ),
    *_used("engineio.socket", "Socket", receive="self pkt"),
    *_kept("engineio.socket", "Socket", "server", "sid", "queue", "last_ping"),
    *_kept("engineio.socket", "Socket", "connected", "upgraded", "closing", "closed"),
    *_used("engineio.packet", "", "CLOSE", "MESSAGE", "OPEN", "PING"),
    *_used("engineio.packet", "Packet", __init__="packet_type encoded_packet", encode="self"),
    *_used("engineio.exceptions", "", "SocketIsClosedError"),
    *_used("engineio.server", "Server", _trigger_event="event args kwargs", on="event handler"),
    *_used("engineio.server", "Server", start_background_task="target args", sleep="seconds"),
    *_kept("engineio.server", "Server", "sockets", "handlers"),
    *_kept("engineio.server", "Server", "max_http_buffer_size"),
    *_used(
        "engineio.base_server",
        "BaseServer.reason",
        "PING_TIMEOUT",
        "SERVER_DISCONNECT",
        "TRANSPORT_CLOSE",
    ),
    # The writer acknowledges, after the commit.
    *_replaced(
        "socketio.server",
        "Server",
        _handle_event_internal="self server sid eio_sid data namespace id",
    ),
    *_used("socketio.server", "Server", _send_packet="eio_sid pkt"),
    *_kept("socketio.server", "Server", "packet_class", "namespace_handlers", "manager", "eio"),
    # Packets are read strictly.
    *_replaced(
        "socketio.packet", "Packet", "uses_binary_events", "json", decode="self encoded_packet"
    ),
    *_used("socketio.packet", "", "CONNECT", "DISCONNECT", "EVENT", "ACK"),
    *_kept("socketio.packet", "Packet", "packet_type", "namespace", "id", "data"),
    # No room for each client.
    *_replaced(
        "socketio.manager",
        "Manager",
        basic_enter_room="self sid namespace room eio_sid",
        get_participants="self namespace room",
    ),
    *_kept("socketio.manager", "Manager", "rooms"),
    *_used("socketio.manager", "Manager", sid_from_eio_sid="self eio_sid namespace"),
    # No request of the web framework for an event.
    *_replaced("flask_socketio.namespace", "Namespace", trigger_event="self event args"),
)
OF_DRIVER: Mapping[DriverName, tuple[ReplacedPart, ...]] = {
    "eventlet": (
        # Messages are bounded, whole and metered.
        *_replaced("engineio.async_drivers.eventlet", "", "_async"),
        *_replaced(
            "engineio.async_drivers.eventlet",
            "WebSocketWSGI",
            __init__="self handler server",
            __call__="self environ start_response",
            _handle_hybi_request="self environ",
        ),
        *_kept("eventlet.websocket", "WebSocketWSGI", "support_legacy_versions"),
        *_replaced(
            "eventlet.websocket",
            "RFC6455WebSocket",
            "Message",
            _apply_mask="data mask length offset",
            wait="self",
            _send_closing_frame="self ignore_send_errors close_data",
        ),
        *_kept("eventlet.websocket", "RFC6455WebSocket", "socket"),
        *_replaced("eventlet.websocket", "RFC6455WebSocket.Message", push="self data final"),
        *_kept("eventlet.websocket", "RFC6455WebSocket.Message", "max_frame_length"),
        *_used("eventlet.websocket", "FailedConnectionError", __init__="status message"),
        # Connections that ask for nothing, and buffers.
        *_replaced(
            "eventlet.wsgi",
            "HttpProtocol",
            "rbufsize",
            "wbufsize",
            setup="self",
            handle="self",
            handle_one_request="self",
            parse_request="self",
            send_error="self code message explain",
            get_environ="self",
            finish="self",
        ),
        *_replaced("eventlet.wsgi", "Input", discard="self buffer_size"),
        *_used("eventlet.wsgi", "FileObjectForHeaders", readline="self size"),
        # Requests for websockets on their short way.
        *_used("eventlet.wsgi", "HttpProtocol", handle_one_response="self"),
        *_kept("eventlet.wsgi", "HttpProtocol", "server", "client_address"),
        *_used("eventlet.wsgi", "Input", __init__="rfile content_length sock"),
        *_used("eventlet.wsgi", "Server", get_environ="self"),
        *_kept("eventlet.wsgi", "Server", "app", "address", "keepalive"),
        # A socket that stays watched.
        *_used("eventlet.hubs", "", get_hub=""),
        *_used("eventlet.hubs.hub", "BaseHub", "READ", switch="self", remove="self listener"),
        *_used("eventlet.hubs.hub", "BaseHub", add="evtype fileno cb tb mark_as_closed"),
        *_kept("eventlet.hubs.hub", "FdListener", "greenlet"),
        *_used(
            "eventlet.wsgi",
            "",
            server="sock site protocol max_size keepalive socket_timeout log_output debug",
        ),
        # An accept loop that goes on, and a send that does not wait.
        *_replaced("eventlet.greenio.base", "GreenSocket", accept="self"),
        *_used("eventlet.greenio.base", "GreenSocket", "fd"),
    ),
    "gevent": (
        # Messages are bounded, whole and metered.
        *_replaced("engineio.async_drivers.gevent", "", "_async"),
        *_replaced(
            "engineio.async_drivers.gevent",
            "WebSocketWSGI",
            __init__="self handler server",
            __call__="self environ start_response",
            wait="self",
        ),
        *_kept("engineio.async_drivers.gevent", "WebSocketWSGI", "app", "server_args"),
        *_replaced("simple_websocket.ws", "Server", handshake="self"),
        *_used("simple_websocket.ws", "Base", __init__="max_message_size"),
        *_kept("simple_websocket.ws", "Server", "sock"),
        # Connections that ask for nothing.
        *_replaced(
            "gevent.pywsgi",
            "WSGIHandler",
            handle="self",
            handle_one_request="self",
            read_request="self raw_requestline",
            run_application="self",
            handle_one_response="self",
            get_environ="self",
            _handle_client_error="self ex",
            handle_error="self t v tb",
        ),
        *_used("gevent.pywsgi", "WSGIHandler", _send_error_response_if_possible="self error_code"),
        *_used("gevent.pywsgi", "WSGIHandler", "close_connection", "environ", "path"),
        *_used("gevent.pywsgi", "WSGIHandler", "wsgi_input"),
        *_kept("gevent.pywsgi", "WSGIHandler", "socket", "rfile"),
        *_used("gevent.pywsgi", "Input", "content_length", "position"),
        *_used(
            "gevent.pywsgi",
            "WSGIServer",
            __init__="listener application spawn handler_class log error_log",
        ),
        # A send that does not wait.
        *_used("gevent.socket", "socket", "_sock"),
        *_used("gevent.baseserver", "BaseServer", "max_accept"),
    ),
}


def check(driver: DriverName) -> None:
    """Hold the list against what is installed, under this driver.

    Raises:
        LibraryChanged: something is not as it is relied on.
    """
    found = [difference(part) for part in (*ALWAYS, *OF_DRIVER[driver])]
    if any(found):
        raise LibraryChanged("; ".join(filter(None, found)))


def difference(part: ReplacedPart) -> str:
    """How a part differs from what is relied on; empty when it does not."""
    try:
        there = attrgetter(part.path)(import_module(part.module))
    except (ImportError, AttributeError):
        return f"{part} is not there"
    if part.kept:
        return "" if _gives(there, part.kept) else f"{part} is not there"
    if part.takes is None:
        return ""
    has = tuple(inspect.signature(there).parameters)
    fits = has == part.takes if part.replaced else set(part.takes) <= set(has)
    return "" if fits else f"{part} takes ({', '.join(has)}), not ({', '.join(part.takes)})"


def _gives(kind: type, name: str) -> bool:
    """Whether this class, or one that it is made of, names an attribute as it makes an object."""
    made = [vars(each)["__init__"] for each in kind.__mro__ if "__init__" in vars(each)]
    return any(name in each.__code__.co_names for each in made if inspect.isfunction(each))
