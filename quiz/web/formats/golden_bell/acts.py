"""What happens in a Golden Bell round only, in words."""

from collections.abc import Mapping

from quiz.web.formats.telling import TellAct, Touch
from quiz.web.frame.saying_times import still
from quiz.web.rules.saying import words as _

ACTS: Mapping[str, TellAct] = {
    "LifelineUsed": lambda e, q: _("Phao cứu trợ; %(still)s", still=still(e.left_ms)),
}
"""Acts on a question, by the event's name."""
TOUCHES: Mapping[str, Touch] = {
    "LifelineUsed": lambda e: _("Dùng phao cứu trợ"),
    "BellRung": lambda e: _("Rung chuông vàng"),
    "BellTakenBack": lambda e: _("Chuông được thu lại sau khi sửa kết quả"),
}
"""Acts on a contestant, by the event's name."""
