"""The story of a contest is told row by row, so that whoever reads the rows may rest between."""

from collections.abc import Iterator

from quiz.core.engine.engine import Engine
from quiz.core.evidence.chronicle import RecordedEvent, chronicle
from quiz.core.nouns.actors import UNKNOWN
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest
from quiz.formats import FORMATS
from tests.core.builders import START, Table, plan


class Noting(Engine):
    """An engine that notes how many rows had been taken at each of its steps."""

    def __init__(self) -> None:
        super().__init__(FORMATS)
        self.taken = 0
        self.ahead: list[int] = []

    def rows(self, table: Table) -> Iterator[RecordedEvent]:
        for event in table.events:
            self.taken += 1
            yield RecordedEvent(START, event, UNKNOWN, 0)  # type: ignore[arg-type]

    def evolve(self, contest: Contest | None, event: Event, part: int = 0) -> Contest:
        self.ahead.append(self.taken - len(self.ahead) - 1)
        return super().evolve(contest, event, part)


def test_rows_are_taken_one_by_one() -> None:
    table, engine = Table(plan(), 3), Noting()
    table.open()
    assert chronicle(engine, engine.rows(table)).contest.version == table.contest.version
    assert set(engine.ahead) == {0}
