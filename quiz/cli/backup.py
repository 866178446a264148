"""`run.py backup FILE`: copy the contests into one file, also while the server runs."""

import argparse
import sys
from pathlib import Path

from quiz.cli import COMMANDS
from quiz.cli.serving import problems
from quiz.cli.serving.data_folder import not_copied
from quiz.config import from_environment
from quiz.store.errors import DatabaseUnreadable, NewerDatabase
from quiz.store.sqlite.copies import back_up


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="run.py backup", description=COMMANDS["backup"])
    parser.add_argument("file", type=Path, help="tệp mới · a new file")
    add_data(parser)
    return parser.parse_args(arguments)


def add_data(parser: argparse.ArgumentParser) -> None:
    """Declare `--data`, as `serve` has it."""
    default = from_environment().data
    words = "thư mục dữ liệu · data folder"
    parser.add_argument("--data", type=Path, default=default, help=words)


def main(arguments: list[str]) -> int:
    """Back up; 2 when it cannot be done."""
    options = parse(arguments)
    try:
        back_up(options.data, options.file)
    except FileExistsError:
        problem = problems.file_in_the_way(options.file)
    except FileNotFoundError:
        problem = problems.no_contests(options.data)
    except NewerDatabase:
        problem = problems.newer_database(options.data)
    except DatabaseUnreadable as error:
        problem = not_copied(options.file, error)
    else:
        size = options.file.stat().st_size // 1024
        print(f"Đã sao lưu · Backed up: {options.file} ({size} KB)")
        return 0
    print(problem, file=sys.stderr)
    return 2
