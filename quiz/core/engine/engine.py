"""The engine: decide(contest, command, now) -> events; evolve(contest, event) -> contest.

Pure. It owns what all rounds share: joining, rounds, corrections, undo, the finish; the rest
goes to the format of the round being played.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from quiz.core.copying import changed
from quiz.core.engine import latecomers
from quiz.core.engine.between import decided_between, started, step_between, timed
from quiz.core.engine.corrections import CorrectingCommand, correction
from quiz.core.engine.disqualifying import disqualified, without_place
from quiz.core.engine.following import following
from quiz.core.engine.grouping import grouped, with_newcomer
from quiz.core.engine.joining import captain, corrected, joined, reopened
from quiz.core.engine.planning import may_have, replanned
from quiz.core.engine.removing import joined_since, without
from quiz.core.engine.standing_commands import stands
from quiz.core.engine.undoing import last_step, undone
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import plays_in_teams, team_number
from quiz.core.nouns.event import Event, Nature, NoteEvent
from quiz.core.nouns.model import PERSONS, TEAMS, Contestant, Plan
from quiz.core.nouns.rules import Format, Formats, RoundRules, Seen
from quiz.core.nouns.state import Contest, LastNote, Play, Scene, Stage
from quiz.core.numbered import Numbered
from quiz.core.standing.floor import seat
from quiz.core.standing.ranking import decides


class Engine:
    """Decides and evolves with the formats handed in."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self._notes = {
            kind: decide for each in formats.values() for kind, decide in each.notes.items()
        }

    def decide(self, contest: Contest | None, command: c.Command, now: int) -> tuple[Event, ...]:
        """What a command makes happen at `now` (ms), at least one event; raises Rejected."""
        if contest is None:
            if isinstance(command, c.CreateContest):
                return (e.ContestCreated(self._playable(command.plan)),)
            raise Rejected("no_such_contest")
        if isinstance(command, c.Crowd):
            return _acts_first(self._asked_by_contestant(contest, command, now))
        if isinstance(command, c.Act | c.ChangePlan) and command.based_on != contest.acted:
            raise Rejected("stale")
        if isinstance(command, c.Note) and command.based_on != noted_at(contest, command.subject):
            raise Rejected("stale")
        events = self._decided(contest, command, now)
        found = following(contest, events, self.evolve, self._rules)
        return _acts_first((*events, *found))

    def evolve(self, contest: Contest | None, event: Event, part: int = 0) -> Contest:
        """The contest after an event; versions count up by one.

        `part` is the event's place among those of its command (from 0): one undo takes back all.
        """
        if contest is None:
            assert isinstance(event, e.ContestCreated)
            return Contest(event.plan, version=1, acted=1)
        version = contest.version + 1
        if event.traits.nature is Nature.CROWD:
            if isinstance(event, e.ContestantJoined):
                return replace(self._with_joined(contest, event), version=version)
            if isinstance(event, e.SeatReopened):
                secrets = contest.reopened.set(event.number, event.secret)
                return changed(contest, reopened=secrets, version=version)
            play = self._rules(contest.plays[-1]).evolve(contest.plays[-1], event)
            return changed(contest, plays=(*contest.plays[:-1], play), version=version)
        match event:
            case e.Undone():
                before = undone(contest, event.at, self._rules, steps=event.steps)
                return replace(before, version=version, acted=version)
            case NoteEvent():
                notes = {**contest.notes, event.subject: LastNote(version, event)}
                return replace(contest, notes=notes, version=version)
        after = _named(self._acted(contest, event), version)
        scene = contest.scene if event.traits.keeps_scene else Scene.AUTO
        return replace(
            after,
            version=version,
            acted=version,
            act=version,
            scene=event.scene if isinstance(event, e.SceneSent) else scene,
            last_acts=(*(contest.last_acts if part else ()), type(event)),
            before=contest.before if part else contest,
        )

    def see(self, contest: Contest) -> Seen:
        """What can be done and seen now, whatever the round's format."""
        if contest.stage is Stage.PLAYING and contest.play is not None:
            return self._rules(contest.play).see(contest.play)
        step = step_between(contest)
        if contest.play is None:
            return Seen(step=step)
        seen = self._rules(contest.play).see(contest.play)
        return Seen(step=step, scene_after=seen.scene_after, winner=seen.winner)

    def due_at(self, contest: Contest) -> int | None:
        """When something happens by itself (ms), or None: what timers arm."""
        play = contest.play
        if contest.stage is not Stage.PLAYING or play is None:
            return None
        return self._rules(play).due_at(play)

    def still_counts(self, contest: Contest, command: c.Command, made: int, acted: int) -> bool:
        """Whether what a command did was not undone since.

        The contest had version `made` after it; `acted` is that after its last act, 0 without one.
        """
        return stands(contest, command, made, acted, self._rules)

    def parts(self, contest: Contest, role: str) -> Mapping[str, Any]:
        """What the round's format adds to the view of `phone`, `hall`, `host` or `prompter`."""
        play = contest.play
        if play is None:
            return {}
        format_ = self._format(play.round.format)
        part = getattr(format_.views, role)(contest, play)
        return {} if part is None else {format_.name: part}

    def seat_parts(self, contest: Contest) -> Callable[[int], Mapping[str, Any]]:
        """What the format of the round adds to each contestant's seat, by number."""
        play = contest.play
        if play is None:
            return lambda number: {}
        format_ = self._format(play.round.format)
        part_of = format_.views.seats(contest, play)
        return lambda number: {format_.name: part_of(number)} if part_of else {}

    def seats_follow(self, contest: Contest) -> Play | None:
        """The play, where seats follow from more of it than from any round's; else None."""
        play = contest.play
        if play is None or play.current is not None:
            return None
        own = self._format(play.round.format).views.seats(contest, play)
        return play if own else None

    def progress(self, contest: Contest) -> tuple[int, int]:
        """How many did what is asked of them now, and of how many: of a question, who answered."""
        play = contest.play
        if play is None or contest.stage is not Stage.PLAYING:
            return 0, 0
        own = self._format(play.round.format).views.progress(contest, play)
        if own is not None or play.current is None:
            return own or (0, 0)
        return len(play.current.answers), len(play.current.eligible)

    def _rules(self, play: Play) -> RoundRules[Any]:
        return self._format(play.round.format).rules

    def _involved(self, play: Play) -> frozenset[int]:
        return self._rules(play).involved(play)

    def _format(self, name: str) -> Format:
        if name not in self.formats:
            raise Rejected("no_such_format", name)
        return self.formats[name]

    def _playable(self, plan: Plan) -> Plan:
        """The plan, if a contest can be played by it; raises Rejected."""
        if not plan.title.strip() or not plan.rounds:
            raise Rejected("bad_plan")
        if not decides(plan):
            raise Rejected("bad_plan", "prizes_from")
        for number, round_ in enumerate(plan.rounds, start=1):
            if not round_.questions and self._format(round_.format).needs_questions:
                raise Rejected("bad_plan", f"round {number}")
            if round_.competitors not in (PERSONS, TEAMS) or (
                plays_in_teams(round_) and not plan.teams
            ):
                raise Rejected("bad_plan", "competitors")
            self._format(round_.format).rules.start(timed(plan, round_), Numbered())
        return plan

    def _decided(self, contest: Contest, command: c.Command, now: int) -> tuple[Event, ...]:
        if isinstance(command, c.Note):
            return (self._notes[type(command)](contest, command, now),)
        if isinstance(command, c.ChangePlan):
            may_have(contest, command.plan)
            return (e.PlanChanged(self._playable(command.plan)),)
        if isinstance(command, c.RemoveJoined):
            going = joined_since(contest, command, self.see(contest), self._involved)
            return (e.ContestantsRemoved(going),)
        if isinstance(command, c.Disqualify):
            return disqualified(contest, command)
        event = _decided_anywhere(contest, command, now)
        if event is not None:
            return (event,)
        if contest.stage is not Stage.PLAYING or contest.play is None:
            return (decided_between(contest, command),)
        if isinstance(command, c.FinishRound):
            if contest.play.current is not None:
                raise Rejected("not_now")
            return (e.RoundFinished(),)
        return self._rules(contest.play).decide(contest.plan, contest.play, command, now)

    def _asked_by_contestant(
        self, contest: Contest, command: c.Crowd, now: int
    ) -> tuple[Event, ...]:
        if isinstance(command, c.Join):
            return (joined(contest, command),)
        if isinstance(command, c.ReopenSeat):
            return (reopened(contest, command),)
        if contest.stage is not Stage.PLAYING or contest.play is None:
            raise Rejected("too_late")
        return self._rules(contest.play).decide(contest.plan, contest.play, command, now)

    def _acted(self, contest: Contest, event: Event) -> Contest:
        match event:
            case e.RoundStarted():
                rules = self._format(contest.plan.rounds[event.index].format).rules
                return started(contest, event.index, rules)
            case e.PlanChanged():
                return replanned(contest, event.plan)
            case e.RoundFinished():
                return replace(contest, stage=Stage.BETWEEN)
            case e.RoundReopened():
                return replace(contest, stage=Stage.PLAYING)
            case e.ContestFinished():
                return replace(contest, stage=Stage.FINISHED)
            case e.PrizeShown():
                return replace(contest, prizes_shown=event.step)
            case e.RoomLocked():
                return replace(contest, locked=event.locked)
            case e.Muted():
                return replace(contest, muted=event.muted)
            case e.Frozen():
                return replace(contest, held=contest.plays if event.frozen else None)
            case e.SceneSent():
                return contest
            case e.ContestantCorrected():
                old = contest.contestants.get(event.number)
                assert old is not None
                new = replace(old, name=event.name, team=event.team)
                contestants = contest.contestants.set(event.number, new)
                return grouped(replace(contest, contestants=contestants), self._involved)
            case e.CaptainSet():
                side = team_number(contest.plan, event.team)
                named = contest.captains.set(side, event.number)
                return grouped(replace(contest, captains=named), self._involved)
            case e.ContestantDisqualified():
                return without_place(contest, event)
            case e.ContestantsRescued() if event.lasts:
                contest = latecomers.competing(contest, event.numbers, self._involved)
                back = latecomers.on_floor(contest, event)
                return contest if back is None else self._played(contest, back)
            case e.ContestantRemoved():
                return replace(contest, contestants=contest.contestants.without(event.number))
            case e.ContestantsRemoved():
                left = without(contest, event.numbers, self._involved)
                return grouped(left, self._involved)
        index = getattr(event, "round", -1) if event.traits.corrects else -1
        return self._played(contest, event, index)

    def _played(self, contest: Contest, event: Event, index: int = -1) -> Contest:
        index = index % len(contest.plays)
        play = contest.plays[index]
        after: Play = self._rules(play).evolve(play, event)
        return replace(contest, plays=(*contest.plays[:index], after, *contest.plays[index + 1 :]))

    def _with_joined(self, contest: Contest, event: e.ContestantJoined) -> Contest:
        contestant = Contestant(event.number, event.name, event.team, event.spectator, event.secret)
        contestants = contest.contestants.set(event.number, contestant)
        after = replace(contest, contestants=contestants, joined=event.number)
        play = contest.play
        if play is None or contest.stage is not Stage.PLAYING:
            return after
        if play.sides is not None:
            return with_newcomer(after, contestant)
        play = replace(play, floor=seat(play.floor, contestant))
        return replace(after, plays=(*contest.plays[:-1], play))


def _acts_first(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events of a command; its acts come first, for an undo goes back to before them."""
    acts = [event.traits.nature is Nature.ACT for event in events] if len(events) > 1 else []
    if acts != sorted(acts, reverse=True):
        raise ValueError("the acts of a command come before its other events")
    return events


def _named(contest: Contest, version: int) -> Contest:
    """With the question in hand named by this version if it has just been drawn."""
    play = contest.play
    if play is None or play.current is None or play.current.id:
        return contest
    play = replace(play, current=replace(play.current, id=version))
    return replace(contest, plays=(*contest.plays[:-1], play))


def noted_at(contest: Contest, subject: str) -> int:
    """The version of the last note about a subject, 0 without one."""
    noted = contest.notes.get(subject)
    return noted.version if noted else 0


def _decided_anywhere(contest: Contest, command: c.Command, now: int) -> Event | None:
    """What does not depend on the round's format; None for what does. Raises Rejected."""
    match command:
        case c.CorrectContestant() | c.RemoveContestant():
            return corrected(contest, command)
        case c.SetCaptain():
            return captain(contest, command)
        case c.Rescue():
            return latecomers.admitted(contest, command)
        case c.LockRoom():
            return e.RoomLocked(command.locked)
        case c.SendScene():
            return e.SceneSent(command.scene)
        case c.Mute():
            return e.Muted(command.muted)
        case c.Freeze():
            if contest.stage is Stage.FINISHED:
                raise Rejected("not_now")
            return e.Frozen(command.frozen)
        case c.Undo():
            before = (last_step(contest) if command.steps else contest).before
            if before is None:
                raise Rejected("nothing_to_undo")
            if before.plan is not contest.plan:
                may_have(contest, before.plan)
            return e.Undone(now, command.steps)
        case _ if isinstance(command, CorrectingCommand):
            return correction(contest, command)
        case c.CreateContest():
            raise Rejected("not_now")
    return None
