"""Who did an act, in words."""

from collections.abc import Callable
from functools import cache

from quiz.core import actors
from quiz.core.actors import Actor, Doer
from quiz.web.desk import desk
from quiz.web.rules.saying import words as _

Who = Callable[[Actor], str]


def who_said() -> Who:
    """How to say who did an act, for one page or file: each account is looked up once."""
    return cache(_who)


def _who(actor: Actor) -> str:
    doer, number = actors.read(actor)
    match doer:
        case Doer.ACCOUNT:
            return _account(actor, number)
        case Doer.SEAT:
            return _("Thí sinh số %(n)s", n=number)
        case Doer.GRANT:
            return _("Người được giao việc (%(actor)s)", actor=actor)
        case Doer.TIMER:
            return _("Đồng hồ")
        case Doer.RULE:
            return _("Luật thi")
        case Doer.UNKNOWN:
            return _("Không rõ")


def _account(actor: Actor, number: int) -> str:
    """An account by its name, where there still is one."""
    account = desk().accounts.get(number)
    if account is None:
        return _("Tài khoản cũ (%(actor)s)", actor=actor)
    return _("Người dẫn: %(name)s (%(actor)s)", name=account.name, actor=actor)
