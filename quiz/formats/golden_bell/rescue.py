"""When a rescue is offered, whom it brings back."""

from dataclasses import replace

from quiz.core.errors import Rejected
from quiz.core.nouns import events
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.state import OtherEntry, Returned
from quiz.core.question import asking
from quiz.core.standing.floor import applied, last_main, off, playing
from quiz.core.standing.letting_in import returned
from quiz.formats.golden_bell.commands import OpenRescue
from quiz.formats.golden_bell.events import RescueOpened
from quiz.formats.golden_bell.play import GoldenBellPlay
from quiz.formats.golden_bell.rescue_rule import RescueRule, proposal


def rescues_used(play: GoldenBellPlay) -> int:
    """How many rescues by the rules there were."""
    return sum(isinstance(entry, Returned) and entry.by_rule for entry in play.log)


def is_offered(play: GoldenBellPlay) -> bool:
    """Whether the rules offer a rescue between this question and the next."""
    settings = play.settings
    left, out = len(playing(play.floor)), len(gone(play))
    ordinal = last_main(play)
    more = asking.asked_so_far(play, Pool.MAIN) < len(play.round.questions)
    few = left < settings.rescue_below or left * 100 < settings.rescue_below_percent * (left + out)
    room = rescues_used(play) < len(settings.rescues)
    waiting = not play.rescue_handled and play.current is None and play.bell is None
    return waiting and room and more and few and out > 0 and 0 < ordinal <= settings.rescue_until


def opened(plan: Plan, play: GoldenBellPlay, command: OpenRescue) -> RescueOpened:
    """Who would return, by the rule whose turn it is or as the host asks; raises Rejected."""
    times = rescues_used(play)
    if play.current is not None or play.bell is not None or not gone(play):
        raise Rejected("not_now")
    if times >= len(play.settings.rescues):
        raise Rejected("no_rescue_left")
    rule = play.settings.rescues[times]
    rule = RescueRule(
        command.how_many or rule.how_many,
        command.amount if command.how_many else rule.amount,
        command.order or rule.order,
    )
    lot = f"{plan.seed}:rescue:{times}"
    opening = RescueOpened((), rule.how_many, rule.amount, rule.order, lot)
    return replace(opening, numbers=proposed_by(play, opening))


def picked(play: GoldenBellPlay, numbers: tuple[int, ...]) -> RescueOpened:
    """The list of an open rescue as the host ticked it, by no rule; raises Rejected."""
    if play.proposed is None:
        raise Rejected("not_now")
    if not set(numbers) <= gone(play):
        raise Rejected("nobody_to_rescue")
    return RescueOpened(tuple(sorted(set(numbers))))


def rescued(play: GoldenBellPlay, numbers: tuple[int, ...]) -> events.ContestantsRescued:
    """The return of these, or of those proposed; raises Rejected for one who is not out."""
    by_rule = play.proposed is not None
    return returned(play, numbers or listed(play), by_rule=by_rule)


def confirmed(play: GoldenBellPlay, event: events.ContestantsRescued) -> GoldenBellPlay:
    """The play after a rescue by the rules; who was chosen by hand is no rule's."""
    rule = play.opened if set(event.numbers) == set(play.proposed or ()) else None
    play = replace(play, proposed=None, opened=None, rescue_handled=True)
    return applied(play, Returned(event.numbers, event.by_rule, rule))


def again(play: GoldenBellPlay, entry: OtherEntry) -> GoldenBellPlay:
    """The play after an entry that is no question, when what came before was put right.

    Whom a rule brings back is found anew: it may be others who are off the floor now.
    """
    if isinstance(entry, Returned) and isinstance(entry.rule, RescueOpened) and entry.rule.how_many:
        entry = replace(entry, numbers=tuple(sorted(proposed_by(play, entry.rule))))
    return applied(play, entry)


def proposed_anew(play: GoldenBellPlay) -> GoldenBellPlay:
    """The play with the rescue that is open as the floor is now; none where nobody is left."""
    if play.proposed is None or play.opened is None:
        return play
    if not gone(play):
        return replace(play, proposed=None, opened=None)
    return replace(play, proposed=proposed_by(play, play.opened)) if play.opened.how_many else play


def proposed_by(play: GoldenBellPlay, opening: RescueOpened) -> tuple[int, ...]:
    """Whom the rule of a rescue would bring back, as the floor is now."""
    rule = RescueRule(opening.how_many, opening.amount, opening.order)
    return proposal(play.floor.excluding(play.barred), rule, opening.lot)


def listed(play: GoldenBellPlay) -> tuple[int, ...]:
    """Those on the list of the open rescue who may still come back."""
    out = gone(play)
    return tuple(number for number in play.proposed or () if number in out)


def gone(play: GoldenBellPlay) -> frozenset[int]:
    """Who left the floor and may come back."""
    return off(play.floor) - play.barred
