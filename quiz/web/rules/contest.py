"""What holds in every round of a contest, in words."""

from quiz.core.nouns.model import Plan
from quiz.core.question.timing import lead_ms
from quiz.web.rules.saying import Sayings
from quiz.web.rules.saying import words as _


def plan_rules(plan: Plan, people: int) -> list[str]:
    """What holds in every round of a contest with so many contestants."""
    said = [say(plan) for say in OF_THE_PLAN.values()]
    instant = _(
        "Câu hỏi hiện cùng một lúc trên mọi máy, vào thời điểm máy chủ định trước %(ms)s ms.",
        ms=lead_ms(plan, people),
    )
    return [*fixed(), instant, *(line for line in said if line)]


def fixed() -> list[str]:
    """What nobody can set otherwise."""
    return [
        _("Mọi thời gian lấy theo đồng hồ của máy chủ, không lấy theo điện thoại."),
        _("Câu trả lời đến máy chủ sau hạn thì bị từ chối, không ghi vào sổ và không được tính."),
        _(
            "Điện thoại hỏng: ban tổ chức nhập thay đáp án thí sinh giơ lên, trước khi công bố; "
            "đáp án nhập thay không được bù độ trễ mạng."
        ),
        _("Mỗi lần sửa đáp án hay bỏ câu, kết quả của mọi người được tính lại từ đầu."),
    ]


def _credit(plan: Plan) -> str:
    if not plan.credit_ms:
        return _("Thời gian trả lời không được bù độ trễ mạng.")
    return _(
        "Thời gian trả lời được bù độ trễ mạng: trừ đi nửa vòng đi và về của tin, do máy chủ tự "
        "đo, nhiều nhất %(ms)s ms. Hạn trả lời thì không được bù.",
        ms=plan.credit_ms,
    )


def _late_join(plan: Plan) -> str:
    return {
        "spectator": _(
            "Người vào muộn được xem và trả lời câu khán giả; không được xếp hạng, trừ khi người "
            "dẫn đưa vào sàn."
        ),
        "floor": _("Người vào muộn được vào sàn thi."),
        "closed": _("Không nhận người vào muộn."),
    }[plan.late_join]


def _capacity(plan: Plan) -> str:
    if not plan.capacity:
        return ""
    return _("Nhận nhiều nhất %(n)s người, kể cả khán giả.", n=plan.capacity)


def _team_rule(plan: Plan) -> str:
    if not plan.teams:
        return _("Thi cá nhân, không có đội.")
    rule = plan.team_rule
    return {
        "sum": _("Điểm của đội là tổng điểm các thành viên."),
        "mean": _("Điểm của đội là điểm trung bình của thành viên."),
        "best": _("Điểm của đội là tổng điểm của %(n)s người cao nhất.", n=rule.best_of),
    }[rule.kind]


def _prizes(plan: Plan) -> str:
    named = ", ".join(f"{prize.name} ({prize.count})" for prize in plan.prizes)
    if not named:
        return ""
    ranked = _("Giải thưởng, theo thứ hạng: %(prizes)s.", prizes=named)
    if not plan.prizes_from.earned:
        return ranked
    nothing = _(
        "Ai chưa trả lời đúng câu nào và không có điểm thì không được giải; giải còn lại do ban tổ "
        "chức quyết định."
    )
    return f"{ranked} {nothing}"


def _rounds(plan: Plan) -> str:
    """For plans that do not say what gives the prizes."""
    return "" if plan.prizes_from.kind or len(plan.rounds) == 1 else _sum()


def prizes_from(plan: Plan) -> str:
    """What gives the prizes; empty where a plan does not say it."""
    rule = plan.prizes_from
    if rule.kind == "round":
        name = plan.rounds[rule.index].name
        return _("Xếp hạng chung và giải thưởng theo thứ hạng của phần thi “%(name)s”.", name=name)
    by_sum = _sum()
    if rule.kind == "winner":
        by_sum = f"{by_sum} {_winner(plan)}"
    if not rule.weights:
        return by_sum if rule.kind else ""
    pairs = zip(plan.rounds, rule.weights, strict=True)
    each = "; ".join(f"{round_.name} × {weight}" for round_, weight in pairs)
    weighted = _("Trước khi cộng, điểm của mỗi phần được nhân hệ số: %(weights)s.", weights=each)
    return f"{by_sum} {weighted}"


def _winner(plan: Plan) -> str:
    name = plan.rounds[-1].name
    return _(
        "Riêng ai thắng phần thi cuối “%(name)s” thì đứng đầu và được giải cao nhất.",
        name=name,
    )


def _sum() -> str:
    return _(
        "Xếp hạng chung cộng điểm của các phần thi; bằng điểm thì xét lần lượt số câu đúng, tổng "
        "thời gian của các câu trả lời đúng, rồi bốc thăm."
    )


OF_THE_PLAN: Sayings = {
    "credit_ms": _credit,
    "late_join": _late_join,
    "capacity": _capacity,
    "team_rule": _team_rule,
    "prizes": _prizes,
    "rounds": _rounds,
    "prizes_from": prizes_from,
}
"""By the field of the plan; its title, teams and seed are told elsewhere on the page."""
