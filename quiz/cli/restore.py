"""`run.py restore FILE`: put a back-up in the place of the contests."""

import argparse
import sys
import time
from pathlib import Path

from quiz.cli import COMMANDS
from quiz.cli.backup import add_data
from quiz.cli.serving import problems
from quiz.cli.serving.data_folder import not_copied
from quiz.cli.serving.server import own_data
from quiz.store.errors import DatabaseUnreadable, NewerDatabase
from quiz.store.sqlite.copies import restore


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="run.py restore", description=COMMANDS["restore"])
    parser.add_argument("file", type=Path, help="bản sao lưu · the back-up")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="thay dữ liệu đang có, dữ liệu cũ được giữ lại dưới tên khác · "
        "replace what is there; it is kept under another name",
    )
    add_data(parser)
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Restore; 2 when it cannot be done."""
    options = parse(arguments)
    stamp = time.strftime("%Y%m%d-%H%M%S")
    try:
        with own_data(options.data):
            aside = restore(options.data, options.file, replace=options.replace, stamp=stamp)
    except problems.CannotStart as error:
        problem = error
    except FileExistsError:
        problem = problems.contests_in_the_way(options.data)
    except FileNotFoundError:
        problem = problems.no_such_file(options.file)
    except NewerDatabase:
        problem = problems.newer_database(options.file)
    except DatabaseUnreadable as error:
        problem = not_copied(options.data, error)
    else:
        print(f"Đã phục hồi vào · Restored into: {options.data}")
        if aside:
            print(f"Dữ liệu cũ ở · What was there is in: {aside}")
        return 0
    print(problem, file=sys.stderr)
    return 2
