"""`run.py protocol`: write docs/protocol.md from the declared shapes."""

from pathlib import Path

from quiz.live.protocol import document

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "protocol.md"


def main(arguments: list[str]) -> int:
    """Write the page."""
    PAGE.write_text(document() + "\n", encoding="utf-8")
    print(PAGE.relative_to(Path.cwd()) if PAGE.is_relative_to(Path.cwd()) else PAGE)
    return 0
