import re
from pathlib import Path

import pytest

from quiz.cli.protocol import written as fresh
from quiz.live.protocol.protocol_page import CONNECTION, REFUSALS

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("path", ["docs/protocol.md", "static/js/shared/protocol.d.ts"])
def test_written_protocol_is_fresh(path: str) -> None:
    written = (ROOT / path).read_text(encoding="utf-8")
    assert written == fresh()[ROOT / path], "run: python3 run.py protocol"


def test_every_code_of_the_rules_and_sockets_is_documented() -> None:
    raised: set[str] = set()
    for pattern in (
        "core/**/*",
        "formats/**/*",
        "live/**/*",
        "service/contests/*",
        "transport/**/*",
    ):
        for file in (ROOT / "quiz").glob(f"{pattern}.py"):
            text = file.read_text(encoding="utf-8")
            raised |= set(re.findall(r'(?:Rejected|NotAdmitted|refusal)\("(\w+)"', text))
    of_creation = {"bad_plan", "bad_settings", "no_such_draft", "no_such_format"}
    assert raised - of_creation - REFUSALS.keys() - CONNECTION.keys() == set()
