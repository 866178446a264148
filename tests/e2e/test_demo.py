"""`run.py demo` as people start it: it plays to the end, or until a host takes over."""

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.e2e.host import Host, signed_in
from tests.e2e.server import RUN

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the demo with these options more."""
    with ExitStack() as closing:

        def start(*options: str) -> "subprocess.Popen[str]":
            command = [sys.executable, "-X", "prepared", str(RUN), "demo", "--port", "0"]
            command += ["--host", "127.0.0.1", "--speed", "20", *options]
            demo = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
            closing.enter_context(demo)
            closing.callback(demo.send_signal, signal.SIGTERM)
            return demo

        yield start


def read_until(demo: "subprocess.Popen[str]", pattern: str) -> "re.Match[str]":
    """The first of the following lines that has this in it."""
    said = []
    for line in demo.stdout or ():
        if found := re.search(pattern, line):
            return found
        said.append(line)
    raise AssertionError(f"the demo ended without {pattern!r}:\n{''.join(said)}")


def test_demo_plays_by_itself_to_the_end(start: Start) -> None:
    demo = start("--contestants", "12", "--questions", "3", "--leave")
    said, _ = demo.communicate(timeout=120)
    assert demo.returncode == 0
    assert "joined: 12\n" in said
    # Everybody answers or is silent; what reaches the server in time is acknowledged.
    asked = re.findall(r"^Câu (\d+) · Question", said, re.MULTILINE)
    assert asked == ["1", "2", "3"]


def test_demo_leaves_the_contest_to_a_host_who_acts(start: Start) -> None:
    demo = start("--contestants", "5", "--questions", "15")
    link = read_until(demo, r"host\s+(http\S+)")[1]
    url, contest = read_until(demo, r"(http://[^/]+)/host/contests/(\w+)").groups()
    read_until(demo, "joined: 5")
    host = Host(url, contest, signed_in(link))
    try:
        host.act("mute", muted=True)
        read_until(demo, "A host took over for good")
        v = host.view["acted"]
        host.act("mute", muted=False)
        assert host.view["acted"] == v + 1
    finally:
        host.close()
    demo.send_signal(signal.SIGTERM)
    demo.communicate(timeout=30)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{url}/healthz", timeout=5)
