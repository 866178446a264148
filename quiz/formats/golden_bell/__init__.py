"""Golden Bell ("Rung chuông vàng"): a wrong answer and you leave; the last one rings the bell.

Rules and defaults follow the custom of Vietnamese contests: 15 s, rescue at most twice, the
question that everybody gets wrong spares all once, reserve questions when several are left.
"""

from quiz.core.nouns.rules import Format
from quiz.formats.golden_bell import commands, events
from quiz.formats.golden_bell.record import record
from quiz.formats.golden_bell.rules import GoldenBellRules
from quiz.formats.golden_bell.settings import Settings
from quiz.formats.golden_bell.view import VIEWS

FORMAT = Format(
    name="golden_bell",
    rules=GoldenBellRules(),
    settings=Settings,
    events=(
        events.RescueOpened,
        events.RescueDeclined,
        events.LifelineUsed,
        events.HelpGiven,
        events.HelpClosed,
        events.BellRung,
        events.BellTakenBack,
    ),
    commands=(
        commands.OpenRescue,
        commands.PickRescued,
        commands.DeclineRescue,
        commands.UseLifeline,
        commands.GiveHelp,
    ),
    views=VIEWS,
    eliminates=True,
    record=record,
    refusals={
        "no_rescue_left": "all rescues were used",
        "nobody_to_rescue": "those named are not off the floor, or nobody was named",
    },
)
