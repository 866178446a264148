import pytest

from quiz.banks.exporting.formats import FORMATS, export
from quiz.core.errors import Rejected
from quiz.service.library.exporting import export_apart
from tests.service.libraries import bank, question


def test_file_written_apart_is_the_one_written_here() -> None:
    made = bank("lan", question("l-1"), question("l-2"))
    assert export_apart(made, "yaml") == export(made, FORMATS["yaml"]).data


def test_format_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Rejected) as refusal:
        export_apart(bank("lan", question("l-1")), "nothing")
    assert refusal.value.code == "not_exported"
