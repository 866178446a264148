"""Who did an act, in words."""

from collections.abc import Callable
from functools import cache

from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor, Doer
from quiz.service.people.roles import Role
from quiz.web.frame.desk import desk
from quiz.web.people.saying_roles import NAMES
from quiz.web.rules.saying import words as _

Who = Callable[[Actor], str]


def who_said(contest_id: str) -> Who:
    """How to say who did an act in this contest, for one page or file: looked up once each."""
    return cache(lambda actor: _who(contest_id, actor))


def _who(contest_id: str, actor: Actor) -> str:
    doer, number = actors.read_actor(actor)
    match doer:
        case Doer.ACCOUNT:
            return _account(number)
        case Doer.SEAT:
            return _("Thí sinh số %(n)s", n=number)
        case Doer.GRANT:
            return _grant(contest_id, number)
        case Doer.TIMER:
            return _("Đồng hồ")
        case Doer.RULE:
            return _("Luật thi")
        case Doer.UNKNOWN:
            return _("Không rõ")


def _account(number: int) -> str:
    """An account by its name, where there still is one."""
    account = desk().accounts.get(number)
    return _("Người dẫn %(name)s", name=account.name) if account else _("Tài khoản cũ")


def _grant(contest_id: str, number: int) -> str:
    """A role handed out, and to whom as long as the name is kept; taken back ones too."""
    grant = next((each for each in desk().grants.of(contest_id) if each.id == number), None)
    if grant is None or grant.role not in NAMES:
        return _("Người được giao vai")
    role = NAMES[Role(grant.role)]
    return _("%(role)s: %(who)s", role=role, who=grant.who) if grant.who else str(role)
