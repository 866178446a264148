"""What a contest and a house are told as: the values that must stay whatever is rebuilt inside."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import Any

from quiz.core.errors import Rejected
from quiz.core.evidence.figures import ContestantFigures, Figures, QuestionFigures
from quiz.core.nouns import commands as c
from quiz.core.nouns.state import Contest
from quiz.core.question.checking import answer_text
from quiz.core.standing.prizes import prize_of
from quiz.core.standing.ranking import standings, team_standings
from quiz.formats import ENGINE, FORMATS
from quiz.formats.buzzer.commands import GiveTurn
from quiz.formats.buzzer.evidence import BuzzerFigures
from quiz.formats.buzzer.part import BuzzerPart, part_of
from quiz.formats.golden_bell.commands import DeclineRescue, OpenRescue, UseLifeline
from quiz.service.afterwards.question_statistics import QuestionStatistics
from quiz.service.afterwards.sealing import seal
from tests.formats.looking import life
from tests.golden.house import House
from tests.golden.people import PASSWORDS

UNDONE_AT = 1_800_000_000_000
"""When everything is taken back, to see how: long after the last of the contests."""


def of_contest(house: House, name: str) -> dict[str, Any]:
    """One contest: how it stands, its results, what can be undone, its figures."""
    contest = house.runners.runner(name).contest
    figures = Figures(FORMATS, house.runners.noted(name))
    return {
        "version": contest.version,
        "acted": contest.acted,
        "stage": contest.stage.value,
        "standing": standing(contest),
        "joined": contest.joined,
        "locked": contest.locked,
        "muted": contest.muted,
        "frozen": contest.held is not None,
        "scene": contest.scene.value,
        "prizes_shown": contest.prizes_shown,
        "seal": seal(contest.plan),
        "contestants": [
            [number, each.name, each.team, "spectator" if each.spectator else ""]
            for number, each in contest.contestants.items()
        ],
        "standings": results(contest),
        "teams": [
            [row.rank, row.team, str(row.points), row.members, row.left]
            for row in team_standings(contest, standings(contest))
        ],
        "prizes": prizes(contest),
        "rounds": [
            {"name": play.round.name, "format": play.round.format, "floor": floor(contest, index)}
            for index, play in enumerate(contest.plays)
        ],
        "question": question(contest),
        "statistics": [statistic(item) for item in house.statistics.of_contest(name)],
        "figures": [
            of_contestant(found) for number in contest.contestants if (found := figures.of(number))
        ],
        "undone": list(undone(contest)),
    }


def results(contest: Contest) -> list[dict[str, Any]]:
    """The final standings, best first."""
    rows = []
    for row in standings(contest):
        someone, tally = contest.contestants.get(row.number), row.tally
        rows.append(
            {
                "rank": row.rank,
                "number": row.number,
                "name": someone.name if someone else "",
                "team": someone.team if someone else "",
                "points": tally.points,
                "correct": tally.correct,
                "survived": tally.survived,
                "time_ms": tally.time_ms,
            }
        )
    return rows


def prizes(contest: Contest) -> list[list[Any]]:
    """Each prize with the numbers of those who take it."""
    places = [(prize_of(row.rank, contest.plan.prizes), row.number) for row in standings(contest)]
    return [
        [prize.name, [number for place, number in places if place == index]]
        for index, prize in enumerate(contest.plan.prizes)
    ]


def floor(contest: Contest, index: int) -> list[str]:
    """Everybody's square in one round."""
    squares = []
    for number, tally in contest.plays[index].floor.items():
        where = "plays" if tally.playing else "watches" if tally.spectator else "off"
        squares.append(
            f"{number} {where}: survived {tally.survived}, correct {tally.correct}, "
            f"reserve {tally.reserve}, audience {tally.audience}, points {tally.points}, "
            f"time {tally.time_ms}, left at {tally.left_at}"
        )
    return squares


def question(contest: Contest) -> dict[str, Any] | None:
    """The question being asked."""
    asked = contest.play.current if contest.play else None
    if asked is None:
        return None
    part = part_of(asked) or BuzzerPart()
    return {
        "asked": f"{asked.pool.value} {asked.ordinal} {asked.question.id}",
        "life": life(asked).value,
        "eligible": sorted(asked.eligible),
        "answers": [
            f"{number}: {answer_text(asked.question, given.answer)} "
            f"at {given.at} took {given.took_ms} by {given.by}"
            for number, given in asked.answers.items()
        ],
        "opens_at": asked.opens_at,
        "deadline": asked.deadline,
        "run_ms": asked.run_ms,
        "left_ms": asked.left_ms,
        "buzzes": [f"{number}: took {buzz.took_ms}" for number, buzz in part.buzzes.items()],
        "turns": [[*turn.numbers, "aloud" if turn.aloud else "typed"] for turn in part.turns],
    }


def statistic(item: QuestionStatistics) -> dict[str, Any]:
    """What became of one question."""
    marks = {name: name for name in ("voided", "corrected", "survivors")} | {"buzzer": "called"}
    return {
        "asked": f"{item.place} {item.pool.value} {item.ordinal} {item.question.id}",
        "counts": f"{item.right} of {item.answered} of {item.eligible}, {item.aloud} aloud",
        "chosen": list(item.chosen),
        "replies": [[reply.text, reply.count, reply.right] for reply in item.replies],
        "single": item.single,
        "took": list(item.took),
        "mean": item.mean_ms,
        "median": item.median_ms,
        "discrimination": str(item.discrimination),
        "marks": [mark for mark, field in marks.items() if getattr(item, field)],
    }


def of_contestant(figures: ContestantFigures) -> dict[str, Any]:
    """What one contestant's result was made of."""
    return {
        "number": figures.contestant.number,
        "lot": figures.lot[:16],
        "rank": figures.standing.rank if figures.standing else 0,
        "touched": [type(deed.event).__name__ for deed in figures.touched if not deed.undone_at],
        "questions": [of_question(each) for each in figures.questions],
    }


def of_question(figures: QuestionFigures) -> str:
    """One contestant and one question in a line."""
    round_, pool, ordinal = figures.place
    said = [
        f"{answer_text(figures.question, each.answer)} after {each.took_ms}"
        f"{' by marshal' if each.by == 'marshal' else ''}"
        for each in figures.answers
    ]
    part = figures.part if isinstance(figures.part, BuzzerFigures) else BuzzerFigures((), ())
    buzzed = [
        f"{buzz.took_ms} ({behind} behind)"
        for buzz, behind in zip(part.buzzes, part.behind, strict=True)
    ]
    parts = [
        f"{round_} {pool.value} {ordinal}",
        figures.verdict.value if figures.verdict else "not asked",
        f"said {'; '.join(said)}; counts {figures.counts}" if said else "",
        f"buzzed {', '.join(buzzed)}" if buzzed else "",
        f"{figures.points:+} makes {figures.total}, rank {figures.rank}" if figures.settled else "",
        "leaves" if figures.left else "",
    ]
    return " | ".join(part for part in parts if part)


def undone(contest: Contest) -> Iterator[str]:
    """How the contest stands after each undo, until nothing is left to undo."""
    while contest.before is not None:
        act = contest.last_acts[0].__name__
        for event in ENGINE.decide(contest, c.Undo(contest.acted), UNDONE_AT):
            contest = ENGINE.evolve(contest, event)
        yield f"{act} undone: {standing(contest)}"


def accepted(contest: Contest) -> Iterator[str]:
    """The acts that the host may do now, out of these."""
    acts = {
        "pause": c.Pause(0),
        "resume": c.Resume(0),
        "add time": c.AddTime(0),
        "close": c.CloseNow(0),
        "skip": c.Skip(0),
        "audience": c.DrawAudienceQuestion(0),
        "open rescue": OpenRescue(0),
        "rescue": c.Rescue(0),
        "decline rescue": DeclineRescue(0),
        "lifeline": UseLifeline(0),
        "finish round": c.FinishRound(0),
        **{f"turn for {number}": GiveTurn(0, number) for number in contest.contestants},
    }
    for name, act in acts.items():
        with suppress(Rejected):
            ENGINE.decide(contest, replace(act, based_on=contest.acted), UNDONE_AT)
            yield name


def standing(contest: Contest) -> str:
    """Where a contest is, in a line."""
    play = contest.play
    asked = play.current if play else None
    parts = [f"{contest.stage.value}, next {ENGINE.see(contest).step}"]
    if asked:
        parts.append(f"{asked.pool.value} {asked.ordinal} {life(asked).value}")
        parts.append(f"{len(asked.answers)} answers, {asked.left_ms} ms left")
    if play:
        parts.append(f"plays {[n for n, tally in play.floor.items() if tally.playing]}")
        parts.append(f"points {[tally.points for tally in play.floor.values()]}")
    if contest.stage.value == "playing":
        parts.append(f"can {', '.join(accepted(contest))}")
    return "; ".join(parts)


def of_house(house: House) -> dict[str, Any]:
    """The list of contests, accounts, what was used, how long names are kept, the library."""
    names = house.personal.names()
    return {
        "contests": [
            {
                "id": row.id,
                "pin": row.pin,
                "title": row.title,
                "owner": row.owner,
                "created_at": row.created_at,
                "stage": row.stage.value,
                "joined": row.joined,
                "names_chosen": names[row.id].chosen,
                "names_until": names[row.id].until,
                "names_erased_at": names[row.id].erased_at,
            }
            for row in house.runners.listing()
        ],
        "accounts": list(signed_in(house)),
        "used": {
            question_id: [[use.contest_id, use.at, use.asked, use.waiting] for use in found]
            for question_id, found in sorted(house.usage.by_question().items())
        },
        "banks": {bank.head.id: of_bank(house, bank.head.id) for bank in house.library.banks()},
        "apart": sorted(sorted(pair) for pair in house.library.apart()),
    }


def signed_in(house: House) -> Iterator[dict[str, Any]]:
    """Every account, and whether its password signs it in."""
    for name in ("Lan", "Minh", "Hoa", "Tú"):
        account = house.accounts.named(name)
        assert account is not None
        found = house.accounts.sign_in(name, PASSWORDS.get(name, "không có"))
        told = {"id": account.id, "name": account.name, "role": account.role}
        yield {**told, "has_password": account.has_password, "enters": found == account}


def of_bank(house: House, bank_id: str) -> dict[str, Any]:
    """A bank as it stands and how it came to be so."""
    bank = house.library.bank(bank_id)
    return {
        "title": bank.head.title,
        "archived": bank.archived,
        "version": bank.version,
        "questions": [
            f"{each.question.id}: {each.question.text} ({each.question.points} points)"
            f"{f' changed in {each.version} by {each.changed_by}' if each.version else ''}"
            f"{' archived' if each.archived else ''}"
            for each in bank.questions
        ],
        "pictures": {
            name: sha256(house.library.picture(name) or b"").hexdigest()
            for each in bank.questions
            if (name := each.question.picture)
        },
        "history": [
            f"{each.version} {each.act} {each.question} by {each.by} at {each.at}"
            for each in house.library.history(bank_id)
        ],
        "originals": [
            [name, house.library.original(bank_id, place).data.decode()]
            for place, name in enumerate(house.library.originals(bank_id))
        ],
    }
