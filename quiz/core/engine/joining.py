"""Who may come in, mending names, who is captain."""

import unicodedata

from quiz.core.cleaning import clean_text
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import members, team_number
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Contest, Stage

NAME_LIMIT = 40


def joined(contest: Contest, command: c.Join) -> e.ContestantJoined:
    """The next number for a newcomer.

    Raises:
        Rejected: room_locked, contest_full, bad_name, bad_team.
    """
    if shut := why_shut(contest, command.most_people):
        raise Rejected(shut)
    under_way = contest.stage is not Stage.LOBBY
    name, team = clean_name(command.name), _known_team(contest, command.team)
    spectator = under_way and contest.plan.late_join == "spectator"
    return e.ContestantJoined(contest.joined + 1, name, team, spectator, command.secret)


def reopened(contest: Contest, command: c.ReopenSeat) -> e.SeatReopened:
    """A seat on another device; raises Rejected: no_such_contestant."""
    if command.number not in contest.contestants:
        raise Rejected("no_such_contestant")
    return e.SeatReopened(command.number, command.secret)


def why_shut(contest: Contest, most_people: int = 0) -> str:
    """The code that tells why nobody may join now: room_locked, contest_full; empty: who will.

    `most_people` as in `Join`.
    """
    late = contest.stage is not Stage.LOBBY and contest.plan.late_join == "closed"
    if contest.locked or late or contest.stage is Stage.FINISHED:
        return "room_locked"
    return (
        "contest_full" if 0 < room_in(contest.plan, most_people) <= len(contest.contestants) else ""
    )


def room_in(plan: Plan, most_people: int) -> int:
    """How many may be in, 0 for any number; `most_people` as in `Join`."""
    return plan.capacity or most_people


def corrected(contest: Contest, command: c.CorrectContestant | c.RemoveContestant) -> Event:
    """A mended name and team, or a removal; raises Rejected."""
    if command.number not in contest.contestants:
        raise Rejected("no_such_contestant")
    if isinstance(command, c.CorrectContestant):
        name, team = clean_name(command.name), _known_team(contest, command.team)
        return e.ContestantCorrected(command.number, name, team)
    if contest.stage is not Stage.LOBBY:
        raise Rejected("not_now")
    return e.ContestantRemoved(command.number)


def captain(contest: Contest, command: c.SetCaptain) -> e.CaptainSet:
    """Another captain for a team; raises Rejected: bad_team, no_such_contestant."""
    side = team_number(contest.plan, command.team)
    if not side:
        raise Rejected("bad_team")
    if command.number not in members(contest, side):
        raise Rejected("no_such_contestant")
    return e.CaptainSet(command.team, command.number)


def clean_name(name: str) -> str:
    """A name in NFC, 1 to 40 characters, without control or direction marks."""
    clean = clean_text(name)
    if not 1 <= len(clean) <= NAME_LIMIT:
        raise Rejected("bad_name")
    return clean


def folded(name: str) -> str:
    """A name as it is told from others: neither case nor white space makes it another."""
    return clean_text(name).casefold()


def _known_team(contest: Contest, team: str) -> str:
    team = unicodedata.normalize("NFC", team).strip()
    if not contest.plan.teams:
        return ""
    if all(team != known.name for known in contest.plan.teams):
        raise Rejected("bad_team")
    return team
