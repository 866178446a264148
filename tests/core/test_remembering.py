from weakref import ref

from quiz.core.remembering import KEPT, Same, lasting, remembered


class Worked:
    """Counts how often something was worked out."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *things: list[int]) -> list[int]:
        self.times += 1
        return [sum(thing) for thing in things]


def test_same_things_are_the_very_same_objects() -> None:
    one, twin = [1], [1]
    assert Same(one, None) == Same(one, None)
    assert Same(one) != Same(twin)
    assert Same(one) != Same(one, one)
    assert Same(one) != one


def test_result_is_worked_out_once_for_the_same_objects() -> None:
    worked = Worked()
    known = remembered(worked)
    one, twin = [1, 2], [1, 2]
    assert known(one) is known(one)
    assert (known(twin), worked.times) == ([3], 2)


def test_older_results_are_forgotten() -> None:
    worked = Worked()
    known = remembered(worked)
    things = [[number] for number in range(KEPT + 1)]
    for thing in things:
        known(thing)
    known(things[-1])
    assert worked.times == KEPT + 1
    assert (known(things[0]), worked.times) == ([0], KEPT + 2)


class Thing:
    """Something that can be told to be gone."""


def test_what_lasts_is_worked_out_once_for_each_thing() -> None:
    worked: list[Thing] = []

    def work(thing: Thing) -> int:
        worked.append(thing)
        return len(worked)

    known = lasting(work)
    one, twin = Thing(), Thing()
    assert [known(one), known(twin), known(one), known(twin)] == [1, 2, 1, 2]
    assert worked == [one, twin]


def test_what_lasts_goes_with_its_thing() -> None:
    known = lasting(lambda thing: Thing())
    thing = Thing()
    made = ref(known(thing))
    assert made() is known(thing)
    del thing
    assert made() is None
