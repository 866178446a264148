"""`run.py link`: a new one-time link for the host, made beside the server that runs."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from filelock import FileLock, Timeout

from quiz.app import HOST
from quiz.cli import COMMANDS
from quiz.cli.backup import add_data
from quiz.cli.serving import problems
from quiz.cli.serving.data_folder import in_words
from quiz.cli.serving.server import ADDRESS, LOCK
from quiz.clock import SystemClock
from quiz.store.accounts import SqliteAccounts
from quiz.store.sqlite.database import FILE_NAME, Database


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="run.py link", description=COMMANDS["link"])
    add_data(parser)
    return parser.parse_args(arguments)


def running(folder: Path) -> list[str]:
    """Where the server that runs on this data is opened, and its clock; nothing when none does."""
    try:
        found = (folder / ADDRESS).read_text(encoding="ascii").split()
        # A server that was killed has left its address behind, but holds nothing.
        FileLock(folder / LOCK, timeout=0).acquire().lock.release()
    except Timeout:
        return found
    except OSError:
        return []
    return []


def link(folder: Path, clock: SystemClock) -> str:
    """Path of a link that signs the host in once, within 15 minutes by the server's clock.

    Raises:
        sqlite3.Error, StorageFailed: it could not be written.
    """
    with closing(Database(folder / FILE_NAME)) as database:
        return f"/host/enter/{SqliteAccounts(database).host_link(HOST, clock.now())}"


def main(arguments: list[str]) -> int:
    """Print the link; 2 when it cannot be made."""
    options = parse(arguments)
    found = running(options.data)
    if not found:
        print(problems.not_running(options.data), file=sys.stderr)
        return 2
    try:
        with in_words(options.data):
            site, *ahead = found
            # Its own from when it started, whatever the machine's was set to since.
            clock = SystemClock(ahead_ns=int(ahead[0]) if ahead else None)
            made = f"{site}{link(options.data, clock)}"
    except problems.CannotStart as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"Người dẫn mở (một lần, trong 15 phút) · Host opens (once, within 15 minutes): {made}")
    return 0
