"""A contest's rules in words, every setting of every round: what is read out for a complaint."""

from collections.abc import Mapping

from quiz.core.state import AskingSettings
from quiz.web.rules.buzzer import BUZZER
from quiz.web.rules.contest import plan_rules
from quiz.web.rules.golden_bell import GOLDEN_BELL
from quiz.web.rules.points import POINTS
from quiz.web.rules.saying import Said

__all__ = ["OF_A_ROUND", "plan_rules", "round_rules"]

OF_A_ROUND: Mapping[str, Said] = {"golden_bell": GOLDEN_BELL, "points": POINTS, "buzzer": BUZZER}
"""By format."""


def round_rules(format: str, settings: AskingSettings) -> list[str]:
    """What holds in a round with these settings."""
    return [line for say in OF_A_ROUND[format].values() if (line := say(settings))]
