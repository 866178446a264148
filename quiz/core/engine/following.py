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

    Something follows only in a round that was decided; one that was finished goes on then.
    """
    decided = contest.play is not None and contest.play.is_decided
    if not decided or not any(_puts_right(event) for event in events):
        return ()
    after = contest
    for part, event in enumerate(events):
        after = evolve(after, event, part)
    play = after.play
    if play is None or contest.play is None or play.log is contest.play.log:
        return ()
    over = after.stage is Stage.FINISHED
    found = rules_of(play).follows(after.plan, play, over=over)
    return (e.RoundReopened(), *found) if found and after.stage is Stage.BETWEEN else found


def _puts_right(event: Event) -> bool:
    return event.traits.corrects or event.traits.touches
