from pathlib import Path

import pytest

from quiz.banks.exporting.formats import FORMATS, export
from quiz.core.errors import Rejected
from quiz.service.apart import Apart
from quiz.service.library.exporting import export_apart
from tests.service.libraries import bank, question


def test_file_written_apart_is_the_one_written_here(tmp_path: Path) -> None:
    made = bank("lan", question("l-1"), question("l-2"))
    assert export_apart(made, "yaml", Apart(tmp_path)) == export(made, FORMATS["yaml"]).data


def test_format_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Rejected) as refusal:
        export_apart(bank("lan", question("l-1")), "nothing", Apart(tmp_path))
    assert refusal.value.code == "not_exported"
