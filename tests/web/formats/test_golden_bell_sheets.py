"""What the audience chose to help stands in the record of who chose it."""

from quiz.core.nouns.model import Pool
from quiz.core.nouns.rules import Received
from quiz.formats.golden_bell.commands import GiveHelp, UseLifeline
from quiz.formats.golden_bell.events import HelpGiven
from quiz.formats.golden_bell.record import record
from quiz.web.formats.golden_bell.sheets import sheets
from tests.core.builders import Table, plan
from tests.web.conftest import Site


def test_help_is_a_row_of_who_gave_it(site: Site) -> None:
    table = Table(plan(3, rescues=[]), 3)
    table.ask(1)
    table.open()
    table.act(UseLifeline(0))
    table.do(GiveHelp(2, Pool.MAIN, 2, (1,)))
    (event,) = (each for each in table.events if isinstance(each, HelpGiven))
    (row,) = record(table.contest, [Received("Vòng", table.asked, event)])["help"]
    assert (row.number, row.ordinal, row.answer, row.at) == (2, 2, "B", table.now)
    fields = {name: getattr(row, name) for name in row.__slots__}
    with site.app.test_request_context():
        ((title, head, rows),) = sheets({"help": [fields | {"at": "2026-07-28T02:00:00Z"}]})
        assert sheets({}) == []
    (line,) = rows
    assert (title, head[5], line[0], line[5]) == ("Khán giả giúp", "Đã chọn", 2, "B")
