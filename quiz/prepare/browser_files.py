"""The files that pages load in the browser, fetched by npm from a lock with hashes."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from quiz.prepare import node, problems, progress, stamp
from quiz.prepare.parts import BROWSER_FILES, MANIFESTS
from quiz.prepare.places import Places

FONT = Path("@fontsource/be-vietnam-pro")
SOCKET_IO = Path("socket.io-client")
WEIGHTS = (400, 500, 600, 700, 800)
CLIENT = Path("socket.io.esm.min.js")
TYPES = 'export { io } from "socket.io-client";\n'
"""What the client gives, for those who check the pages' scripts."""
SUBSETS = ("vietnamese", "latin-ext", "latin")


def wanted_files() -> dict[Path, Path]:
    """What is copied: path below node_modules to path below static/vendor."""
    font = Path("be-vietnam-pro")
    fonts = {
        FONT / "files" / name: font / "files" / name
        for weight in WEIGHTS
        for subset in SUBSETS
        for name in (f"be-vietnam-pro-{subset}-{weight}-normal.woff2",)
    }
    return {
        SOCKET_IO / "dist" / CLIENT: CLIENT,
        SOCKET_IO / "LICENSE": Path("socket.io.LICENSE"),
        FONT / "LICENSE": font / "LICENSE",
        **fonts,
    }


def font_sheet(sheets: list[str]) -> str:
    """One style sheet out of one per weight, naming only the woff2 files that are copied.

    A browser takes a letter from the last face that has it: with `latin-ext` first, ă, đ, ơ and
    ư come with the rest of Vietnamese, and nothing else of `latin-ext` is fetched for them.
    """
    text = re.sub(r", url\([^)]*\.woff\) format\('woff'\)", "", "\n".join(sheets))
    faces = re.findall(r"@font-face *\{.*?\}", text, re.DOTALL)
    return "\n".join(sorted(faces, key=lambda face: "-latin-ext-" not in face))


def copy_wanted(modules: Path, vendor: Path) -> None:
    """Copy what pages need out of node_modules, replacing the old vendor folder."""
    shutil.rmtree(vendor, ignore_errors=True)
    for source, target in wanted_files().items():
        (vendor / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(modules / source, vendor / target)
    # The source map is not shipped, and a browser would ask for it.
    client = vendor / CLIENT
    client.with_suffix(".d.ts").write_text(TYPES, "utf-8")
    text = client.read_text(encoding="utf-8")
    client.write_text(re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", text), encoding="utf-8")
    sheets = [(modules / FONT / f"{weight}.css").read_text("utf-8") for weight in WEIGHTS]
    (vendor / "be-vietnam-pro" / "be-vietnam-pro.css").write_text(font_sheet(sheets), "utf-8")


def fetch(places: Places, folder: Path) -> None:
    """Fetch the locked browser packages into `folder` and copy what is wanted.

    Raises:
        Unprepared: no network, or npm failed.
    """
    npm = node.npm_command(places.root, folder / "node")
    for name in MANIFESTS:
        shutil.copyfile(places.root / name, folder / name)
    node.install(npm, folder, BROWSER_FILES, "--omit=dev")
    copy_wanted(folder / "node_modules", places.vendor)


def prepare(places: Places) -> None:
    """Bring static/vendor up to the lock, unless its stamp says that it already is.

    Raises:
        Unprepared: with the reason.
    """
    mark = places.vendor / ".stamp"
    recipe = Path(__file__)
    wanted = stamp.digest([places.root / name for name in MANIFESTS] + [recipe])
    if stamp.is_current(mark, wanted):
        return
    progress.begin(BROWSER_FILES)
    try:
        with tempfile.TemporaryDirectory(prefix="rung-chuong-vang-") as folder:
            fetch(places, Path(os.path.realpath(folder)))
        stamp.write_stamp(mark, wanted)
    except OSError as error:
        raise problems.cannot_write(places.vendor, error.strerror or str(error)) from error
