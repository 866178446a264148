"""The commands of `python3 run.py`, one module each; only the one that is asked for is loaded."""

import importlib
import sys

COMMANDS = {
    "serve": "mở máy chủ · start the server",
    "demo": "một cuộc thi mẫu tự chạy · a sample contest that plays by itself",
    "bots": "thí sinh máy vào một cuộc thi · robot contestants join a contest",
    "bank": "nhập, kiểm tra ngân hàng câu hỏi · import and check question banks",
    "link": "đường dẫn một lần mới cho người dẫn · a new one-time link for the host",
    "backup": "sao lưu, cả khi máy chủ đang chạy · back up, even while the server runs",
    "restore": "phục hồi từ bản sao lưu · restore from a back-up",
    "verify": "kiểm tra dữ liệu · check the data",
    "drill": "diễn tập mất điện · kill the server in the middle of contests",
    "test": "chạy mọi kiểm thử · run every test (pytest)",
    "check": "kiểm tra mã nguồn · ruff, mypy, import-linter, biome, tsc",
    "screenshots": "chụp mọi trang · take a picture of every page",
    "protocol": "viết lại docs/protocol.md và các kiểu · write docs/protocol.md and its types anew",
}


def usage() -> str:
    """The list of commands, for a person."""
    lines = [f"  {name:<12} {meaning}" for name, meaning in COMMANDS.items()]
    return "\n".join(["python3 run.py [LỆNH · COMMAND] [...]", *lines])


def run_command(arguments: list[str]) -> int:
    """Carry out one command (serve when none is named) and return its exit code."""
    if arguments[:1] in (["-h"], ["--help"], ["help"]):
        print(usage())
        return 0
    named = bool(arguments) and not arguments[0].startswith("-")
    name, rest = (arguments[0], arguments[1:]) if named else ("serve", arguments)
    if name not in COMMANDS:
        print(f"Không có lệnh · No such command: {name}\n{usage()}", file=sys.stderr)
        return 2
    try:
        code: int = importlib.import_module(f"quiz.cli.{name}").main(rest)
    except KeyboardInterrupt:
        return 130
    return code
