"""How phones get in, kept in the data folder as text."""

import json
from dataclasses import asdict
from pathlib import Path

from quiz.service.way_in import WayIn
from quiz.store.folder.private import private_file

FILE_NAME = "way-in.json"


class FileWayIn:
    """Of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def read(self) -> WayIn | None:
        """What was kept; None where nothing was, or nothing that can be read."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            return WayIn(*(str(kept[name]) for name in ("url", "wifi", "password")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, way_in: WayIn) -> None:
        """Keep it, whole or not at all; raises OSError."""
        draft = self._path.with_suffix(".new")
        private_file(draft)
        draft.write_text(json.dumps(asdict(way_in), ensure_ascii=False), encoding="utf-8")
        draft.replace(self._path)
