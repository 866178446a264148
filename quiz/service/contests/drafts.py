"""Drafts of contests: kept as they are filled in, so that nothing typed is lost."""

from collections.abc import Callable

from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.service.contests.ports import DraftStore
from quiz.service.contests.rows import DraftRow
from quiz.service.ports import Ids
from quiz.service.refusing import refusing


class Drafts:
    """All drafts; what a draft holds is a text that only its pages can read.

    Everything raises Rejected: `storage_failed`.
    """

    def __init__(self, rows: DraftStore, *, clock: Clock, ids: Ids) -> None:
        self._rows = rows
        self._clock = clock
        self._ids = ids

    def start(self, work: str, *, owner: int, title: str = "", contest_id: str = "") -> str:
        """The id of a new draft; `contest_id` is the contest that it would change."""
        row = DraftRow(self._ids.contest(), owner, title, contest_id, self._clock.now())
        with refusing():
            self._rows.add(row, work)
        return row.id

    def listing(self) -> tuple[DraftRow, ...]:
        """All of them, the last changed first."""
        with refusing():
            return self._rows.listing()

    def row(self, draft_id: str) -> DraftRow:
        """One of them; raises Rejected: `no_such_draft`."""
        for row in self.listing():
            if row.id == draft_id:
                return row
        raise Rejected("no_such_draft")

    def work(self, draft_id: str) -> str:
        """What was filled in; raises Rejected: `no_such_draft`."""
        with refusing():
            work = self._rows.work(draft_id)
        if work is None:
            raise Rejected("no_such_draft")
        return work

    def change(self, draft_id: str, change: Callable[[str], tuple[str, str]]) -> None:
        """Keep the title and the work that `change` makes; raises Rejected: `no_such_draft`."""
        with refusing():
            if not self._rows.change(draft_id, self._clock.now(), change):
                raise Rejected("no_such_draft")

    def detach(self, draft_id: str) -> None:
        """Let a draft make a new contest instead of changing one."""
        with refusing():
            self._rows.detach(draft_id)

    def remove(self, draft_id: str) -> None:
        """Forget a draft; as good as done where there is none."""
        with refusing():
            self._rows.remove(draft_id)
