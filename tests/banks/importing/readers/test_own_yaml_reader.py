from pathlib import Path

import pytest

from quiz.banks.bank import Bank
from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.readers.own_yaml_reader import read_own_yaml
from quiz.core.nouns.model import Kind

CORPUS = Path(__file__).parents[1] / "corpus"
READ = {
    "doubts.yaml": (
        DraftQuestion(
            "dòng 4",
            "Một cộng một bằng mấy?",
            options=("Một", "Hai", "hai"),
            explanation="Bằng hai.",
            citation="Sách toán",
            topic="Số học",
            id="m-001",
            source_status="verified",
            as_of="2020",
            doubts=(
                Doubt("key_unknown", "key", "Z (A, B, C)"),
                Doubt("field_wrong", "difficulty", "9 (1–3)"),
                Doubt("same_options", "options", "Hai"),
            ),
        ),
        DraftQuestion(
            "dòng 15",
            "Bao nhiêu?",
            kind=Kind.NUMBER,
            explanation="Nhiều.",
            citation="Sách toán",
            topic="Số học",
            id="m-002",
            source_status="verified",
            as_of="2020",
            doubts=(Doubt("bad_number", "key", "140.000"),),
        ),
        DraftQuestion(
            "dòng 25",
            "Hát gì?",
            explanation="Bài ca.",
            citation="Sách nhạc",
            topic="Nhạc",
            id="m-003",
            source_status="verified",
            as_of="2020",
            doubts=(
                Doubt(
                    "kind_unknown", "kind", "song (one, several, true_false, text, number, order)"
                ),
            ),
        ),
        DraftQuestion("dòng 34", "Câu hỏi rời", doubts=(Doubt("unsupported", "text"),)),
    ),
    "whole.yaml": (
        DraftQuestion(
            "dòng 8",
            "Một cộng một bằng mấy?",
            options=("Một", "Hai", "Ba"),
            key=((1,),),
            explanation="Bằng hai.",
            citation="Sách toán",
            topic="Số học",
            difficulty=2,
            seconds=20,
            picture_name="m1.png",
            id="m-001",
            source_status="secondary",
            as_of="3/2/1930",
        ),
    ),
}
HEADS = {
    "doubts.yaml": Bank("mau", "Ngân hàng mẫu", "", "", "", "", ()),
    "whole.yaml": Bank("mau", "Ngân hàng mẫu", "Sample", "Để thử.", "2020", "vi", ()),
}
REFUSED = {
    "broken.yaml": ("broken", "YAML, 2"),
    "settings.yaml": ("not_this_kind", ""),
}


@pytest.mark.parametrize("name", READ)
def test_drafts_of_a_file(name: str) -> None:
    head = HEADS[name]
    assert read_own_yaml((CORPUS / name).read_bytes(), name) == Imported(
        READ[name], title=head.title, head=head
    )


def test_corpus_is_read_whole() -> None:
    assert {file.name for file in CORPUS.glob("*.yaml")} == {*READ, *REFUSED}


@pytest.mark.parametrize("name", REFUSED)
def test_refusal_of_a_file(name: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_own_yaml((CORPUS / name).read_bytes(), name)
    assert (refusal.value.code, refusal.value.detail) == REFUSED[name]
