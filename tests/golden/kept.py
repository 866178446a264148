"""A version's golden folder: the data as it wrote them, its journals as text, what is expected.

Functions take the folder of the version.
"""

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILE = "contests.db"
WIDTH = 110


def versions() -> list[Path]:
    """The folders that the versions have left."""
    return sorted(path.parent for path in HERE.glob(f"*/{FILE}.gz"))


def unpacked(version: Path, folder: Path) -> Path:
    """Put a copy of a version's data into a folder; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(gzip.decompress((version / f"{FILE}.gz").read_bytes()))
    return folder


def pack(version: Path, folder: Path) -> None:
    """Keep a data folder as this version's."""
    packed = gzip.compress((folder / FILE).read_bytes(), mtime=0)
    (version / f"{FILE}.gz").write_bytes(packed)


def expected(version: Path, name: str) -> Any:
    """What the version expects of this name."""
    return json.loads((version / f"{name}.json").read_text(encoding="utf-8"))


def expect(version: Path, name: str, value: Any) -> None:
    """Write down what is expected."""
    write(version, f"{name}.json", f"{laid_out(value)}\n")


def write(version: Path, name: str, text: str) -> None:
    """One file of the version's folder, lines ending as on every machine."""
    (version / name).write_text(text, encoding="utf-8", newline="\n")


def laid_out(value: Any, margin: str = "") -> str:
    """JSON in which what is short stands on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(margin) + len(line) <= WIDTH or not isinstance(value, dict | list):
        return line
    inner = f"{margin} "
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(name, ensure_ascii=False)}: {laid_out(held, inner)}"
            for name, held in value.items()
        ]
        return "{\n" + ",\n".join(inner + part for part in parts) + f"\n{margin}}}"
    parts = [laid_out(held, inner) for held in value]
    return "[\n" + ",\n".join(inner + part for part in parts) + f"\n{margin}]"


def journal(folder: Path, contest_id: str) -> list[str]:
    """The rows of a contest as they stand in the file, one line of JSON each, the data last."""
    query = "SELECT * FROM journal WHERE contest_id = ? ORDER BY version"
    lines = []
    with closing(sqlite3.connect(folder / FILE)) as raw:
        rows = raw.execute(query, (contest_id,))
        columns = [column for column, *_ in rows.description]
        for row in rows:
            found = dict(zip(columns, row, strict=True))
            data = found.pop("data")
            del found["contest_id"]
            head = json.dumps(found, ensure_ascii=False)
            lines.append(f'{head[:-1]}, "data": {data}}}')
    return lines


def contests(version: Path) -> list[str]:
    """The ids of the contests that the version left."""
    return sorted(path.stem for path in version.glob("*.jsonl"))


def written(version: Path, contest_id: str) -> list[str]:
    """The same lines as the version wrote them down."""
    text = (version / f"{contest_id}.jsonl").read_text(encoding="utf-8")
    return text.split("\n")[:-1]


def as_then(then: Any, now: Any) -> Any:
    """What is now, without the fields that objects have got since."""
    if isinstance(then, dict) and isinstance(now, dict):
        return {name: as_then(held, now[name]) for name, held in then.items() if name in now}
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [as_then(*pair) for pair in zip(then, now, strict=True)]
    return now
