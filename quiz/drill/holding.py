"""An evening with its server, from the start to the end of both."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from quiz.drill.evening import DrillEvening
from quiz.drill.moments import Moment
from quiz.drill.outcome import EveningOutcome, Strike
from quiz.drill.server import ServerProcess


def hold(
    folder: Path,
    driver: str,
    contest: tuple[str, str, str],
    people: int,
    moments: Counter[Moment],
    luck: random.Random,
    tell: Callable[[Strike], None],
) -> EveningOutcome:
    """One evening on a data folder with a staged contest (its id, PIN and host's token).

    Raises:
        Stuck, RuntimeError: the contest did not go on, or the server did not start.
    """
    contest_id, pin, token = contest
    server = ServerProcess(folder, driver)
    try:
        server.start()
        evening = DrillEvening(server, contest_id, pin, people, luck, tell)
        return asyncio.run(evening.play(token, moments))
    finally:
        with suppress(Exception):
            server.stop()
