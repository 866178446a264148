"""Files made to keep the reader busy: each ends in questions or in a sentence, and in time."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.banks.importing import bounds
from quiz.banks.importing.any_file import read_any_file
from quiz.banks.importing.doubt_words import UNREADABLE
from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.readers.word.document import lines
from quiz.banks.importing.work import read_work
from quiz.service.library.reading_files import STOPPED
from tests.banks.importing import hostile

ROOT = Path(__file__).parents[3]
BUDGET_S = 6


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of each file, read with so many seconds of the processor."""
    script, work = Path(__file__).with_name("stopped.py"), tmp_path_factory.mktemp("hostile")
    command = [sys.executable, str(script), str(work), str(BUDGET_S)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
    return dict(line.split(": ", 1) for line in said.splitlines())


@pytest.mark.parametrize("name", sorted(hostile.FILES))
def test_file_ends_in_questions_or_in_a_sentence(outcomes: dict[str, str], name: str) -> None:
    read = outcomes[name].endswith(" questions")
    assert read or outcomes[name] in UNREADABLE.keys() - {"too_much_work"}, outcomes[name]


BOUNDED = pytest.mark.skipif(
    sys.platform == "win32", reason="no bound of the processor's time there"
)


def read_apart(folder: Path, program: str) -> int:
    """How a process ends that runs the program and reads a file of the folder."""
    for name, text in (("file", "Ở đâu? {=a ~b}"), ("name", "x.gift"), ("known", "[]")):
        (folder / name).write_text(text, encoding="utf-8")
    whole = (
        "import sys, signal\n"
        "from time import process_time\n"
        "from quiz.banks.importing import reading_apart as apart\n"
        f"{program}"
        "sys.exit(apart.main(sys.argv[1:]))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", whole, str(folder)], check=False, cwd=ROOT
    ).returncode


@BOUNDED
def test_file_that_takes_too_long_is_stopped_and_said(tmp_path: Path) -> None:
    """A reader that goes on for ever, and that takes every error for damage."""
    program = (
        "def forever(data, name):\n"
        "    while True:\n"
        "        try:\n"
        "            pass\n"
        "        except Exception:\n"
        "            pass\n"
        "apart.read_any_file, apart.CPU_S = forever, 2\n"
    )
    assert read_apart(tmp_path, program) == 0
    assert '"unreadable":["too_much_work",""]' in (tmp_path / "work").read_text(encoding="utf-8")


@BOUNDED
def test_reader_that_does_not_hear_that_its_time_is_over_is_killed(tmp_path: Path) -> None:
    program = (
        "def deaf(data, name):\n"
        "    signal.signal(signal.SIGXCPU, signal.SIG_IGN)\n"
        "    while True:\n"
        "        pass\n"
        "apart.read_any_file, apart.CPU_S, apart.SPARE_S = deaf, 1, 1\n"
    )
    assert read_apart(tmp_path, program) in STOPPED


@BOUNDED
def test_pictures_take_none_of_the_time_for_reading(tmp_path: Path) -> None:
    program = (
        "apart.CPU_S, apart.SPARE_S = int(process_time()) + 2, 0\n"
        "whole = apart.with_pictures\n"
        "def slowly(imported, folder):\n"
        "    while process_time() < apart.CPU_S + 2:\n"
        "        pass\n"
        "    return whole(imported, folder)\n"
        "apart.with_pictures = slowly\n"
    )
    assert read_apart(tmp_path, program) == 0
    work = read_work((tmp_path / "work").read_text(encoding="utf-8"))
    assert (work.unreadable, len(work.items)) == (None, 1)


def calls(count: Callable[[str], None], data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        whole = lines.DocumentReading.lines

        def counted(*given: object) -> object:
            count("lines")
            return whole(*given)  # type: ignore[arg-type]

        patch.setattr(lines.DocumentReading, "lines", counted)
        read_any_file(data, "a.docx")


@pytest.mark.parametrize("depth", [4, 40])
def test_text_box_in_a_text_box_is_read_once(depth: int) -> None:
    """They were read by every box around them: twice as often with each one more."""
    seen: list[str] = []
    calls(seen.append, hostile.word(hostile.paragraph(hostile.QUESTION) + hostile.boxes(depth)))
    assert len(seen) == depth + 2


@pytest.mark.parametrize(
    ("options", "length", "code"),
    [
        (bounds.MOST_OPTIONS, 1, ""),
        (bounds.MOST_OPTIONS + 1, 1, "question_too_large"),
        (2, bounds.LONGEST_QUESTION, "question_too_large"),
    ],
)
def test_question_may_be_so_large_and_no_larger(options: int, length: int, code: str) -> None:
    wrong = "".join(f" ~{n}{'x' * length}" for n in range(1, options))
    data = f"Ở đâu? {{=a{wrong}}}".encode()
    if not code:
        assert [len(one.options) for one in read_any_file(data, "a.gift").drafts] == [options]
        return
    with pytest.raises(UnreadableFile) as refused:
        read_any_file(data, "a.gift")
    assert (refused.value.code, refused.value.detail) == (code, "Câu 1")


def test_questions_together_may_be_so_long() -> None:
    one = "Ở đâu? {{=a{0} ~b}}\n\n"
    count = bounds.LONGEST_WHOLE // 40_000 + 1
    with pytest.raises(UnreadableFile) as refused:
        read_any_file((one.format("x" * 40_000) * count).encode(), "a.gift")
    assert refused.value.code == "too_much_text"
