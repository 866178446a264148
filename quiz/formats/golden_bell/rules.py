"""The rules of a Golden Bell round."""

from dataclasses import replace

from quiz.core.copying import changed
from quiz.core.nouns import commands, events
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.rules import Seen
from quiz.core.nouns.state import Asked, Tally
from quiz.core.numbered import Numbered
from quiz.core.question import asking
from quiz.core.question.asking import AskingRules
from quiz.formats.golden_bell import lifeline, rescue, run_of_show
from quiz.formats.golden_bell.commands import (
    DeclineRescue,
    GiveHelp,
    OpenRescue,
    PickRescued,
    UseLifeline,
)
from quiz.formats.golden_bell.events import (
    BellRung,
    BellTakenBack,
    HelpClosed,
    HelpGiven,
    LifelineUsed,
    RescueDeclined,
    RescueOpened,
)
from quiz.formats.golden_bell.play import GoldenBellPlay
from quiz.formats.golden_bell.settings import UNNAMED_CHAIN, Settings
from quiz.formats.golden_bell.settling import settled
from quiz.formats.settings import read_settings


class GoldenBellRules(AskingRules):
    """A wrong answer and you leave; the last one rings the bell."""

    def start(self, round_: Round, floor: Numbered[Tally]) -> GoldenBellPlay:
        """Everybody who is no spectator stands on the floor."""
        settings = read_settings(Settings, {"chain": UNNAMED_CHAIN, **round_.settings})
        return GoldenBellPlay(round=round_, settings=settings, floor=floor)

    def decide(
        self, plan: Plan, play: GoldenBellPlay, command: commands.Command, now: int
    ) -> tuple[Event, ...]:
        """Rescue, lifeline and the run of show; the rest is the life of a question."""
        return (_decided(plan, play, command, now),)

    def evolve(self, play: GoldenBellPlay, event: Event) -> GoldenBellPlay:
        """The play after an event."""
        match event:
            case events.QuestionDrawn():
                play = replace(play, proposed=None, rescue_handled=True, taken_back=None)
            case RescueOpened():
                return replace(play, proposed=event.numbers, opened=event)
            case RescueDeclined():
                return replace(play, proposed=None, rescue_handled=True)
            case events.ContestantsRescued() if event.by_rule:
                return rescue.confirmed(play, event)
            case LifelineUsed():
                return lifeline.stopped_to_ask(play, event)
            case HelpGiven() if play.current is not None:
                return changed(play, current=lifeline.helped(play.current, event))
            case HelpClosed() if play.current is not None:
                return replace(play, current=lifeline.closed(play.current))
            case BellRung():
                return replace(play, bell=event.number, taken_back=None)
            case BellTakenBack():
                return replace(play, bell=None, taken_back=event.number)
            case events.QuestionVoided() | events.KeyCorrected() if event.entry >= 0:
                handled = play.rescue_handled
                play = replace(play, spared=())
                again = asking.evolve(play, event, settled, rescue.again)
                return rescue.proposed_anew(replace(again, rescue_handled=handled))
            case events.ClockStarted() | events.ClockResumed() if play.current is not None:
                play = replace(play, current=lifeline.ran_on(play.current))
        return asking.evolve(play, event, settled)

    def has(self, play: GoldenBellPlay, asked: Asked, command: commands.Crowd) -> bool:
        """With what the audience chose."""
        if isinstance(command, GiveHelp):
            return lifeline.has(asked, command.number)
        return super().has(play, asked, command)

    def taken_back(self, asked: Asked, now: Asked | None, at: int) -> Asked:
        """With the help of now, too."""
        return super().taken_back(lifeline.kept(asked, now), now, at)

    def follows(self, plan: Plan, play: GoldenBellPlay, *, over: bool) -> tuple[Event, ...]:
        """The bell is taken from who would not ring it now; with the contest over it moves."""
        if run_of_show.is_bell_right(plan, play) or play.bell is None:
            return ()
        return (BellTakenBack(play.bell), *((run_of_show.rung(plan, play),) if over else ()))

    def see(self, play: GoldenBellPlay) -> Seen:
        """The next step, the acts possible, who rang the bell."""
        return Seen(
            step=run_of_show.next_step(play),
            can=run_of_show.acts(play),
            scene=run_of_show.scene(play),
            scene_after="standings" if play.bell is None else "bell",
            winner=play.winner,
            is_deciding=play.proposed is not None,
        )


def _decided(plan: Plan, play: GoldenBellPlay, command: commands.Command, now: int) -> Event:
    match command:
        case commands.Advance():
            return run_of_show.advanced(plan, play, now)
        case OpenRescue():
            return rescue.opened(plan, play, command)
        case PickRescued():
            return rescue.picked(play, command.numbers)
        case commands.Rescue():
            return rescue.rescued(play, command.numbers)
        case DeclineRescue() if play.proposed is not None or rescue.is_offered(play):
            return RescueDeclined()
        case UseLifeline():
            return lifeline.lifeline_event(play, now)
        case GiveHelp():
            return lifeline.given(play, command, now)
    return asking.decide(plan, play, command, now)
