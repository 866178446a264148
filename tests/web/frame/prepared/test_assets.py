import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quiz.web.frame.prepared.assets import (
    FOLDER,
    PART,
    Asset,
    Assets,
    fingerprint,
    modules,
    read_all,
    read_asset,
)

SHEET = Asset("text/css; charset=utf-8", b"a{}", gzip.compress(b"a{}", mtime=0))
FONT = Asset("font/woff2", b"font", b"")


def application(environ: object, start_response: object) -> list[bytes]:
    return [b"the application"]


def ask(path: str, method: str = "GET", accept: str = "gzip, br") -> tuple[dict[str, str], bytes]:
    """What the headers say, and the body."""
    assets = Assets(application, {"css/a.css": SHEET, "b.woff2": FONT})
    said: dict[str, str] = {}

    def start_response(status: str, headers: list[tuple[str, str]]) -> None:
        said.update(headers, status=status)

    environ = {"REQUEST_METHOD": method, "HTTP_ACCEPT_ENCODING": accept}
    environ["PATH_INFO"] = path.replace("ROOT/", assets.root)
    return said, b"".join(assets(environ, start_response))  # type: ignore[arg-type]


def test_text_is_sent_compressed_and_kept_for_ever() -> None:
    headers, body = ask("ROOT/css/a.css")
    assert gzip.decompress(body) == b"a{}"
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Content-Length"] == str(len(body))
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_text_is_sent_plain_to_who_wants_it_so() -> None:
    headers, body = ask("ROOT/css/a.css", accept="")
    assert (body, "Content-Encoding" in headers, headers["Vary"]) == (
        b"a{}",
        False,
        "Accept-Encoding",
    )


def test_font_is_sent_as_it_is() -> None:
    headers, body = ask("ROOT/b.woff2")
    assert (headers["Content-Type"], body) == ("font/woff2", b"font")


def test_head_has_no_body() -> None:
    headers, body = ask("ROOT/b.woff2", method="HEAD")
    assert (headers["Content-Length"], body) == ("4", b"")


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/", "GET"),
        ("/static/css/a.css", "GET"),
        ("/static/000000000000/css/a.css", "GET"),
        ("ROOT/../run.py", "GET"),
        ("ROOT/css/a.css", "POST"),
    ],
)
def test_everything_else_goes_to_the_application(path: str, method: str) -> None:
    assert ask(path, method)[1] == b"the application"


@pytest.mark.parametrize(
    "changed", [{"css/a.css": FONT}, {"css/b.css": SHEET}, {"css/a.css": SHEET, "b": FONT}]
)
def test_fingerprint_tells_every_change(changed: dict[str, Asset]) -> None:
    assert fingerprint(changed) != fingerprint({"css/a.css": SHEET})


def test_script_is_a_script_whatever_the_system_calls_it(tmp_path: Path) -> None:
    script = tmp_path / "a.js"
    script.write_text("export {};")
    assert read_asset(script).type == "text/javascript; charset=utf-8"


def test_sheet_comes_with_its_parts_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "hall").mkdir()
    named = '/* all */\n\n@import "./hall/b.css";\n@import "./hall/a.css";\n'
    (tmp_path / "hall.css").write_text(named)
    (tmp_path / "hall" / "a.css").write_text('@import "./c.css";\na {}\n')
    (tmp_path / "hall" / "b.css").write_text("b {}\n")
    (tmp_path / "hall" / "c.css").write_text("c {}\n")
    assert read_asset(tmp_path / "hall.css").plain.split() == b"/* all */ b {} c {} a {}".split()


def test_every_part_of_a_sheet_is_joined_once() -> None:
    css = FOLDER / "css"
    sheets = [*css.glob("*.css"), *css.glob("*/*.css")]
    named = [
        sheet.parent / part for sheet in sheets for part in PART.findall(sheet.read_text("utf-8"))
    ]
    assert sorted(named) == sorted(css.glob("*/*.css"))


@pytest.mark.parametrize("sheet", sorted(FOLDER.glob("css/**/*.css")), ids=lambda path: path.stem)
def test_page_is_sent_on_to_no_other_sheet(sheet: Path) -> None:
    assert b"@import" not in read_asset(sheet).plain


def test_comments_of_a_script_stay_here_and_its_lines_keep_their_numbers(tmp_path: Path) -> None:
    script = tmp_path / "a.js"
    script.write_text(
        "// One.\n/**\n * @param {string} a\n */\nexport const f = (a) => /** @type {B} */ (a);\n"
        '  /** Two. */\nconst url = "http://c"; // three\n/** @type {D} */ (f(url)).e();\n'
    )
    assert read_asset(script).plain.decode().splitlines() == [
        *("", "", "", "", "export const f = (a) => /** @type {B} */ (a);"),
        *("", 'const url = "http://c"; // three', "/** @type {D} */ (f(url)).e();"),
    ]


def test_types_of_scripts_are_not_served(tmp_path: Path) -> None:
    for name in ("a.js", "a.d.ts", ".stamp"):
        (tmp_path / name).write_text("")
    assert list(read_all(tmp_path)) == ["a.js"]


def test_modules_are_all_that_a_script_imports() -> None:
    files = {
        "js/a/main.js": 'import { x } from "./x.js";\nimport {\n  y,\n} from "../y.js";\n',
        "js/a/x.js": 'import "../y.js";\n',
        "js/y.js": "export const y = 1;\n",
        "js/z.js": "",
    }
    scripts = {name: Asset("", text.encode(), b"") for name, text in files.items()}
    assert modules(scripts, "js/a/main.js") == ["js/a/main.js", "js/a/x.js", "js/y.js"]


@pytest.mark.parametrize(
    "entry", sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("main.js"))
)
def test_modules_of_every_page_are_there(entry: str) -> None:
    files = read_all(FOLDER)
    assert set(modules(files, entry)) <= files.keys()


def test_every_file_a_page_names_is_there(phone: FlaskClient) -> None:
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', phone.get("/").text)
    assert [phone.get(path).status_code for path in named] == [200] * len(named)
    assert len(named) >= 4
