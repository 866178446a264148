"""The Golden Bell format's four methods."""

from dataclasses import replace

from quiz.core import asking, commands, events
from quiz.core.model import Plan, Pool, Round
from quiz.core.numbered import Numbered
from quiz.core.rules import Seen
from quiz.core.state import Tally
from quiz.formats.golden_bell import lifeline, rescue, run_of_show
from quiz.formats.golden_bell.play import UNNAMED_CHAIN, GoldenBellPlay, Settings
from quiz.formats.golden_bell.settling import settled
from quiz.formats.settings import read


class GoldenBell:
    """The format's four methods."""

    settings = Settings
    criteria = Settings.criteria

    def start(self, round_: Round, floor: Numbered[Tally]) -> GoldenBellPlay:
        """Everybody who is no spectator stands on the floor."""
        settings = read(Settings, {"chain": UNNAMED_CHAIN, **round_.settings})
        return GoldenBellPlay(round=round_, settings=settings, floor=floor)

    def decide(
        self, plan: Plan, play: GoldenBellPlay, command: commands.Command, now: int
    ) -> events.Event:
        """Rescue, lifeline and the run of show; the rest is the life of a question."""
        match command:
            case commands.Advance():
                return run_of_show.advanced(plan, play, now)
            case commands.OpenRescue():
                return rescue.opened(plan, play, command)
            case commands.Rescue():
                return rescue.rescued(play, command.numbers)
            case commands.DeclineRescue() if play.proposed is not None or rescue.offered(play):
                return events.RescueDeclined()
            case commands.UseLifeline():
                return lifeline.used(play, now)
        return asking.decide(plan, play, command, now)

    def evolve(self, play: GoldenBellPlay, event: events.Event) -> GoldenBellPlay:
        """The play after an event."""
        match event:
            case events.QuestionDrawn():
                play = replace(play, proposed=None, rescue_handled=True)
            case events.RescueOpened():
                return replace(play, proposed=event.numbers)
            case events.RescueDeclined():
                return replace(play, proposed=None, rescue_handled=True)
            case events.ContestantsRescued() if event.by_rule:
                play = replace(play, proposed=None, rescue_handled=True)
            case events.LifelineUsed():
                play = replace(play, lifeline_used=True)
            case events.BellRung():
                return replace(play, bell=event.number)
            case events.QuestionVoided() | events.KeyCorrected() if event.entry >= 0:
                handled = play.rescue_handled
                again = asking.evolve(replace(play, spared=()), event, settled)
                return replace(again, rescue_handled=handled)
        return asking.evolve(play, event, settled)

    def see(self, play: GoldenBellPlay) -> Seen:
        """The next step, the acts possible, the rescue and the bell."""
        place = len(play.log) - 1
        return Seen(
            step=run_of_show.next_step(play),
            can=run_of_show.acts(play),
            scene=run_of_show.scene(play),
            rescue=rescue.view(play),
            spared=bool(play.spared) and play.spared[-1] == place,
            lifeline=lifeline.helping(play),
            bell=play.bell,
            left_reserve=len(play.round.reserve) - asking.asked_so_far(play, Pool.RESERVE),
        )
