"""Banks whose questions name pictures beside the file."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from quiz.banks.bank import Problem
from quiz.banks.files.illustrated import load_all_illustrated, load_illustrated
from quiz.banks.pictures.pictures import prepared
from tests.banks.drawn import bomb, drawing, saved
from tests.banks.sample import ONE, bank

GOOD = saved(drawing(), "PNG")
WITH_ONE = ONE | {"picture": "huy-hieu.png"}


def put(folder: Path, text: str, **pictures: bytes) -> Path:
    """A bank file with pictures beside it (`_` stands for `.`)."""
    for name, data in pictures.items():
        (folder / name.replace("_", ".").replace("huy.hieu", "huy-hieu")).write_bytes(data)
    file = folder / "bank.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_questions_name_the_prepared_picture(tmp_path: Path) -> None:
    questions = (WITH_ONE, WITH_ONE | {"id": "m-002"}, ONE | {"id": "m-003"})
    put(tmp_path, bank(*questions), huy_hieu_png=GOOD)
    picture = prepared(GOOD)

    banks, found, problems = load_all_illustrated(tmp_path)

    assert problems == ()
    assert found == {picture.name: picture.data}
    assert [each.picture for each in banks[0].questions] == [picture.name, picture.name, ""]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<svg/>", "picture_unknown"),
        (GOOD[:-40], "picture_damaged"),
        (bomb(50_000, 50_000), "picture_too_many_pixels"),
    ],
)
def test_unusable_picture_is_a_problem_of_its_bank(tmp_path: Path, data: bytes, code: str) -> None:
    file = put(tmp_path, bank(WITH_ONE, WITH_ONE | {"id": "m-002"}), huy_hieu_png=data)
    problem = Problem(code, "bank.yaml", "m-001", "picture", "huy-hieu.png")

    assert load_illustrated(file) == (None, (problem,))
    assert load_all_illustrated(tmp_path) == ((), {}, (problem,))


def test_missing_picture_is_a_problem_of_its_bank(tmp_path: Path) -> None:
    file = put(tmp_path, bank(WITH_ONE))

    assert load_illustrated(file)[1] == (
        Problem("picture_missing", "bank.yaml", "m-001", "picture", "huy-hieu.png"),
    )


def test_picture_too_large_is_not_read(tmp_path: Path) -> None:
    file = put(tmp_path, bank(WITH_ONE), huy_hieu_png=b"")
    os.truncate(tmp_path / "huy-hieu.png", 20 * 1024 * 1024 + 1)

    assert [problem.code for problem in load_illustrated(file)[1]] == ["picture_too_large"]


def test_ending_does_not_matter(tmp_path: Path) -> None:
    file = put(tmp_path, bank(WITH_ONE), huy_hieu_png=saved(drawing(), "GIF"))
    found, problems = load_illustrated(file)

    assert problems == ()
    assert found is not None


def test_bank_with_other_problems_says_those(tmp_path: Path) -> None:
    file = put(tmp_path, bank(WITH_ONE | {"difficulty": "9"}))

    assert [problem.code for problem in load_illustrated(file)[1]] == ["number_out_of_range"]


def test_prepared_picture_is_what_is_sent(tmp_path: Path) -> None:
    put(tmp_path, bank(WITH_ONE), huy_hieu_png=GOOD)
    (data,) = load_all_illustrated(tmp_path)[1].values()

    assert Image.open(io.BytesIO(data)).format == "WEBP"
