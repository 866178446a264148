import errno
import os
import re
from pathlib import Path

import pytest

from quiz.banks.bank import Bank, Problem
from quiz.banks.files import problem_words
from quiz.banks.files.bank_reader import load_banks, read_bank
from quiz.banks.files.folder import LARGEST
from quiz.cli.bank.english import english
from tests.banks.sample import HEAD, ONE, TEXT, bank


def test_bank_whole() -> None:
    found, problems = read_bank(bank(ONE, TEXT | {"id": "m-002", "topic": "Chữ"}), "m.yaml")
    assert problems == ()
    assert found is not None
    assert found == Bank(
        "sample",
        "Ngân hàng mẫu",
        "Sample bank",
        "Một câu hỏi để thử.",
        "3/2/2020",
        "vi",
        found.questions,
    )
    assert [question.id for question in found.questions] == ["m-001", "m-002"]
    assert found.topics() == ("Số học", "Chữ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem("not_a_bank", "m.yaml", line=1)),
        ("- một\n- hai\n", Problem("not_a_bank", "m.yaml", line=1)),
        (
            "id: [a\ntitle: b\n",
            Problem("yaml_wrong", "m.yaml", detail="did not find expected ',' or ']'", line=2),
        ),
        ("id: \x07\n", Problem("yaml_wrong", "m.yaml", detail="ReaderError")),
        ("[" * 5000, Problem("yaml_deep", "m.yaml", detail="50")),
        (
            HEAD.replace("questions:\n", ""),
            Problem("questions_missing", "m.yaml", field="questions"),
        ),
        (HEAD + "  []\n", Problem("questions_missing", "m.yaml", field="questions")),
        (HEAD + "  - Câu 1\n", Problem("not_a_question", "m.yaml", field="questions", line=8)),
        (
            bank(ONE, head=HEAD.replace("title: Ngân hàng mẫu\n", "")),
            Problem("field_missing", "m.yaml", "", "title", "", 1),
        ),
        (
            bank(ONE, head=HEAD.replace("id: sample", "id: Mẫu")),
            Problem("id_wrong", "m.yaml", "", "id", "Mẫu", 1),
        ),
        (
            bank(ONE, head=HEAD.replace("language: vi", "language: fr")),
            Problem("value_unknown", "m.yaml", "", "language", "fr (vi, en)", 6),
        ),
        (
            bank(ONE, head="author: An\n" + HEAD),
            Problem("field_unknown", "m.yaml", "", "author", "", 1),
        ),
        (
            bank(ONE, head="title: Tên khác\n" + HEAD),
            Problem("field_repeated", "m.yaml", "", "title", "", 1),
        ),
        (
            bank(ONE, ONE | {"text": "Câu khác?"}),
            Problem("id_repeated", "m.yaml", "m-001", "id", "", 18),
        ),
        (
            bank(ONE).replace("    key: B\n", "    key: B\n    key: C\n"),
            Problem("field_repeated", "m.yaml", "m-001", "key", "", 12),
        ),
    ],
)
def test_problem_of_a_file(text: str, problem: Problem) -> None:
    assert read_bank(text, "m.yaml") == (None, (problem,))


def test_problem_of_the_bank_named_without_a_question() -> None:
    text = bank(ONE, head=HEAD.replace("as_of: 3/2/2020", "as_of: hôm nay"))
    assert read_bank(text, "m.yaml") == (
        None,
        (Problem("date_wrong", "m.yaml", "", "as_of", "hôm nay", 5),),
    )


def test_folder_with_good_and_bad_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(bank(ONE), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(bank(ONE | {"key": "Z"}), encoding="utf-8")
    (tmp_path / "c.yaml").write_bytes("id: Mẫu".encode("utf-16"))
    (tmp_path / "d.yaml").mkdir()
    (tmp_path / "notes.md").write_text("không phải ngân hàng", encoding="utf-8")
    banks, problems = load_banks(tmp_path)
    assert [bank.id for bank in banks] == ["sample"]
    assert problems == (
        Problem("key_unknown", "b.yaml", "m-001", "key", "Z (A, B, C, D)", 12),
        Problem("file_not_utf8", "c.yaml"),
        Problem("file_unreadable", "d.yaml", detail=os.strerror(errno.EISDIR)),
    )


def test_folder_with_an_id_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(bank(ONE), encoding="utf-8")
    other = HEAD.replace("id: sample", "id: other")
    (tmp_path / "b.yaml").write_text(bank(ONE, head=other), encoding="utf-8")
    banks, problems = load_banks(tmp_path)
    assert [bank.id for bank in banks] == ["sample"]
    assert problems == (Problem("id_in_other_file", "b.yaml", "m-001", "id", "a.yaml"),)


def test_folder_with_a_file_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert load_banks(tmp_path) == ((), (Problem("file_too_large", "a.yaml", detail="20 MB"),))


def test_folder_missing(tmp_path: Path) -> None:
    assert load_banks(tmp_path / "none") == ((), ())


def test_sentence_names_file_line_question_and_field() -> None:
    problem = Problem("key_unknown", "b.yaml", "m-001", "key", "Z (A, B)", 12)
    assert problem_words.sentence(problem) == (
        "b.yaml, dòng 12, câu hỏi m-001, mục key: không có phương án nào mang tên này: Z (A, B)."
    )
    assert problem_words.sentence(problem, english) == (
        "b.yaml, line 12, question m-001, field key: no option has this name: Z (A, B)."
    )


def test_sentence_for_every_code_that_the_readers_report() -> None:
    source = "".join(
        (Path(problem_words.__file__).parents[1] / name).read_text(encoding="utf-8")
        for name in (
            "files/folder.py",
            "files/illustrated.py",
            "files/keywords.py",
            "files/obstacle.py",
            "pictures/pictures.py",
            "question.py",
            "files/bank_reader.py",
            "files/record.py",
        )
    )
    reported = {
        *re.findall(r'Problem\("(\w+)"', source),
        *re.findall(r'problem\("(\w+)"', source),
        *re.findall(r'Unusable\("(\w+)"', source),
        *re.findall(r'"(\w+_wrong)"', source),
    }
    assert reported == set(problem_words.WORDS)
