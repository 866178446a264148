"""Reconnecting with back-off, as pages do (`static/js/shared/returning.js`)."""

import random

SOONEST_S, SHORT_S, LONGEST_S = 0.25, 0.5, 3.0


def pause_s(failures: int, within_s: float, luck: random.Random) -> float:
    """How long to wait before the next try, after so many that failed.

    `within_s` is over how long the server told all phones to spread.
    """
    if failures == 0:
        return SOONEST_S + luck.random() * max(SHORT_S, within_s)
    growing = max(SHORT_S, within_s / 4) * 2.0**failures
    return luck.uniform(0.5, 1.0) * min(max(LONGEST_S, within_s), growing)
