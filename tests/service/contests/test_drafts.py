"""Drafts of contests: started, changed, gone."""

from collections.abc import Callable

import pytest

from quiz.core.errors import Rejected
from quiz.service.contests.drafts import Drafts
from quiz.service.contests.rows import DraftRow
from quiz.service.errors import StorageFailed
from tests.service.fakes import FakeClock, FakeIds


class FakeDrafts:
    """Drafts in memory; `is_full` says that nothing can be stored."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[DraftRow, str]] = {}
        self.is_full = False

    def add(self, row: DraftRow, work: str) -> None:
        if self.is_full:
            raise StorageFailed("disk full")
        self.rows[row.id] = (row, work)

    def listing(self) -> tuple[DraftRow, ...]:
        return tuple(row for row, _ in self.rows.values())

    def work(self, draft_id: str) -> str | None:
        return self.rows[draft_id][1] if draft_id in self.rows else None

    def change(self, draft_id: str, at: int, change: Callable[[str], tuple[str, str]]) -> bool:
        if draft_id not in self.rows:
            return False
        row, work = self.rows[draft_id]
        title, changed = change(work)
        self.rows[draft_id] = (DraftRow(row.id, row.owner, title, row.contest_id, at), changed)
        return True

    def detach(self, draft_id: str) -> None:
        row, work = self.rows[draft_id]
        self.rows[draft_id] = (DraftRow(row.id, row.owner, row.title, "", row.at), work)

    def remove(self, draft_id: str) -> None:
        self.rows.pop(draft_id, None)


def made() -> tuple[Drafts, FakeDrafts, FakeClock]:
    store, clock = FakeDrafts(), FakeClock()
    return Drafts(store, clock=clock, ids=FakeIds()), store, clock


def test_draft_is_started_changed_and_gone() -> None:
    drafts, _, clock = made()
    draft_id = drafts.start("one", owner=7, title="Tên", contest_id="a")
    assert drafts.row(draft_id) == DraftRow(draft_id, 7, "Tên", "a", clock.now())
    drafts.change(draft_id, lambda work: ("Khác", f"{work} more"))
    assert (drafts.work(draft_id), drafts.row(draft_id).title) == ("one more", "Khác")
    drafts.detach(draft_id)
    assert drafts.row(draft_id).contest_id == ""
    drafts.remove(draft_id)
    assert drafts.listing() == ()


@pytest.mark.parametrize(
    "asked",
    [
        lambda drafts: drafts.row("none"),
        lambda drafts: drafts.work("none"),
        lambda drafts: drafts.change("none", lambda work: ("", work)),
    ],
)
def test_draft_that_is_not_there_is_refused(asked: Callable[[Drafts], object]) -> None:
    with pytest.raises(Rejected, match="no_such_draft"):
        asked(made()[0])


def test_draft_that_cannot_be_stored_is_refused() -> None:
    drafts, store, _ = made()
    store.is_full = True
    with pytest.raises(Rejected, match="storage_failed"):
        drafts.start("one", owner=1)
