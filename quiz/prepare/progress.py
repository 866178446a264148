"""Progress of a long command, in plain words."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quiz.prepare.parts import Part


@dataclass(frozen=True)
class CommandOutcome:
    """How a command ended: its exit code and everything it wrote."""

    code: int
    output: str

    @property
    def last_words(self) -> str:
        """The last line that says something, for a message."""
        lines = [line.strip() for line in self.output.splitlines() if line.strip()]
        return lines[-1] if lines else f"exit {self.code}"


def say(text: str) -> None:
    """One line for the person who started the program."""
    print(text, flush=True)


def begin(part: Part) -> None:
    """Say which part is being prepared."""
    say(f"Đang chuẩn bị {part.vietnamese}, chỉ một lần… · Preparing {part.english}, only once…")


def show(text: str) -> None:
    """One line that the next one replaces; nothing where the output is not a terminal."""
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="", flush=True)


def run(
    command: Sequence[str], on_line: Callable[[str], None], cwd: str | None = None
) -> CommandOutcome:
    """Run a command to its end, handing each line it writes to `on_line`."""
    process = subprocess.Popen(
        command,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    lines = []
    with process:
        for line in process.stdout or ():
            lines.append(line)
            on_line(line)
    show("")
    return CommandOutcome(process.returncode, "".join(lines))
