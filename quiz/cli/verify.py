"""`run.py verify`: read the whole file and replay every contest; safe while the server runs."""

import argparse
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from quiz.cli import COMMANDS
from quiz.cli.backup import add_data
from quiz.cli.serving import problems
from quiz.formats import ENGINE
from quiz.service.afterwards.replay_checks import ReplayCheck, replay_checks
from quiz.service.errors import StorageFailed
from quiz.store.contests import SqliteContests
from quiz.store.errors import DatabaseUnreadable, NewerDatabase
from quiz.store.journal import SqliteJournal
from quiz.store.sqlite.copies import check
from quiz.store.sqlite.database import FILE_NAME, Database


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="run.py verify", description=COMMANDS["verify"])
    add_data(parser)
    return parser.parse_args(arguments)


def line(verdict: ReplayCheck) -> str:
    """One contest in one line."""
    title = f"{verdict.row.pin} {verdict.row.title}"
    if verdict.problem:
        return f"HỎNG · BROKEN  {title}: {verdict.problem}"
    return f"tốt · sound  {title}: {verdict.events} sự kiện (events), {verdict.row.joined} thí sinh"


def verdicts(folder: Path) -> list[ReplayCheck]:
    """Check the file, then every contest; raises DatabaseUnreadable, NewerDatabase."""
    path = folder / FILE_NAME
    check(path)
    try:
        with closing(Database(path)) as database:
            return list(replay_checks(SqliteContests(database), SqliteJournal(database), ENGINE))
    except (sqlite3.Error, StorageFailed) as problem:
        raise DatabaseUnreadable(f"{path}: {problem}") from problem


def main(arguments: list[str]) -> int:
    """Verify; 1 when a contest is broken, 2 when nothing can be read."""
    options = parse(arguments)
    if not (options.data / FILE_NAME).exists():
        print(problems.no_contests(options.data), file=sys.stderr)
        return 2
    try:
        found = verdicts(options.data)
    except NewerDatabase:
        print(problems.newer_database(options.data), file=sys.stderr)
        return 2
    except DatabaseUnreadable as error:
        print(problems.unreadable_database(options.data, str(error)), file=sys.stderr)
        return 2
    for verdict in found:
        print(line(verdict))
    broken = sum(bool(verdict.problem) for verdict in found)
    print(f"Tệp tốt · The file is sound; {len(found)} cuộc thi (contests), hỏng (broken) {broken}")
    return 1 if broken else 0
