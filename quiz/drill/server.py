"""The real server as a process of its own, which a drill or a test may kill and start again."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

RUN = Path(__file__).resolve().parents[2] / "run.py"
LINK = re.compile(r"https?://\S+/host/enter/\S+")
PATIENCE_S = 40


class ServerProcess:
    """`run.py serve` on a data folder; the first start picks the port, later ones keep it.

    `files` is how many files the machine lets it open, 0: as many as here; `run` is the program.
    """

    def __init__(
        self, data: Path, driver: str = "eventlet", files: int = 0, run: Path = RUN
    ) -> None:
        self.data = data
        self._run = run
        self._files = files
        self.url = ""
        self.link = ""
        self.said: list[str] = []
        self._driver = driver
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start, and return once the server is ready."""
        port = self.url.rpartition(":")[2] or "0"
        command = [sys.executable, "-X", "prepared", str(self._run), "serve", "--host", "127.0.0.1"]
        command += ["--port", port, "--data", str(self.data), "--driver", self._driver]
        with (self.data / "server.log").open("a") as log:
            self._process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
                preexec_fn=self._limit_files if self._files else None,
            )
        self.link = ""
        ready = threading.Event()
        threading.Thread(target=self._listen, args=(self._process, ready), daemon=True).start()
        deadline = time.monotonic() + PATIENCE_S
        while not ready.wait(0.1):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server did not start:\n{self.log()}")

    def _limit_files(self) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (self._files, self._files))

    def _listen(self, process: subprocess.Popen[str], ready: threading.Event) -> None:
        """Read what the server prints, to its end."""
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                self.said.append(line)
                if line.startswith("READY "):
                    self.url = line.removeprefix("READY ").strip()
                elif found := LINK.search(line):
                    self.link = found[0]
                    ready.set()

    @property
    def pid(self) -> int:
        """The process now running."""
        assert self._process is not None
        return self._process.pid

    def log(self) -> str:
        """What the server wrote to its error output."""
        return (self.data / "server.log").read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End the server as a power cut would."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """End the server as Ctrl+C does."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
