"""Static files, cached by browsers for ever: styles, scripts, fonts and marks, compressed once.

The address holds a fingerprint of all files (cache busting), so a browser never asks again, and
modules that import each other by relative names stay under it. They are answered before the web
framework is reached: a phone asks for thirty files, and a hall of phones comes within minutes.
"""

import gzip
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

FOLDER = Path(__file__).resolve().parents[4] / "static"
TEXTS = ("text/", "image/svg", "application/json")
IMPORT = re.compile(r"""(?:from|import) "(\.[^"]+)";""")
PART = re.compile(r'^@import "\./([^"]+)";$', re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/)[ \t]*$", re.MULTILINE | re.DOTALL)
KEPT = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its `type`, its bytes, and these compressed (empty: not worth it)."""

    type: str
    plain: bytes
    small: bytes


def joined(sheet: Path) -> bytes:
    """A style sheet with its parts where it imports them, so that a page asks once."""
    text = sheet.read_text("utf-8")
    return PART.sub(lambda part: joined(sheet.parent / part[1]).decode(), text).encode()


def told(script: Path) -> bytes:
    """A script without what stands in it for people and tools; its lines keep their numbers."""
    text = script.read_text("utf-8")
    return COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text).encode()


READERS = {".css": joined, ".js": told}


def read_asset(path: Path) -> Asset:
    """The file, compressed where that helps."""
    data = READERS.get(path.suffix, Path.read_bytes)(path)
    kind = guess_type(path.name)[0] or "application/octet-stream"
    if path.suffix == ".js":
        # Windows may call it something that browsers refuse as a module.
        kind = "text/javascript"
    if not kind.startswith(TEXTS):
        return Asset(kind, data, b"")
    return Asset(f"{kind}; charset=utf-8", data, gzip.compress(data, 9, mtime=0))


def modules(files: Mapping[str, Asset], *entries: str) -> list[str]:
    """Scripts and all that they import, so that a page can ask for them at once."""
    found = list(entries)
    for name in found:
        for imported in IMPORT.findall(files[name].plain.decode()):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), imported))
            if path not in found:
                found.append(path)
    return found


@cache
def read_all(folder: Path) -> dict[str, Asset]:
    """The folder's files by their paths in it; not the types, which no page asks for."""
    return {
        path.relative_to(folder).as_posix(): read_asset(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and not path.name.endswith(".d.ts")
    }


def fingerprint(files: Mapping[str, Asset]) -> str:
    """Another one for every change of any file."""
    digest = sha256()
    for name, asset in files.items():
        digest.update(f"{name}:{len(asset.plain)}:".encode() + asset.plain)
    return digest.hexdigest()[:12]


class Assets:
    """Answers for files by their addresses, and passes everything else on."""

    def __init__(self, app: "WSGIApplication", files: Mapping[str, Asset]) -> None:
        self._app = app
        self.root = f"/static/{fingerprint(files)}/"
        self._files = {self.root + name: asset for name, asset in files.items()}

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> "Iterable[bytes]":
        """A file, or what the application says."""
        asset = self._files.get(environ.get("PATH_INFO", ""))
        if asset is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._app(environ, start_response)
        small = asset.small and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
        body = asset.small if small else asset.plain
        headers = [
            ("Content-Type", asset.type),
            ("Content-Length", str(len(body))),
            ("Cache-Control", KEPT),
            ("Content-Security-Policy", "default-src 'none'"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        if asset.small:
            headers.append(("Vary", "Accept-Encoding"))
        if small:
            headers.append(("Content-Encoding", "gzip"))
        start_response("200 OK", headers)
        return [body] if environ["REQUEST_METHOD"] == "GET" else []


def set_up(app: Flask) -> None:
    """Let `app` answer for the files.

    In templates `url_for("static", filename=…)` names one, `modules(*entries)` all of some scripts.
    """
    files = read_all(FOLDER)
    assets = Assets(app.wsgi_app, files)
    app.jinja_env.globals["modules"] = partial(modules, files)
    app.wsgi_app = assets  # type: ignore[method-assign]
    app.add_url_rule(f"{assets.root}<path:filename>", "static", build_only=True)
