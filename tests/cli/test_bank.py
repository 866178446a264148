import re
from pathlib import Path

import pytest

from quiz.banks.files import bank_reader
from quiz.banks.importing.readers.sheet import cells
from quiz.cli.bank import main
from tests.banks.importing.books import book

HEADER = ("Câu hỏi", "A", "B", "Đáp án", "Giải thích")
GOOD = ("Ai?", "Một", "Hai", "B", "Vì thế.")
DOUBTFUL = ("Gì?", "Một", "Hai", "", "")
BANKS = Path(__file__).resolve().parents[2] / "question_banks"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "Câu hỏi luật.xlsx"
    path.write_bytes(book([HEADER, GOOD]))
    return path


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book([HEADER, GOOD, DOUBTFUL]))
    return path


def test_import_shows_every_question_as_understood(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(good)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Đang đọc · Reading: Câu hỏi luật.xlsx",
        "",
        "dòng 2 [one]: Ai?",
        "    A. Một",
        "  * B. Hai",
        "    Vì thế.",
        "1 câu hỏi, 0 câu cần xem · 1 questions, 0 with doubts",
    ]


def test_import_shows_on_a_terminal_how_far_it_is(
    good: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    # Another test may have read the very same bytes a moment ago.
    cells.of_workbook.cache_clear()
    assert main(["import", str(good)]) == 0
    first, *_ = capsys.readouterr().out.split("\ndòng 2")
    assert first.splitlines()[0] == "Đang đọc · Reading: Câu hỏi luật.xlsx"
    assert re.findall(r"\r\033\[K(\d*%?)", first) == ["0%", "80%", "80%", "100%", ""]


def test_import_says_what_is_doubtful_and_writes_nothing(
    doubtful: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.yaml"
    assert main(["import", str(doubtful), "--out", str(out)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert "  ! dòng 3, đáp án: chưa có đáp án." in said
    assert said[-1] == "Chưa ghi tệp nào; xem --keep-good · Nothing was written; see --keep-good"
    assert not out.exists()


def test_import_writes_a_bank_that_can_be_read(good: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.yaml"
    assert main(["import", str(good), "--out", str(out)]) == 0
    bank, problems = bank_reader.load_bank(out)
    assert problems == ()
    assert bank is not None
    assert (bank.id, bank.title) == ("cau-hoi-luat", "Câu hỏi luật")
    (question,) = bank.questions
    assert (question.id, question.text, question.key) == ("cau-hoi-luat-001", "Ai?", ((1,),))
    assert (question.citation, question.source_status) == (
        "Tệp Câu hỏi luật.xlsx, dòng 2",
        "secondary",
    )
    assert main(["check", str(out)]) == 0


def test_import_keeps_the_good_ones_when_asked(doubtful: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.yaml"
    assert main(["import", str(doubtful), "--out", str(out), "--keep-good"]) == 1
    bank, _ = bank_reader.load_bank(out)
    assert bank is not None
    assert [question.text for question in bank.questions] == ["Ai?"]


def test_import_never_replaces_a_file_unasked(good: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.yaml"
    out.write_text("mine", encoding="utf-8")
    assert main(["import", str(good), "--out", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["import", str(good), "--out", str(out), "--overwrite"]) == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", None])
def test_import_of_a_file_that_cannot_be_read(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.docx"
    if content is not None:
        file.write_bytes(content)
    assert main(["import", str(file)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_check_of_the_bundled_banks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, sorted(BANKS.iterdir()))]) == 0
    assert capsys.readouterr().out.endswith("0 problems\n")


def test_check_names_every_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("id: a\nlanguage: vi\n", encoding="utf-8")
    assert main(["check", str(file), str(tmp_path / "none.yaml")]) == 1
    said = capsys.readouterr().out
    assert "a.yaml, dòng 1, mục title: chưa điền hoặc còn chỗ trống." in said
    assert "none.yaml: không mở được tệp" in said


def test_check_finds_an_id_of_another_file(good: Path, tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        assert main(["import", str(good), "--out", str(tmp_path / name)]) == 0
    assert main(["check", str(tmp_path / "one.yaml")]) == 0
    assert main(["check", str(tmp_path)]) == 1


def test_unknown_command_shows_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sell"]) == 2
    assert main([]) == 2
    assert "import" in capsys.readouterr().err
