"""Whose answer counts for a team: it follows from what its members said, anew at each event."""

from collections.abc import Callable, Hashable, Mapping

from quiz.core.copying import changed
from quiz.core.nouns import events as e
from quiz.core.nouns.state import Asked, Given, Life, Play, Said, Sides
from quiz.core.numbered import Numbered
from quiz.core.question.comparing import alike

Members = Mapping[int, Said]
"""What the members of one team said, by their numbers, of which there is at least one."""
LAST = "last"


def told(play: Play, sides: Sides, event: e.AnswerSubmitted) -> Asked | None:
    """The question with one more person's own answer, and what it makes of the team's."""
    asked = play.current
    if asked is None:
        return None
    given = Given(event.answer, event.at, event.took_ms, event.by)
    side = sides.of.get(event.number)
    if side is None:
        return changed(asked, answers=asked.answers.set(event.number, given))
    said = asked.said.get(side) or Numbered[Said]()
    before = said.get(event.number)
    own = Said(given, before.since if before else event.at)
    heard = changed(asked, said=asked.said.set(side, said.set(event.number, own)))
    return _counted(play, sides, heard, side)


def heard_again(play: Play, sides: Sides, asked: Asked) -> Asked:
    """The question after its teams have other members or captains; locked answers stay."""
    if asked.life in (Life.LOCKED, Life.REVEALED):
        return asked
    for side in asked.said:
        asked = _counted(play, sides, asked, side)
    return asked


def _counted(play: Play, sides: Sides, asked: Asked, side: int) -> Asked:
    """The question with what counts for one team now.

    Who has a turn gives one answer for the team, whatever the round's rule.
    """
    rule = play.settings.team_answer if asked.called is None else LAST
    said = asked.said.get(side) or Numbered[Said]()
    own = {person: each for person, each in said.items() if sides.of.get(person) == side}
    captain = sides.captains.get(side) or 0
    given = _RULES[rule](own, captain, asked) if own else None
    if given is None:
        return changed(asked, answers=asked.answers.without(side))
    return changed(asked, answers=asked.answers.set(side, given))


def _captain(own: Members, captain: int, asked: Asked) -> Given | None:
    return own[captain].given if captain in own else None


def _first(own: Members, captain: int, asked: Asked) -> Given:
    """Who answered first answers for the team, and may still change it."""
    return min(own.items(), key=lambda each: (each[1].since, each[0]))[1].given


def _last(own: Members, captain: int, asked: Asked) -> Given:
    return max(own.items(), key=lambda each: (each[1].given.at, each[0]))[1].given


def _most(own: Members, captain: int, asked: Asked) -> Given:
    """The answer most gave, and of equally many the one that was there earlier."""
    votes: dict[Hashable, list[Given]] = {}
    for _, each in sorted(own.items(), key=lambda each: (each[1].given.at, each[0])):
        votes.setdefault(alike(asked.question, each.given.answer, asked.comparing), []).append(
            each.given
        )
    return max(votes.values(), key=len)[0]


_RULES: Mapping[str, Callable[[Members, int, Asked], Given | None]] = {
    "captain": _captain,
    "first": _first,
    LAST: _last,
    "most": _most,
}
