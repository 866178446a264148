"""Small files that were read wrongly once, each with what is understood of it now.

`cases.yaml` says it in the words of `outcomes.yaml`.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.banks.importing.test_corpus import outcome

HERE = Path(__file__).parent
CASES = HERE / "cases"
OUTCOMES: dict[str, Any] = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))


def test_every_case_has_its_outcome() -> None:
    assert sorted(OUTCOMES) == sorted(file.name for file in CASES.iterdir())


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_case_is_understood_as_its_outcome_says(name: str) -> None:
    assert outcome(CASES / name) == OUTCOMES[name]
