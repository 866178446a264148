import gettext
import os
from pathlib import Path

from quiz.web.frame.catalogs import compile_catalogs

TEXT = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Gửi"
msgstr "{}"
"""


def written(folder: Path, english: str, at: int) -> Path:
    source = folder / "en" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(TEXT.format(english), "utf-8")
    os.utime(source, (at, at))
    return source.with_suffix(".mo")


def said(folder: Path) -> str:
    return gettext.translation("messages", folder, ["en"]).gettext("Gửi")


def test_compile_missing_catalog_is_made(tmp_path: Path) -> None:
    compiled = written(tmp_path, "Send", 1)
    assert compile_catalogs(tmp_path) == [compiled]
    assert said(tmp_path) == "Send"


def test_compile_fresh_catalog_is_left_alone(tmp_path: Path) -> None:
    written(tmp_path, "Send", 1)
    compile_catalogs(tmp_path)
    assert compile_catalogs(tmp_path) == []


def test_compile_newer_text_replaces_the_catalog(tmp_path: Path) -> None:
    compiled = written(tmp_path, "Send", 1)
    compile_catalogs(tmp_path)
    written(tmp_path, "Submit", compiled.stat().st_mtime_ns // 10**9 + 10)
    assert compile_catalogs(tmp_path) == [compiled]
    gettext._translations.clear()  # type: ignore[attr-defined]
    assert said(tmp_path) == "Submit"
