"""Words that the scripts of a points round show."""

from flask_babel import lazy_gettext as _

from quiz.web.words import Words

PROJECTOR: Words = {
    "format_points": _("Không ai rời sàn. Mỗi câu đúng được cộng điểm."),
}

HOST: Words = {
    "format.points": _("Không ai rời sàn. Mỗi câu đúng được cộng điểm."),
}
