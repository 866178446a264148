from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.banks.importing.draft import Imported, UnreadableFile
from quiz.banks.importing.readers import (
    aiken_reader,
    gift_reader,
    json_reader,
    kahoot_reader,
    moodle_xml_reader,
    own_yaml_reader,
    qti_reader,
    quizizz_reader,
    text_reader,
)
from tests.banks.importing.books import archive, book
from tests.banks.importing.readers import test_kahoot_reader, test_quizizz_reader

CORPUS = Path(__file__).parent / "corpus"
CASES = Path(__file__).parent / "cases"
READERS = {
    "aiken": (aiken_reader.read_aiken, [file.read_bytes() for file in CORPUS.glob("*.aiken.txt")]),
    "gift": (gift_reader.read_gift, [file.read_bytes() for file in CORPUS.glob("*.gift.txt")]),
    "json": (json_reader.read_json, [file.read_bytes() for file in CASES.glob("*.json")]),
    "text": (text_reader.read_text, [file.read_bytes() for file in CASES.glob("*.txt")]),
    "qti 1.2": (qti_reader.read_qti, [file.read_bytes() for file in CASES.glob("canvas.xml")]),
    "moodle": (
        moodle_xml_reader.read_moodle_xml,
        [file.read_bytes() for file in CORPUS.glob("*.moodle.xml")],
    ),
    "qti": (
        qti_reader.read_qti,
        [
            *(file.read_bytes() for file in CORPUS.glob("*.qti.xml")),
            archive({"imsmanifest.xml": b"<manifest><resources/></manifest>"}),
        ],
    ),
    "yaml": (own_yaml_reader.read_own_yaml, [file.read_bytes() for file in CORPUS.glob("*.yaml")]),
    "kahoot": (
        kahoot_reader.read_kahoot,
        [book([test_kahoot_reader.HEADER, *test_kahoot_reader.ROWS])],
    ),
    "quizizz": (
        quizizz_reader.read_quizizz,
        [book([test_quizizz_reader.HEADER, *test_quizizz_reader.ROWS])],
    ),
}


@st.composite
def damaged(draw, files):
    """A file of the format with some of its bytes cut out and others put in."""
    data = draw(st.sampled_from(files))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        data = data[:start] + draw(st.binary(max_size=6)) + data[end:]
    return data


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_damaged_file_gives_drafts_or_a_reason(name: str, data) -> None:
    read, files = READERS[name]
    try:
        found = read(data.draw(damaged(files) | st.binary(max_size=60)), f"a.{name}")
    except UnreadableFile:
        return
    assert isinstance(found, Imported)
