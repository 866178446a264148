"""The server driver: what carries the sockets. The only module that names eventlet or gevent.

Nothing here is imported before `patch` has run, except by the module itself, so that
`patch` can be the first thing a server does. The settings answer traps that were seen with the
drivers' defaults; docs/decisions/0001-server-driver.md tells each.
"""

import contextlib
import gc
import signal
import socket
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from wsgiref.types import WSGIApplication

from quiz.config import DriverName
from quiz.transport.http.admission import AT_ONCE, Entrance, accepting_on
from quiz.transport.http.downloads import Downloads, in_turns
from quiz.transport.http.failures import telling_failures
from quiz.transport.http.protocols import eventlet_protocol, gevent_handler
from quiz.transport.limits import BACKLOG, DOORSTEP, HEAD_S, IDLE_S, SPARE
from quiz.transport.websocket.handshake import only_handshakes


def patch(name: DriverName) -> None:
    """Make the standard library cooperative; must run before anything else is imported.

    Raises:
        LibraryChanged: what is installed is not as this program relies on it.
    """
    if name == "eventlet":
        with warnings.catch_warnings():
            # Its authors discourage new use; the decision record says why it is here.
            warnings.simplefilter("ignore")
            import_module("eventlet").monkey_patch()
    else:
        import_module("gevent.monkey").patch_all()
    from quiz.transport import replaced
    from quiz.transport.websocket import websockets

    replaced.check(name)
    carriers = import_module(f"engineio.async_drivers.{name}")
    carriers._async["websocket"] = (
        websockets.counting_fragments(
            carriers.WebSocketWSGI,
            import_module("eventlet.websocket"),
            import_module("eventlet.hubs").get_hub,
        )
        if name == "eventlet"
        else websockets.sending_whole(carriers.WebSocketWSGI)
    )


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; a second server on the same port is refused, not let in silently.

    Raises:
        OSError: the port is taken, or the address is not one of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG, reuse_port=False)


def serve(name: DriverName, listener: socket.socket, app: WSGIApplication, phones: int) -> None:
    """Serve until SIGINT or SIGTERM, then stop accepting and return.

    Args:
        name: the driver that was patched in.
        listener: from `listen`.
        app: the WSGI application with the Socket.IO middleware in it.
        phones: how many phones the machine holds; a few connections more are accepted.
    """
    # A collection of a large heap stops every phone for up to a second; see the decision record.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 1_000)
    run = _serve_eventlet if name == "eventlet" else _serve_gevent
    with _stop_signal() as wait_for_stop:
        turns = Downloads()
        entrance = Entrance(phones + SPARE, beside=turns.sweep)
        entrance.sweep_on()
        run(listener, in_turns(only_handshakes(app), turns), entrance, wait_for_stop)


@contextlib.contextmanager
def _stop_signal() -> Iterator[Callable[[], None]]:
    """Hands over a function that waits, cooperatively, for SIGINT or SIGTERM.

    A handler that raised would do so in whichever green thread happens to run; one that sets an
    event would not wake a sleeping hub. A byte on a socket does both jobs well.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    previous = {
        number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
    }
    wakeup = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)

    def wait() -> None:
        while reader.recv(1)[0] not in previous:
            pass

    try:
        yield wait
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler in previous.items():
            signal.signal(number, handler)
        reader.close()
        writer.close()


def _serve_eventlet(
    listener: socket.socket,
    app: WSGIApplication,
    entrance: Entrance,
    wait_for_stop: Callable[[], None],
) -> None:
    eventlet, wsgi = import_module("eventlet"), import_module("eventlet.wsgi")
    # What fails is told to a log of the library's own, which is off: it may hold anything.
    app = telling_failures(app)
    listener.accept = accepting_on(listener.accept)  # type: ignore[method-assign]
    server = eventlet.spawn(
        wsgi.server,
        listener,
        app,
        protocol=eventlet_protocol(wsgi, entrance),
        max_size=entrance.places + DOORSTEP,
        keepalive=HEAD_S,
        socket_timeout=IDLE_S,
        log_output=False,
        debug=False,
    )
    wait_for_stop()
    server.kill()


def _serve_gevent(
    listener: socket.socket,
    app: WSGIApplication,
    entrance: Entrance,
    wait_for_stop: Callable[[], None],
) -> None:
    pywsgi = import_module("gevent.pywsgi")
    most = entrance.places + DOORSTEP
    silent = {"log": None, "error_log": None}
    server = pywsgi.WSGIServer(
        listener, app, spawn=most, handler_class=gevent_handler(pywsgi, entrance), **silent
    )
    server.max_accept = AT_ONCE
    server.start()
    wait_for_stop()
    server.stop(timeout=0)
