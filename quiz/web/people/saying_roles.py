"""The roles that can be handed out, in words."""

from flask_babel import LazyString, lazy_gettext

from quiz.service.people.roles import Role

_ = lazy_gettext

NAMES = {
    Role.COHOST: _("Người dẫn thứ hai"),
    Role.PROMPTER: _("MC"),
    Role.PROJECTOR: _("Máy chiếu"),
}
DOES = {
    Role.COHOST: _("mở bàn điều khiển và dẫn cuộc thi"),
    Role.PROMPTER: _("xem lời dẫn, câu hỏi, và đáp án sau khi khóa"),
    Role.PROJECTOR: _("chiếu màn hình của hội trường"),
}


def does(role: Role) -> LazyString:
    """A role by its name and what it may do."""
    return _("%(role)s: %(does)s", role=NAMES[role], does=DOES[role])
