"""`run.py serve`: read the settings, patch in the driver, and only then load the server."""

import argparse
import dataclasses
import sys
from pathlib import Path

from quiz import config as settings
from quiz.cli import COMMANDS
from quiz.cli.serving import problems
from quiz.config import Config
from quiz.transport import driver
from quiz.transport.replaced import LibraryChanged


def read_config(arguments: list[str]) -> Config:
    """The settings from QUIZ_* variables, overridden by the command line.

    Raises:
        CannotStart: a variable has a value that cannot be used.
    """
    try:
        config = settings.from_environment()
    except settings.BadSetting as error:
        raise problems.bad_setting(str(error)) from error
    parser = argparse.ArgumentParser(prog="run.py serve", description=COMMANDS["serve"])
    add_options(parser, config)
    return dataclasses.replace(config, **vars(parser.parse_args(arguments)))


def add_options(parser: argparse.ArgumentParser, config: Config) -> None:
    """Declare the options that name fields of `Config`, with `config` as their defaults."""
    parser.add_argument("--host", default=config.host, help="địa chỉ để mở · address to listen on")
    parser.add_argument(
        "--port", type=_port, default=config.port, help="cổng, 0: tự chọn · port, 0 picks one"
    )
    parser.add_argument(
        "--data", type=Path, default=config.data, help="thư mục dữ liệu · data folder"
    )
    parser.add_argument("--driver", choices=settings.DRIVERS, default=config.driver)


def _port(text: str) -> int:
    try:
        return settings.port_number(text)
    except settings.BadSetting as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def patch(name: settings.DriverName) -> None:
    """Patch the driver in.

    Raises:
        CannotStart: a library is not as this program relies on it.
    """
    try:
        driver.patch(name)
    except LibraryChanged as error:
        raise problems.library_changed(str(error)) from error


def main(arguments: list[str]) -> int:
    """Serve until Ctrl+C; the exit code is 2 when the server cannot start."""
    try:
        config = read_config(arguments)
        patch(config.driver)
        from quiz.app import create_app
        from quiz.cli.serving.server import run

        run(config, create_app)
    except problems.CannotStart as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        # While it waited for the data; a server that runs ends by itself.
        return 130
    return 0
