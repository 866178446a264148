"""What happens by itself because of what a host put right, in the last round."""

from collections.abc import Callable

from quiz.core.engine.undoing import RulesOf
from quiz.core.nouns import events as e
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest, Stage

Evolve = Callable[[Contest, Event, int], Contest]


def following(
    contest: Contest, events: tuple[Event, ...], evolve: Evolve, rules_of: RulesOf
) -> tuple[Event, ...]:
    """The further events of a command that makes these.

    A round that was finished goes on where something follows in it.
    """
    if contest.play is None or not any(_puts_right(event) for event in events):
        return ()
    after = contest
    for part, event in enumerate(events):
        after = evolve(after, event, part)
    play = after.play
    if play is None or play.log is contest.play.log:
        return ()
    over = after.stage is Stage.FINISHED
    found = rules_of(play).follows(after.plan, play, over=over)
    return (e.RoundReopened(), *found) if found and after.stage is Stage.BETWEEN else found


def _puts_right(event: Event) -> bool:
    return event.traits.corrects or event.traits.touches
