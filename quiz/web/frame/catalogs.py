"""Translation catalogs, compiled when the text beside them is newer."""

import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parents[3] / "translations"


def is_stale(source: Path, compiled: Path) -> bool:
    """Whether `compiled` is missing or older than `source`."""
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def compile_one(source: Path, compiled: Path) -> None:
    """Write the catalog of `source`, whole or not at all."""
    with source.open("rb") as text:
        catalog = read_po(text, locale=source.parts[-3])
    with tempfile.NamedTemporaryFile(dir=compiled.parent, delete=False) as written:
        write_mo(written, catalog)
    os.replace(written.name, compiled)  # noqa: PTH105


def compile_catalogs(folder: Path = FOLDER) -> list[Path]:
    """Compile every stale catalog below `folder`; returns those that were written."""
    pairs = [(source, source.with_suffix(".mo")) for source in folder.glob("*/LC_MESSAGES/*.po")]
    stale = [pair for pair in pairs if is_stale(*pair)]
    for source, compiled in stale:
        compile_one(source, compiled)
    return [compiled for _, compiled in stale]
