from pathlib import Path

import pytest

from quiz.banks.importing.readers import aiken_reader
from quiz.cli.bank.bank_export import main
from tests.banks.sample import NUMBER, ONE, bank

DROPPED = (
    "tính đến, căn cứ, độ khó, giải thích, mã, điểm, số giây, tình trạng nguồn, chủ đề",
    "as of, citation, difficulty, explanation, id, points, seconds, source status, topic",
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "mau.yaml"
    path.write_text(bank(ONE, NUMBER | {"id": "m-002"}), encoding="utf-8")
    return path


def test_export_tells_what_was_left_out(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mau.aiken.txt"
    assert main([str(sample), str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Đã ghi 1/2 câu hỏi vào {file}",
        f"Wrote 1 of 2 questions to {file}",
        f"Định dạng này không giữ: {DROPPED[0]}",
        f"This format does not keep: {DROPPED[1]}",
        "Câu hỏi không ghi được · questions left out:",
        "  m-002: định dạng này không có loại câu hỏi «number».",
        "    m-002: is of a kind that this format does not have: “number”.",
    ]
    drafts = aiken_reader.read_aiken(file.read_bytes(), file.name).drafts
    assert [draft.text for draft in drafts] == ["Một cộng một bằng mấy?"]


def test_export_of_everything_says_no_more(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "khac.txt"
    assert main([str(sample), str(file), "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Đã ghi 2/2 câu hỏi vào {file}",
        f"Wrote 2 of 2 questions to {file}",
    ]


def test_export_to_an_unknown_format(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(sample), str(tmp_path / "mau.txt")]) == 1
    assert "Không rõ định dạng nào: mau.txt." in capsys.readouterr().err


def test_export_of_a_bank_with_a_problem(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.write_text(bank(ONE | {"key": "Z"}), encoding="utf-8")
    assert main([str(sample), str(tmp_path / "mau.csv")]) == 1
    assert capsys.readouterr().err == (
        "mau.yaml, dòng 12, câu hỏi m-001, mục key: không có phương án nào mang tên này: "
        "Z (A, B, C, D).\n"
    )


def test_export_does_not_replace_a_file_unless_told(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mau.csv"
    file.write_bytes(b"cu")
    assert main([str(sample), str(file)]) == 1
    assert file.read_bytes() == b"cu"
    assert f"Đã có tệp {file}." in capsys.readouterr().err
    assert main([str(sample), str(file), "--overwrite"]) == 0
    assert file.read_bytes() != b"cu"


def test_export_to_a_folder_that_is_not_there(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none" / "mau.csv"
    assert main([str(sample), str(file)]) == 1
    assert f"Không ghi được tệp {file}" in capsys.readouterr().err
