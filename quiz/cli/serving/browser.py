"""Opening the host's page in this machine's browser, at the very first start.

Later starts have a browser that is signed in, and an organizer who knows the address.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

Run = Callable[[Sequence[str]], object]


def has_screen(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ, *, is_terminal: bool
) -> bool:
    """Whether somebody sits before this machine: a terminal, and a screen that shows windows.

    Elsewhere a browser in text would take up the one-time link.
    """
    shows = platform in ("win32", "darwin") or bool(
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    )
    return is_terminal and shows


def open_page(url: str, run: Run | None = None) -> None:
    """Open an address; a machine without a browser stays as it is.

    In a program of its own: some browsers keep whoever starts them waiting.
    """
    try:
        (run or _start)([sys.executable, "-m", "webbrowser", "-t", url])
    except OSError:
        return


def _start(command: Sequence[str]) -> object:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(
        command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
