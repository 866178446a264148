import importlib.util
import sys
from pathlib import Path

import pytest

from quiz.prepare import packages, problems, stamp
from quiz.prepare.parts import PACKAGES
from quiz.prepare.places import Places
from quiz.prepare.problems import Unprepared

LOCK = """flask==3.1.3 \\
    --hash=sha256:aa==11
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:bb
"""


def test_locked_names() -> None:
    assert packages.locked_names(LOCK) == ["flask", "colorama"]


@pytest.mark.parametrize(
    "output",
    [
        "Failed to establish a new connection: [Errno 111] Connection refused",
        "Temporary failure in name resolution",
        "ERROR: No matching distribution found for flask==3.1.3",
        "npm error code EAI_AGAIN",
        "npm error code ECONNREFUSED",
    ],
)
def test_output_of_an_installer_without_network(output: str) -> None:
    assert packages.looks_offline(output)


def test_output_of_another_failure() -> None:
    assert not packages.looks_offline("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES")


def test_python_without_venv_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name)
    )

    with pytest.raises(Unprepared) as problem:
        packages.make_venv(tmp_path / ".venv")

    assert str(problem.value) == str(problems.no_venv())


def test_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")

    with pytest.raises(Unprepared) as problem:
        packages.make_venv(file / ".venv")

    assert str(problem.value).startswith(f"Không ghi được vào {file / '.venv'}: ")


def test_python_that_runs_works_and_a_missing_one_does_not(tmp_path: Path) -> None:
    assert packages.works(Path(sys.executable))
    assert not packages.works(tmp_path / "python")


def test_current_stamp_leaves_the_environment_alone(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.python.parent.mkdir(parents=True)
    places.python.write_text("never run")
    lock = tmp_path / "requirements.lock"
    lock.write_text(LOCK)
    version = "{}.{}".format(*sys.version_info[:2])
    stamp.write_stamp(places.venv / "requirements.lock.stamp", stamp.digest([lock], version))

    packages.prepare(places, PACKAGES)

    assert places.python.read_text() == "never run"
