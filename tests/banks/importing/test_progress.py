"""How far a reading has come."""

import pytest

from quiz.banks.exporting.formats import FORMATS
from quiz.banks.exporting.samples import sample
from quiz.banks.importing.any_file import read_any_file
from quiz.banks.importing.progress import counted, watching


def test_shares_grow_to_the_end_of_the_part() -> None:
    told: list[float] = []
    with watching(told.append):
        assert list(counted(range(101), 101, 0.2, 0.6)) == list(range(101))
    assert told == pytest.approx([0.2, 0.2 + 0.4 * 50 / 101, 0.2 + 0.4 * 100 / 101, 0.6])


def test_wrong_count_never_goes_beyond_the_part() -> None:
    told: list[float] = []
    with watching(told.append):
        list(counted(range(101), 3, 0, 0.5))
    assert told == [0, 0.5, 0.5, 0.5]


def test_nobody_is_told_once_the_watching_is_over() -> None:
    told: list[float] = []
    with watching(told.append):
        pass
    list(counted(range(3), 3, 0, 1))
    assert told == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_how_far_it_is_and_that_it_is_done(name: str) -> None:
    chosen = FORMATS[name]
    data = chosen.write(sample(chosen.carrier.kinds))
    told: list[float] = []
    with watching(told.append):
        read_any_file(data, f"a{chosen.ending}")
    assert told == sorted(told)
    assert told[-1] == 1
