"""What a drill's host puts right about the question asked last."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

OPTIONS = 4


def choose(log: Sequence[Mapping[str, Any]], luck: random.Random) -> Mapping[str, object] | None:
    """An act that corrects the last question of a console's log; None while there is none."""
    asked = [row for row in log if row["kind"] == "asked"]
    if not asked:
        return None
    row = asked[-1]
    place = {"round": row["round"], "entry": row["entry"]}
    answer = [luck.randrange(OPTIONS)]
    acts: list[dict[str, object]] = [
        {"act": "correct_key", "key": [answer]},
        {"act": "accept_answer", "answer": answer},
        {"act": "void", "voided": not row["voided"]},
    ]
    for number, right in row["judged"]:
        acts.append({"act": "correct_judgement", "number": number, "right": not right})
    return {**place, **luck.choice(acts)}
