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
    left, out = len(playing(play.floor)), len(off(play.floor))
    ordinal = last_main(play)
    more = asking.asked_so_far(play, Pool.MAIN) < len(play.round.questions)
    few = left < settings.rescue_below or left * 100 < settings.rescue_below_percent * (left + out)
    room = rescues_used(play) < len(settings.rescues)
    waiting = not play.rescue_handled and play.current is None and play.bell is None
    return waiting and room and more and few and out > 0 and 0 < ordinal <= settings.rescue_until


def opened(plan: Plan, play: GoldenBellPlay, command: OpenRescue) -> RescueOpened:
    """Who would return, by the rule whose turn it is or as the host asks; raises Rejected."""
    times = rescues_used(play)
    if play.current is not None or play.bell is not None or not off(play.floor):
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
    numbers = proposal(play.floor, rule, lot)
    return RescueOpened(numbers, rule.how_many, rule.amount, rule.order, lot)


def picked(play: GoldenBellPlay, numbers: tuple[int, ...]) -> RescueOpened:
    """The list of an open rescue as the host ticked it, by no rule; raises Rejected."""
    if play.proposed is None:
        raise Rejected("not_now")
    if not set(numbers) <= set(off(play.floor)):
        raise Rejected("nobody_to_rescue")
    return RescueOpened(tuple(sorted(set(numbers))))


def rescued(play: GoldenBellPlay, numbers: tuple[int, ...]) -> events.ContestantsRescued:
    """The return of these, or of those proposed; raises Rejected for one who is not out."""
    by_rule = play.proposed is not None
    return returned(play, numbers or play.proposed or (), by_rule=by_rule)


def confirmed(play: GoldenBellPlay, event: events.ContestantsRescued) -> GoldenBellPlay:
    """The play after a rescue by the rules; who was chosen by hand is no rule's."""
    opened_as, proposed = play.opened, play.proposed or ()
    rule = opened_as if set(event.numbers) == set(proposed) else None
    play = replace(play, proposed=None, opened=None, rescue_handled=True)
    return applied(play, Returned(event.numbers, event.by_rule, rule))


def again(play: GoldenBellPlay, entry: OtherEntry) -> GoldenBellPlay:
    """The play after an entry that is no question, when what came before was put right.

    Whom a rule brings back is found anew: it may be others who are off the floor now.
    """
    rule = entry.rule if isinstance(entry, Returned) else None
    if isinstance(entry, Returned) and isinstance(rule, RescueOpened) and rule.how_many:
        by = RescueRule(rule.how_many, rule.amount, rule.order)
        entry = replace(entry, numbers=tuple(sorted(proposal(play.floor, by, rule.lot))))
    return applied(play, entry)


def proposed_anew(play: GoldenBellPlay) -> GoldenBellPlay:
    """The play with the rescue that is open as the floor is now; none where nobody is left."""
    if play.proposed is None:
        return play
    rule = play.opened
    if rule is not None and rule.how_many:
        by = RescueRule(rule.how_many, rule.amount, rule.order)
        numbers = proposal(play.floor, by, rule.lot)
    else:
        gone = off(play.floor)
        numbers = tuple(number for number in play.proposed if number in gone)
    return replace(play, proposed=numbers or None, opened=rule if numbers else None)
