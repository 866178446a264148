"""What one client may cost, and how many a machine carries: every bound of the transport.

Sizes are in bytes; 0001-server-driver.md says which trap each bound answers.
"""

import contextlib
import sys

from quiz.config import DriverName

MESSAGE = 16_384
"""The longest message of a client."""
MESSAGES_AT_ONCE, MESSAGES_PER_SECOND = 400, 100
"""The rate limit of one client's messages."""
BYTES_AT_ONCE, BYTES_PER_SECOND = 200_000, 32_000
"""The same in bytes; an answer takes some 200."""
SMALL_BUFFER = 2048
"""Bytes that one connection reads, or writes, at once; the default takes 24 KB for each phone."""
LONGEST_QUEUE = 200
"""Back-pressure: packets that may wait for a client that does not read."""
GOOD_BYE_S = 5
"""How long a good-bye waits for a client that does not read."""

REMEMBERED_COOKIES = 20_000
"""Good cookies that need no second check, those used last; one takes some 1 KB."""

HEARTBEAT_S, HEARTBEAT_ANSWER_S = 20, 15
"""How often a client is pinged, and how soon it has to answer."""
SMALL_HALL = 300
QUICK_HEARTBEAT_S, QUICK_ANSWER_S = 2, 3.5
"""The same for who comes while there are no more than so many: a dead path is noticed in 6 s."""
BARE_MS = 10_000
"""How long a connection may stay without a namespace."""
FRESH_MS = 1_000
"""How long one that holds a seat may stay so where all places are taken."""
HEAD_S = 5
"""How long a connection may take to ask, be it for the first time or again."""
REQUEST_S, UPLOAD_PER_SECOND = 60, 50_000
"""How long a request may take from then on, and how slowly what is sent with it may come."""
REQUESTS_AT_ONCE, REQUESTS_PER_SECOND = 200, 20
"""How many requests one connection may make without a pause, and how many a second after that."""
LONGEST_OF_STRANGERS = 8_192
"""Bytes sent with a request by whoever was not let in yet; a newcomer's form has some 300."""
UNREAD = 65_536
"""Bytes sent with a request and left unread by its page that are read to keep the connection."""
TURNED_OUT_AT_ONCE, TURNED_OUT_AGAIN_S = 4, 0.01
"""How many connections are ended before others have a turn, and after how long the next are."""
IDLE_S = 15
"""How long a connection may keep one read waiting, or one write."""

LARGE = 32_768
"""A body from so many bytes on is sent in pieces, and has no deadline while it is taken."""
PIECE = 16_384
HELD_BY_MACHINE = 16_384
"""Bytes of a large body that the machine holds for its client, which it may double."""
DOWNLOADS_AT_ONCE = 6
"""Pictures sent at once; all of them together hold a third of a second of 5 Mbit/s."""
STALLED_S = 2
"""After so long without taking anything, a download keeps no other one waiting."""
STILL_WAITING_S = 5
"""How often who waits for a turn is kept from being turned out; less than `REQUEST_S`."""

BACKLOG = 4096
"""Connections that may wait to be accepted."""
MOST_PHONES = 20_000
RESERVED_FILES = 200
"""Open files kept for the database, the pages and the host."""
SPARE = 50
"""Connections taken beyond the phones, so that pages and the host always get in."""
DOORSTEP = 50
"""Connections taken beyond all of those, each to turn one out that has waited longer."""


def heartbeat(connections: int) -> tuple[float, float]:
    """How often (s) one of so many connections is pinged, and how soon it has to answer."""
    if connections <= SMALL_HALL:
        return QUICK_HEARTBEAT_S, QUICK_ANSWER_S
    return HEARTBEAT_S, HEARTBEAT_ANSWER_S


def raise_file_limit() -> int:
    """Raise the limit of open files as far as the system allows; returns how many may be open."""
    if sys.platform == "win32":
        return MOST_PHONES * 2
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_PHONES * 2 + RESERVED_FILES
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    # macOS refuses more than the kernel's own limit, whatever the hard one says.
    for soft in (wanted, 10_240):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            break
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def phones_that_fit(name: DriverName, open_files: int, platform: str = sys.platform) -> int:
    """How many phones one server carries when `open_files` files may be open."""
    if platform == "win32":
        # eventlet's hub there is `select`, which takes 512 sockets at most.
        return 480 if name == "eventlet" else MOST_PHONES
    # gevent's websockets hold a duplicate of each socket.
    files_per_phone = 1 if name == "eventlet" else 2
    return max(1, min(MOST_PHONES, (open_files - RESERVED_FILES) // files_per_phone))
