from pathlib import Path

import pytest

from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.encodings import TCVN3
from quiz.banks.importing.readers.aiken_reader import read_aiken
from quiz.core.nouns.model import Kind

CORPUS = Path(__file__).parents[1] / "corpus"
READ = {
    "doubled_letter.aiken.txt": (
        DraftQuestion(
            "Câu 1",
            "Đảng ra đời năm nào?",
            options=("Năm 1920", "Năm 1930", "Năm 1929", "Năm 1945"),
            doubts=(Doubt("letters", "options", "A B C C"), Doubt("no_key", "key")),
        ),
    ),
    "no_answer.aiken.txt": (
        DraftQuestion(
            "Câu 1", "Câu thứ nhất?", options=("Một", "Hai"), doubts=(Doubt("no_key", "key"),)
        ),
        DraftQuestion("Câu 2", "Câu thứ hai?", options=("Ba", "Bốn"), key=((1,),)),
    ),
    "plain.aiken.txt": (
        DraftQuestion(
            "Câu 1",
            "Công đoàn Việt Nam thành lập ngày nào?",
            options=("28/7/1929", "3/2/1930", "2/9/1945", "19/5/1890"),
            key=((0,),),
        ),
        DraftQuestion(
            "Câu 2",
            "Tổ công đoàn do ai lập?",
            options=("Công đoàn cơ sở", "Công đoàn cấp tỉnh"),
            key=((0,),),
        ),
    ),
    "same_options.aiken.txt": (
        DraftQuestion(
            "Câu 1",
            "Một cộng một bằng mấy?",
            options=("Hai", "hai", ""),
            key=((0,),),
            doubts=(Doubt("no_text", "options"), Doubt("same_options", "options", "Hai")),
        ),
    ),
    "several_lines.aiken.txt": (
        DraftQuestion(
            "Câu 1",
            "Theo Điều lệ Công đoàn Việt Nam, đại hội công đoàn các cấp tổ chức mấy năm một lần?",
            options=("3 năm", "5 năm, kể từ ngày bầu ban chấp hành", "Cả A và B đều sai"),
            key=((1,),),
            fixed_order=True,
        ),
    ),
    "true_false.aiken.txt": (
        DraftQuestion(
            "Câu 1",
            "Công đoàn là tổ chức của người lao động.",
            kind=Kind.TRUE_FALSE,
            options=("Đúng", "Sai"),
            key=((0,),),
        ),
    ),
    "two_answers.aiken.txt": (
        DraftQuestion(
            "Câu 1",
            "Câu thứ nhất?",
            options=("Một", "Hai", "Ba"),
            doubts=(Doubt("many_keys", "key", "A / B"),),
        ),
        DraftQuestion(
            "Câu 2",
            "Câu thứ hai?",
            options=("Một", "Hai", "Ba"),
            doubts=(Doubt("many_keys", "key", "A, C"),),
        ),
    ),
    "unknown_answer.aiken.txt": (
        DraftQuestion(
            "Câu 1",
            "Câu thứ nhất?",
            options=("Một", "Hai"),
            doubts=(Doubt("key_unknown", "key", "E"),),
        ),
        DraftQuestion(
            "Câu 2",
            "Câu thứ hai?",
            options=("Một", "Hai"),
            doubts=(Doubt("key_unknown", "key", "Hai"),),
        ),
    ),
}


@pytest.mark.parametrize("name", READ)
def test_drafts_of_a_file(name: str) -> None:
    assert read_aiken((CORPUS / name).read_bytes(), name) == Imported(READ[name])


def test_corpus_is_read_whole() -> None:
    assert {file.name for file in CORPUS.glob("*.aiken.txt")} == {*READ}


@pytest.mark.parametrize("text", ["Chỉ là văn bản.", "Câu hỏi?\nA. Một\nB. Hai", "::a:: b {T}"])
def test_refusal_of_other_text(text: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_aiken(text.encode(), "a.txt")
    assert refusal.value.code == "not_this_kind"


def test_old_encoding_is_converted() -> None:
    text = (CORPUS / "several_lines.aiken.txt").read_text(encoding="utf-8")
    old = {letter: code for code, letter in TCVN3.items()}
    data = text.translate({ord(letter): code for letter, code in old.items()}).encode("cp1252")
    assert read_aiken(data, "a.txt") == Imported(
        READ["several_lines.aiken.txt"], notes=("converted_tcvn3",)
    )
