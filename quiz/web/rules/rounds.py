"""The rules of a round, in words: a sentence for each of its settings."""

from quiz.core.nouns.state import AskingSettings
from quiz.web.formats import PAGES

TEAM_ANSWER = "team_answer"


def round_rules(format: str, settings: AskingSettings, *, persons: bool = False) -> list[str]:
    """What holds in a round with these settings; nothing of teams where `persons` compete."""
    said = (
        setting.say(settings)
        for name, setting in PAGES[format].settings.items()
        if name != TEAM_ANSWER or not persons
    )
    return [line for line in said if line]
