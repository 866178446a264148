"""`run.py bank`: question banks brought in from files, checked, and written for other programs."""

import importlib
import sys

COMMANDS = {
    "import": "đọc tệp Word, Excel, CSV, Aiken, GIFT… · read a file of questions",
    "check": "kiểm tra tệp YAML · check YAML banks",
    "export": "ghi cho chương trình khác · write a bank for another program",
}


def usage() -> str:
    """The list of commands, for a person."""
    lines = [f"  {name:<8} {meaning}" for name, meaning in COMMANDS.items()]
    return "\n".join(["python3 run.py bank LỆNH · COMMAND [...]", *lines])


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(usage())
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        print(usage(), file=sys.stderr)
        return 2
    code: int = importlib.import_module(f"quiz.cli.bank.bank_{arguments[0]}").main(arguments[1:])
    return code
