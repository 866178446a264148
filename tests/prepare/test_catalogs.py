import gettext
import sys
from pathlib import Path

import pytest

from quiz.prepare import catalogs
from quiz.prepare.places import Places
from quiz.prepare.problems import Unprepared

TEXT = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Gửi"
msgstr "{}"
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


def write(places: Places, english: str) -> None:
    source = places.translations / "en" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(TEXT.format(english), "utf-8")


def prepare(places: Places) -> None:
    catalogs.prepare(places, Path(sys.executable))


def said(places: Places) -> str:
    gettext._translations.clear()  # type: ignore[attr-defined]
    return gettext.translation("messages", places.catalogs, ["en"]).gettext("Gửi")


def test_catalog_is_made_beside_the_source_tree(places: Places) -> None:
    write(places, "Send")
    prepare(places)
    assert said(places) == "Send"
    assert [path.name for path in places.translations.rglob("*") if path.is_file()] == [
        "messages.po"
    ]


def test_catalog_of_the_same_text_is_left_alone(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(places, "Send")
    prepare(places)
    compiled: list[Path] = []
    monkeypatch.setattr(catalogs, "compile_one", lambda *paths: compiled.append(paths[1]))
    write(places, "Send")
    prepare(places)
    assert compiled == []


def test_another_text_replaces_the_catalog(places: Places) -> None:
    write(places, "Send")
    prepare(places)
    write(places, "Submit")
    prepare(places)
    assert said(places) == "Submit"


def test_text_that_is_no_catalog_is_said_and_the_catalog_before_stays(places: Places) -> None:
    write(places, "Send")
    prepare(places)
    (source,) = catalogs.sources(places)
    source.write_bytes(b'msgid ""\nmsgstr ""\n\nmsgid "G\xff"\nmsgstr "Send"\n')
    with pytest.raises(Unprepared, match="Cài đặt bản dịch không thành công"):
        prepare(places)
    assert said(places) == "Send"


def test_catalog_that_is_gone_is_made_again(places: Places) -> None:
    write(places, "Send")
    prepare(places)
    for compiled in catalogs.sources(places).values():
        compiled.unlink()
    prepare(places)
    assert said(places) == "Send"
