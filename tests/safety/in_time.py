"""`python -m tests.safety.in_time`: a question of 10 s for 300 phones, with a flood beside it.

Prints one row for each flood: how many answers that were given in time were recorded, how many the
host saw counted, and their acknowledgement times (ms). The first row is without a flood.
"""

import multiprocessing
import sys
import tempfile
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import websocket

from quiz.bots.tally import percentile
from tests.safety.floods import FLOODS, Flood, seats_of, target_of
from tests.safety.hall import Lobby
from tests.safety.target import Target
from tests.safety.wires import Socket

PHONES, SECONDS = 300, 10
FIRST_S, LAST_S = 0.3, 9.0
"""When the first and the last of them answers, after the clock has begun."""
BEFORE_S = 1.0
"""How long a flood goes on before the question is shown."""


def answers(hall: Lobby) -> tuple[list[float], Counter[str]]:
    """Have all answer, each at a moment of its own.

    Acknowledgement times (ms) of the recorded; how many others there were, by the code or error.
    """
    took_ms: list[float] = []
    others: Counter[str] = Counter()
    began_s = hall.host.view["hall"]["clock"]["opens_at"] / 1000
    apart_s = (LAST_S - FIRST_S) / len(hall.phones)

    def answer(phone: Socket, at_s: float) -> None:
        time.sleep(max(0.0, at_s - time.time()))
        message = {"id": uuid.uuid4().hex, "pool": "main", "ordinal": 1, "answer": [0]}
        began = time.monotonic()
        try:
            reply = phone.call("/play", "answer", message)
        except (AssertionError, OSError, websocket.WebSocketException) as problem:
            reply = {"ok": False, "code": str(problem)}
        if reply["ok"]:
            took_ms.append((time.monotonic() - began) * 1000)
        else:
            others[reply["code"]] += 1

    with ThreadPoolExecutor(len(hall.phones)) as threads:
        for place, phone in enumerate(hall.phones):
            threads.submit(answer, phone, began_s + FIRST_S + place * apart_s)
    return took_ms, others


def go_on(flood: Flood, target: Target, size: int) -> None:
    """One flood after the other."""
    while True:
        flood(target, size)


def row(flood: Flood | None, size: int) -> str:
    """Ask the question beside this flood."""
    with tempfile.TemporaryDirectory() as folder:
        hall = Lobby(Path(folder), phones=PHONES, seconds=SECONDS)
        if flood is not None:
            target = target_of(hall, seats_of(flood, size))
            # A fork would hold the phones' connections too.
            attack = multiprocessing.get_context("spawn").Process(
                target=go_on, args=(flood, target, size)
            )
            attack.start()
            time.sleep(BEFORE_S)
        hall.host.go_to("close")
        took_ms, others = answers(hall)
        hall.host.until(lambda: hall.host.step == "reveal")
        counted = hall.host.counts["answered"]
        if flood is not None:
            attack.kill()
        hall.close()
    name = flood.__name__ if flood else "quiet"
    times = f"{percentile(took_ms, 0.5)} / {percentile(took_ms, 0.99)}"
    told = ", ".join(
        [f"{len(took_ms)} of {PHONES}", *(f"{n} × {why}" for why, n in others.items())]
    )
    return f"| {name} | {size} | {told} | {counted} | {times} |"


def main(names: list[str]) -> int:
    """Print the table of these floods, or of all."""
    print("| flood | size | recorded in time | counted | acknowledged p50 / p99 |")
    print("|---|---|---|---|---|")
    print(row(None, 0), flush=True)
    for flood, (_, size) in FLOODS.items():
        if not names or flood.__name__ in names:
            print(row(flood, size), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
