"""`run.py protocol`: write docs/protocol.md from the declared shapes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.app import create_app
from quiz.config import Config
from quiz.live.protocol import document
from quiz.web.access.entitled import pages_of

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "protocol.md"


def written() -> str:
    """The page, from the shapes and roles that a server declares."""
    with TemporaryDirectory() as folder:
        app = create_app(Config(data=Path(folder), secret="of no use"), "threading")
        try:
            return document(pages_of(app.flask)) + "\n"
        finally:
            app.close()


def main(arguments: list[str]) -> int:
    """Write the page."""
    PAGE.write_text(written(), encoding="utf-8")
    print(PAGE.relative_to(Path.cwd()) if PAGE.is_relative_to(Path.cwd()) else PAGE)
    return 0
