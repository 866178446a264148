"""One running server: the data folder is ours, the port is ours, the application is up."""

import contextlib
import errno
import itertools
import logging
import platform
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol
from wsgiref.types import WSGIApplication

from filelock import FileLock, Timeout

from quiz import networks
from quiz.cli.serving import announce, browser, logbook, problems
from quiz.cli.serving.data_folder import in_words
from quiz.clock import SystemClock
from quiz.config import Config
from quiz.service.way_in import likeliest
from quiz.store.errors import DatabaseLocked
from quiz.store.folder import drive
from quiz.store.folder.way_in import FileWayIn
from quiz.store.sqlite.database import FILE_NAME
from quiz.transport import driver, limits

log = logging.getLogger(__name__)

LOCK = "running.lock"
"""Held in the data folder by the server that runs on it."""
ADDRESS = "running.url"
"""Beside it, where this machine opens that server, and how far its clock is ahead (ns)."""
LOOK_AGAIN_S = 0.5


class Application(Protocol):
    """What a server needs of the application."""

    @property
    def clock(self) -> SystemClock:
        """The clock that everything in it goes by."""

    @property
    def wsgi(self) -> WSGIApplication:
        """The WSGI callable, the Socket.IO middleware included."""

    def start(self) -> None:
        """Arm the timers."""

    def host_link(self) -> str:
        """Path of the one-time link that opens the host's pages signed in."""

    def close(self) -> None:
        """Let go of the database."""


@contextlib.contextmanager
def own_data(folder: Path) -> Iterator[None]:
    """Hold the data folder, made if need be, so that no second copy writes to it.

    Raises:
        CannotStart: another copy holds it, or it cannot be written.
    """
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    try:
        with in_words(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock.acquire()
    except Timeout as error:
        raise problems.already_running(folder) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def reachable(folder: Path, address: str, clock: SystemClock) -> Iterator[None]:
    """Leave word in the data folder where this server is opened, and what its clock shows.

    As long as it runs.

    Raises:
        CannotStart: it cannot be written.
    """
    note = folder / ADDRESS
    with in_words(folder):
        note.write_text(f"{address}\n{clock.ahead_ns}\n", encoding="ascii")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def own_port(host: str, port: int) -> socket.socket:
    """A socket that listens on the port.

    Raises:
        CannotStart: the port is taken, or the address cannot be used.
    """
    try:
        return driver.listen(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise problems.port_in_use(port) from error
        raise problems.cannot_listen(host, port, error.strerror or str(error)) from error


@contextlib.contextmanager
def open_app(config: Config, create: Callable[[Config], Application]) -> Iterator[Application]:
    """The application, closed again at the end; waits while another program holds the database.

    Raises:
        CannotStart: the database is from a newer version or cannot be read.
    """
    with in_words(config.data):
        app = _unlocked(config, create)
    with contextlib.closing(app):
        yield app


def _unlocked(config: Config, create: Callable[[Config], Application]) -> Application:
    """The application, as soon as no other program holds the database."""
    for tries in itertools.count():
        try:
            return create(config)
        except DatabaseLocked:
            if not tries:
                announce.waiting_for_lock(config.data)
            time.sleep(LOOK_AGAIN_S)
    raise AssertionError


def see_drive(folder: Path) -> None:
    """Warn of a data folder on a network drive.

    Raises:
        CannotStart: what one program locks there is not locked for another.
    """
    if drive.is_on_network(folder):
        announce.on_network(folder)
        if not drive.locks_hold(folder):
            raise problems.locks_fail(folder)


def run(config: Config, create: Callable[[Config], Application]) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        config: the settings; the driver they name has been patched in.
        create: makes the application, handed in so that a test can hand in a small one.

    Raises:
        CannotStart: with the reason.
    """
    phones = limits.phones_that_fit(config.driver, limits.raise_file_limit())
    with (
        own_data(config.data),
        logbook.kept(config.data),
        contextlib.closing(own_port(config.host, config.port)) as listener,
    ):
        see_drive(config.data)
        port = listener.getsockname()[1]
        local = networks.local_addresses()
        addresses = networks.addresses_for_phones(config.host, port, local)
        fallback = networks.local_url(config.host, port)
        found = likeliest(addresses, FileWayIn(config.data).read())
        config = config.on_machine(port, found or fallback, phones)
        is_first = not (config.data / FILE_NAME).exists()
        with open_app(config, create) as app:
            with in_words(config.data):
                # It may put the clock forward, which `reachable` then leaves word of.
                app.start()
                link = app.host_link()
            with reachable(config.data, fallback, app.clock):
                announce.announce(config, addresses, link, config.phones)
                if is_first and browser.has_screen(is_terminal=sys.stdout.isatty()):
                    browser.open_page(f"{fallback}{link}")
                machine = platform.system(), platform.python_version()
                log.info("The server starts on %s, Python %s, by %s", *machine, config.driver)
                driver.serve(config.driver, listener, app.wsgi, phones)
        log.info("The server has ended")
