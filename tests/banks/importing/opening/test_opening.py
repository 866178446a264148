import zipfile
from io import BytesIO

import pytest

from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening import opening
from tests.banks.importing.books import archive


def code_of(call, *values) -> str:
    with pytest.raises(UnreadableFile) as refusal:
        call(*values)
    return refusal.value.code


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Đảng\r\nta\r".encode(), "Đảng\nta\n"),
        ("Đảng".encode("utf-8-sig"), "Đảng"),
        ("Đảng".encode("utf-16"), "Đảng"),
        ("\ufeffĐảng".encode("utf-16-be"), "Đảng"),
    ],
)
def test_text_in_its_encoding(data: bytes, text: str) -> None:
    assert opening.text_of(data) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xb9\xb9", "broken"),
        (b"a\0b", "not_this_kind"),
        (b"a" * (opening.LARGEST + 1), "too_large"),
    ],
)
def test_text_refused(data: bytes, code: str) -> None:
    assert code_of(opening.text_of, data) == code


@pytest.mark.parametrize(("questions", "code"), [(0, "empty"), (5_001, "too_many")])
def test_count_refused(questions: int, code: str) -> None:
    assert code_of(opening.within_count, questions) == code


def test_archive_that_unpacks_too_large() -> None:
    bomb = archive({f"{number}.xml": bytes(opening.LARGEST) for number in range(6)})
    assert code_of(opening.archive_of, bomb) == "bomb"


def test_archive_with_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_ENTRIES", 2)
    assert code_of(opening.archive_of, archive({"a": b"", "b": b"", "c": b""})) == "bomb"


def test_archive_whose_file_is_larger_than_it_says() -> None:
    data = bytearray(archive({"a.xml": bytes(1000)}))
    # The sizes in the local header and in the list at the end: both are made to lie.
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    with opening.archive_of(bytes(data)) as packed:
        assert code_of(opening.entry_of, packed, "a.xml") == "broken"


def test_archive_without_the_file() -> None:
    with opening.archive_of(archive({"a": b"1"})) as packed:
        assert code_of(opening.entry_of, packed, "b") == "broken"


def test_archive_with_a_password() -> None:
    data = bytearray(archive({"a": b"1"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(mark) + offset] |= 1
    with opening.archive_of(bytes(data)) as packed:
        assert code_of(opening.entry_of, packed, "a") == "broken"


@pytest.mark.parametrize(
    ("data", "code"), [(b"PK\x03\x04", "broken"), (b"<quiz/>", "not_this_kind")]
)
def test_archive_refused(data: bytes, code: str) -> None:
    assert code_of(opening.archive_of, data) == code


def test_archive_opened() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a.xml", "<a/>")
    with opening.archive_of(file.getvalue()) as packed:
        assert opening.entry_of(packed, "a.xml") == b"<a/>"
