"""The rules of a round, in words: a sentence for each of its settings."""

from quiz.core.state import AskingSettings
from quiz.web.formats import PAGES


def round_rules(format: str, settings: AskingSettings) -> list[str]:
    """What holds in a round with these settings."""
    said = (setting.say(settings) for setting in PAGES[format].settings.values())
    return [line for line in said if line]
