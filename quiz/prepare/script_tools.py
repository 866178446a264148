"""What checks and tries scripts and styles, in node_modules: for developers alone."""

import shutil

from quiz.prepare import node, packages, problems, progress, stamp
from quiz.prepare.parts import MANIFESTS, NODE, SCRIPT_TOOLS
from quiz.prepare.places import Places


def prepare(places: Places) -> None:
    """Bring node_modules up to the lock, unless its stamp says that it already is.

    Raises:
        Unprepared: with the reason.
    """
    system_npm = shutil.which("npm")
    if not (system_npm and node.of_system()):
        packages.prepare(places, NODE)
    mark = places.modules / ".stamp"
    wanted = stamp.digest(places.root / name for name in MANIFESTS)
    if stamp.is_current(mark, wanted):
        return
    progress.begin(SCRIPT_TOOLS)
    try:
        npm = [system_npm] if system_npm else node.of_wheel(places.python, "npm")
        node.install(npm, places.root, SCRIPT_TOOLS)
        stamp.write_stamp(mark, wanted)
    except OSError as error:
        raise problems.cannot_write(places.modules, error.strerror or str(error)) from error
