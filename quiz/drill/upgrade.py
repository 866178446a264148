"""A migration that is killed in the middle: the file must be as before it or as after it.

Run as a program, `python -m quiz.drill.upgrade DATA SCRIPTS` migrates DATA.
"""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

from quiz.store.schema.migrate import SCRIPTS, open_database, revisions
from quiz.store.sqlite.database import FILE_NAME

ROOT = Path(__file__).resolve().parents[2]
REVISION = "9999"
_SCRIPT = """
from alembic import op
revision = "{revision}"
down_revision = "{before}"
def upgrade():
    op.execute("CREATE TABLE drilled (a TEXT)")
    for _ in range(200):
        op.execute("UPDATE journal SET data = data || ' '")
        op.execute("UPDATE journal SET data = rtrim(data)")
"""
_MADE = "SELECT count(*) FROM sqlite_master WHERE name = 'drilled'"


def scripts_into(folder: Path) -> Path:
    """The program's own migrations and a slow one that rewrites every journal."""
    scripts = folder / "scripts"
    shutil.copytree(SCRIPTS, scripts, dirs_exist_ok=True)
    text = _SCRIPT.format(revision=REVISION, before=revisions(SCRIPTS)[-1])
    (scripts / "versions" / f"{REVISION}_drill.py").write_text(text, encoding="utf-8")
    return scripts


def strike(data: Path, scripts: Path, after_s: float) -> bool:
    """Kill a migration so long after it began; whether the file is whole.

    The file has the revision of before when this returns.
    """
    before = _digest(data)
    command = [sys.executable, "-m", "quiz.drill.upgrade", str(data), str(scripts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as upgrade:
        assert upgrade.stdout is not None
        upgrade.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            upgrade.wait(after_s)
        upgrade.kill()
    with closing(sqlite3.connect(data / FILE_NAME, isolation_level=None)) as raw:
        (revision,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        (made,) = raw.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'drilled'"
        ).fetchone()
        raw.execute("DROP TABLE IF EXISTS drilled")
        raw.execute("UPDATE alembic_version SET version_num = ?", (revisions(SCRIPTS)[-1],))
    return _digest(data) == before and bool(made) == (revision == REVISION)


def _digest(data: Path) -> str:
    """One number for all rows of all journals."""
    digest = hashlib.sha256()
    with closing(sqlite3.connect(data / FILE_NAME)) as raw:
        for row in raw.execute("SELECT * FROM journal ORDER BY contest_id, version"):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def main(data: str, scripts: str) -> None:
    """Migrate, with a word at the moment it begins."""
    import alembic.command  # noqa: F401  the long part, which touches no file

    print("begins", flush=True)  # noqa: T201
    open_database(Path(data), scripts=Path(scripts)).close()


if __name__ == "__main__":
    main(*sys.argv[1:])
