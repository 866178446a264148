"""What kind of drive a folder lies on: SQLite trusts locks that network drives often only claim."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path, PurePosixPath

NETWORK_TYPES = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph"),
        *("lustre", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"),
    )
)
"""File systems of Linux that reach another machine."""
_REMOTE = 4
"""`DRIVE_REMOTE` of Windows."""
_MOUNTS = Path("/proc/self/mountinfo")
_TRY = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
raw.execute("BEGIN IMMEDIATE")
"""


def is_on_network(folder: Path, platform: str = sys.platform) -> bool:
    """Whether a folder lies on a network drive, as far as this system can tell."""
    if platform == "win32":
        return is_remote(folder.absolute().drive, _drive_type)
    with suppress(OSError):
        return type_of(folder.resolve(), _MOUNTS.read_text(encoding="utf-8")) in NETWORK_TYPES
    return False


def type_of(folder: Path | PurePosixPath, mounts: str) -> str:
    """The type of the file system that a folder lies on, out of Linux' list of mounts."""
    found = {}
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        if after:
            found[_plain(before.split()[4])] = after.split()[0]
    for place in (folder, *folder.parents):
        if str(place) in found:
            return found[str(place)]
    return ""


def _plain(place: str) -> str:
    """A place without the escapes of gaps, tabs, line ends and backslashes."""
    for escape, sign in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        place = place.replace(escape, sign)
    return place


def is_remote(drive: str, type_of_drive: Callable[[str], int]) -> bool:
    """Whether a drive of Windows (`Z:`, or the name of a share) is on another machine."""
    return drive.startswith("\\\\") or type_of_drive(f"{drive}\\") == _REMOTE


def _drive_type(root: str) -> int:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  there on Windows alone
    return int(kernel.GetDriveTypeW(root))


def locks_hold(folder: Path) -> bool:
    """Whether what one program locks in a folder is locked for another; raises OSError."""
    path = folder / "running.trial"
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("BEGIN IMMEDIATE")
            other = [sys.executable, "-c", _TRY, str(path)]
            return subprocess.run(other, stderr=subprocess.DEVNULL, check=False).returncode != 0
    except sqlite3.Error:
        return False
    finally:
        for beside in ("", "-journal"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
