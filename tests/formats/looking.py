"""What a format's own part holds, for tests: always there, or the test is wrong."""

from quiz.core.nouns.state import Asked, Contest, Life
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.formats.buzzer.part import BuzzerPart, Phase, part_of
from quiz.formats.buzzer.view import BuzzerHostView, BuzzerSeatView, BuzzerView
from quiz.formats.golden_bell.view import GoldenBellView, RescueView


def buzzer(asked: Asked) -> BuzzerPart:
    part = part_of(asked)
    assert part is not None
    return part


def life(asked: Asked) -> Life | Phase:
    """The life of a question; of one that is held its phase."""
    part = part_of(asked)
    return part.phase if part and part.phase else asked.life


def buzzer_view(contest: Contest) -> BuzzerView | None:
    """What phones and hall are told of the buzzer."""
    shown: BuzzerView | None = phone_view(ENGINE, contest, 0).parts.get("buzzer")
    return shown


def buzzer_seat(contest: Contest, number: int) -> BuzzerSeatView:
    seat = seat_view(ENGINE, contest, number)
    assert seat is not None
    part: BuzzerSeatView = seat.parts["buzzer"]
    return part


def buzzer_host(contest: Contest) -> BuzzerHostView:
    part: BuzzerHostView = host_view(ENGINE, contest, 0).parts["buzzer"]
    return part


def bell(contest: Contest) -> GoldenBellView:
    """What phones are told of the bell, the lifeline and who was spared."""
    part: GoldenBellView = phone_view(ENGINE, contest, 0).parts["golden_bell"]
    return part


def rung(contest: Contest) -> int | None:
    """The number that the bell rang for, 0 when it stayed silent, None before."""
    told = bell(contest)
    return told.winner.number if told.winner else 0 if told.bell_silent else None


def rescue(contest: Contest) -> RescueView:
    part: RescueView = host_view(ENGINE, contest, 0).parts["golden_bell"]
    return part
