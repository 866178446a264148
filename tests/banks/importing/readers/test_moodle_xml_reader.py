from pathlib import Path

import pytest

from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.readers.moodle_xml_reader import read_moodle_xml
from quiz.core.nouns.model import Kind

CORPUS = Path(__file__).parents[1] / "corpus"
READ = {
    "doubts.moodle.xml": (
        DraftQuestion(
            "Câu 1",
            "Hai đáp án?",
            options=("Một", "Hai"),
            doubts=(Doubt("many_keys", "key", "A, B"),),
        ),
        DraftQuestion(
            "Câu 2", "Không đáp án?", options=("Một", "Hai"), doubts=(Doubt("no_key", "key"),)
        ),
        DraftQuestion(
            "Câu 3",
            "Cả hai?",
            kind=Kind.TRUE_FALSE,
            options=("Đúng", "Sai"),
            doubts=(Doubt("many_keys", "key", "true, false"),),
        ),
        DraftQuestion(
            "Câu 4", "Số nào?", kind=Kind.NUMBER, doubts=(Doubt("bad_number", "key", "bảy"),)
        ),
        DraftQuestion(
            "Câu 5",
            "Gì cũng được?",
            kind=Kind.TEXT,
            key=("*",),
            doubts=(Doubt("unsupported", "key", "*"),),
        ),
    ),
    "pictures.moodle.xml": (
        DraftQuestion(
            "Câu 1",
            "Ai đây?",
            options=("Trần Phú", "Lê Duẩn"),
            key=((0,),),
            picture=b"\x89PNG\r\n\x1a\n",
        ),
        DraftQuestion(
            "Câu 2",
            "Còn đây?",
            options=("Trần Phú", ""),
            key=((0,),),
            doubts=(
                Doubt("picture", "picture"),
                Doubt("picture", "options"),
                Doubt("no_text", "options"),
            ),
        ),
    ),
    "plain.moodle.xml": (
        DraftQuestion(
            "Câu 1",
            "Đại hội tổ chức mấy năm 1 lần?",
            options=("3 năm", "5 năm"),
            key=((1,),),
            explanation="Điều 8",
            topic="Điều lệ",
            fixed_order=True,
            id="dl-001",
        ),
        DraftQuestion(
            "Câu 2",
            "Chọn số < 3",
            kind=Kind.SEVERAL,
            options=("1", "2", "4"),
            key=((0, 1),),
            topic="Điều lệ",
        ),
        DraftQuestion(
            "Câu 3",
            "Công đoàn thành lập năm 1929.",
            kind=Kind.TRUE_FALSE,
            options=("Đúng", "Sai"),
            key=((0,),),
            explanation="Đúng vậy",
            topic="Điều lệ",
        ),
        DraftQuestion(
            "Câu 4", "Ai?", kind=Kind.TEXT, key=("Trần Phú", "Đồng chí Trần Phú"), topic="Điều lệ"
        ),
        DraftQuestion(
            "Câu 5",
            "Bao nhiêu phần trăm?",
            kind=Kind.NUMBER,
            key=("74.5",),
            topic="Điều lệ",
            tolerance="0.5",
        ),
        DraftQuestion(
            "Câu 6",
            "Xếp theo thời gian",
            kind=Kind.ORDER,
            options=("Đại hội I", "Đại hội II"),
            key=((0, 1),),
            topic="Điều lệ",
        ),
    ),
    "unsupported.moodle.xml": (
        DraftQuestion("Câu 1", "Viết cảm nghĩ.", doubts=(Doubt("unsupported", "kind", "essay"),)),
        DraftQuestion(
            "Câu 2",
            "Nối tỉnh với vùng. / Lạng Sơn / Đông Bắc",
            doubts=(Doubt("unsupported", "kind", "matching"),),
        ),
    ),
}
REFUSED = {
    "cut.moodle.xml": ("broken", "XML"),
    "entities.moodle.xml": ("bomb", ""),
    "external.moodle.xml": ("bomb", ""),
    "other.moodle.xml": ("not_this_kind", ""),
}


@pytest.mark.parametrize("name", READ)
def test_drafts_of_a_file(name: str) -> None:
    assert read_moodle_xml((CORPUS / name).read_bytes(), name) == Imported(READ[name])


def test_corpus_is_read_whole() -> None:
    assert {file.name for file in CORPUS.glob("*.moodle.xml")} == {*READ, *REFUSED}


@pytest.mark.parametrize("name", REFUSED)
def test_refusal_of_a_file(name: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_moodle_xml((CORPUS / name).read_bytes(), name)
    assert (refusal.value.code, refusal.value.detail) == REFUSED[name]
