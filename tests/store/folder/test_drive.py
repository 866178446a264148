from pathlib import Path, PurePosixPath

import pytest

from quiz.store.folder import drive
from quiz.store.folder.drive import NETWORK_TYPES, is_on_network, is_remote, locks_hold, type_of

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home rw,nosuid shared:2 master:5 - nfs4 server:/home rw,vers=4.2
31 30 8:17 / /home/an/USB\040stick rw - vfat /dev/sdb1 rw
32 22 0:50 / /mnt/share rw - cifs //server/share rw
33 22 0:51 / /mnt/cloud rw - fuse.sshfs an@server: rw
34 22 0:52 / /mnt/share rw - ext4 /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind", "is_network"),
    [
        ("/srv/data", "ext4", False),
        ("/home/an/data", "nfs4", True),
        ("/home", "nfs4", True),
        ("/homeless/data", "ext4", False),
        ("/home/an/USB stick/data", "vfat", False),
        ("/mnt/cloud/data", "fuse.sshfs", True),
        ("/mnt/share/data", "ext4", False),
    ],
)
def test_drive_of_a_folder_is_told_from_the_mounts(
    folder: str, kind: str, is_network: bool
) -> None:
    found = type_of(PurePosixPath(folder), MOUNTS)
    assert (found, found in NETWORK_TYPES) == (kind, is_network)


def test_folder_without_mounts_is_of_no_known_type() -> None:
    assert type_of(PurePosixPath("/srv/data"), "") == ""


def test_folder_on_a_network_drive_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mountinfo"
    monkeypatch.setattr(drive, "_MOUNTS", mounts)
    assert is_on_network(tmp_path, "linux") is False
    line = f"30 22 0:40 / {tmp_path.resolve()} rw - nfs4 server:/data rw\n"
    mounts.write_text(line, encoding="utf-8")
    assert is_on_network(tmp_path / "data", "linux") is True


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [("C:", 3, False), ("E:", 2, False), ("Z:", 4, True), (r"\\server\share", 1, True)],
)
def test_drive_of_windows_is_told_by_the_system(name: str, kind: int, expected: bool) -> None:
    asked: list[str] = []

    def type_of_drive(root: str) -> int:
        asked.append(root)
        return kind

    assert is_remote(name, type_of_drive) is expected
    assert asked in ([], [f"{name}\\"])


def test_lock_of_one_program_holds_for_another_and_leaves_nothing(tmp_path: Path) -> None:
    assert locks_hold(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_lock_that_another_program_does_not_see_does_not_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drive, "_TRY", "")
    assert not locks_hold(tmp_path)
