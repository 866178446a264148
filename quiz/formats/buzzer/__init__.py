"""Buzzer ("bấm chuông"): who buzzes first answers, alone."""

from quiz.core.nouns.rules import Format
from quiz.formats.buzzer import commands, events
from quiz.formats.buzzer.evidence import figures
from quiz.formats.buzzer.record import record
from quiz.formats.buzzer.rules import RULES
from quiz.formats.buzzer.settings import Settings
from quiz.formats.buzzer.view import VIEWS

FORMAT = Format(
    name="buzzer",
    rules=RULES,
    settings=Settings,
    events=(
        events.BuzzOpened,
        events.Buzzed,
        events.TurnGiven,
        events.TurnJudged,
        events.TurnEnded,
    ),
    commands=(commands.Buzz, commands.GiveTurn, commands.JudgeTurn),
    views=VIEWS,
    figures=figures,
    record=record,
)
