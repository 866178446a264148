"""`run.py protocol`: write docs/protocol.md and the scripts' types from the declared shapes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.app import create_app
from quiz.config import Config
from quiz.live.protocol import protocol_page, protocol_types
from quiz.web.access.entitled import pages_of

ROOT = Path(__file__).resolve().parents[2]


def written() -> dict[Path, str]:
    """The files, from the shapes and roles that a server declares."""
    with TemporaryDirectory() as folder:
        app = create_app(Config(data=Path(folder), secret="of no use"), "threading")
        try:
            page = protocol_page.document(pages_of(app.flask)) + "\n"
        finally:
            app.close()
    return {
        ROOT / "docs" / "protocol.md": page,
        ROOT / "static" / "js" / "shared" / "protocol.d.ts": protocol_types.document(),
    }


def main(arguments: list[str]) -> int:
    """Write the files."""
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0
