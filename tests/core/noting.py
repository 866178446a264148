"""A contest played by hand whose journal is kept, with the time of each row."""

from quiz.core.evidence.chronicle import RecordedEvent
from quiz.core.evidence.figures import ContestantFigures, Figures
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan
from quiz.formats import FORMATS
from tests.core.builders import Table, whose


class NotedTable(Table):
    """A table with the rows of its journal."""

    def __init__(self, made: Plan, people: int = 0) -> None:
        self.rows: list[RecordedEvent] = []
        super().__init__(made, people)

    def do(self, command: c.Command) -> None:
        so_far = len(self.events)
        super().do(command)
        self.rows += [
            RecordedEvent(self.now, event, whose(command), part)  # type: ignore[arg-type]
            for part, event in enumerate(self.events[so_far:])
        ]

    def later(self, ms: int) -> None:
        self.now += ms

    def figures(self) -> Figures:
        return Figures(FORMATS, self.rows)

    def of(self, number: int) -> ContestantFigures:
        found = self.figures().of(number)
        assert found is not None
        return found
