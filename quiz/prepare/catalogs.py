"""The translations, compiled outside the source tree whenever their texts changed."""

import os
import tempfile
from pathlib import Path

from quiz.prepare import problems, progress, stamp
from quiz.prepare.parts import CATALOGS
from quiz.prepare.places import Places


def sources(places: Places) -> dict[Path, Path]:
    """The texts of each language, and the catalog that is made of them."""
    found = sorted(places.translations.glob("*/LC_MESSAGES/*.po"))
    return {
        source: (places.catalogs / source.relative_to(places.translations)).with_suffix(".mo")
        for source in found
    }


def compile_one(python: Path, source: Path, compiled: Path) -> None:
    """Write the catalog of `source`, whole or not at all.

    Raises:
        Unprepared: it is no catalog.
    """
    compiled.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=compiled.parent) as folder:
        made = Path(folder) / compiled.name
        command = [str(python), "-m", "babel.messages.frontend", "compile"]
        command += ["--input-file", str(source), "--output-file", str(made)]
        outcome = progress.run([*command, "--locale", source.parts[-3]], lambda line: None)
        if outcome.code:
            raise problems.install_failed(CATALOGS, outcome.last_words)
        os.replace(made, compiled)  # noqa: PTH105


def prepare(places: Places, python: Path) -> None:
    """Bring the catalogs up to their texts, unless they are there and their stamp is current.

    Raises:
        Unprepared: with the reason.
    """
    mark, made = places.catalogs / ".stamp", sources(places)
    wanted = stamp.digest([*made, Path(__file__)])
    if stamp.is_current(mark, wanted) and all(compiled.exists() for compiled in made.values()):
        return
    progress.begin(CATALOGS)
    try:
        for source, compiled in made.items():
            compile_one(python, source, compiled)
        stamp.write_stamp(mark, wanted)
    except OSError as error:
        raise problems.cannot_write(places.catalogs, error.strerror or str(error)) from error
