"""Points ("tích điểm"): nobody leaves; a right answer brings points."""

from quiz.core.nouns.rules import Format
from quiz.formats.points.rules import PointsRules
from quiz.formats.points.settings import Settings

FORMAT = Format(name="points", rules=PointsRules(), settings=Settings)
