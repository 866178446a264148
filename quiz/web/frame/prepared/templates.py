"""Templates, compiled once and loaded before the first request is answered.

Compiling one takes some ten ms, for which a hall would wait whenever a page is asked for first.
"""

import contextlib
import shutil
from pathlib import Path

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from quiz.prepare import stamp
from quiz.prepare.parts import PACKAGES
from quiz.prepare.places import Places


class CompiledTemplates(FileSystemBytecodeCache):
    """What templates were compiled to; where it cannot be kept, each start compiles anew."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to, if the folder can be written to."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def load_templates(app: Flask, places: Places) -> None:
    """Have every template ready; a later start takes what this one compiled."""
    with contextlib.suppress(OSError):
        folder = places.templates / _compiler(app, places)
        _only(folder)
        app.jinja_env.bytecode_cache = CompiledTemplates(str(folder))
    for name in sorted(app.jinja_env.list_templates()):
        app.jinja_env.get_template(name)


def _only(folder: Path) -> None:
    """Make a folder, and remove those beside it: what other compilers made."""
    folder.mkdir(parents=True, exist_ok=True)
    for other in folder.parent.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def _compiler(app: Flask, places: Places) -> str:
    """What a template's source is compiled by, beside itself."""
    env = app.jinja_env
    facts = [*env.extensions, *env.filters, *env.tests, repr((env.trim_blocks, env.lstrip_blocks))]
    return stamp.digest([places.root / PACKAGES.lock], *facts)[:16]
