"""Where preparation puts what it makes."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The folders and files of one copy of the program, from its root folder."""

    root: Path

    @property
    def venv(self) -> Path:
        """The environment that holds the Python packages."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The Python of that environment."""
        return python_of(self.venv)

    @property
    def modules(self) -> Path:
        """The tools of developers that npm installs; git ignores the folder."""
        return self.root / "node_modules"

    @property
    def translations(self) -> Path:
        """What the program says in other languages than Vietnamese, as text."""
        return self.root / "translations"

    @property
    def catalogs(self) -> Path:
        """The same as the server reads it; git ignores the folder."""
        return self.root / ".prepared" / "translations"

    @property
    def templates(self) -> Path:
        """What pages are made of, compiled by the first server; git ignores the folder."""
        return self.root / ".prepared" / "templates"

    @property
    def vendor(self) -> Path:
        """The browser files that pages load; git ignores the folder."""
        return self.root / "static" / "vendor"


HERE = Places(Path(__file__).resolve().parents[2])
"""The copy of the program that runs."""


def python_of(venv: Path) -> Path:
    """The interpreter of an environment, on this operating system."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"
