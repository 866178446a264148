"""What a host may put right in any round, past questions included."""

from quiz.core.cleaning import clean_text
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Answer, Kind, Question
from quiz.core.nouns.state import Asked, Contest, Life, Play, Stage
from quiz.core.question.checking import checked
from quiz.core.question.comparing import read_number

CorrectingCommand = (
    c.Void | c.AcceptAnswer | c.CorrectKey | c.CorrectJudgement | c.Eliminate | c.CorrectScore
)
REASON_LIMIT = 200


def correction(contest: Contest, command: CorrectingCommand) -> Event:
    """The event of a correction; raises Rejected: no_such_question, no_such_contestant, …."""
    match command:
        case c.Void():
            asked_at(contest, command.round, command.entry)
            return e.QuestionVoided(command.round, command.entry, command.voided)
        case c.AcceptAnswer():
            question = asked_at(contest, command.round, command.entry).question
            accepted = checked(question, command.answer)
            if accepted in question.key:
                raise Rejected("already_accepted")
            key = (*question.key, _as_key(question, accepted))
            return e.KeyCorrected(command.round, command.entry, key)
        case c.CorrectKey():
            question = asked_at(contest, command.round, command.entry).question
            if not command.key:
                raise Rejected("bad_answer")
            key = tuple(_as_key(question, checked(question, answer)) for answer in command.key)
            return e.KeyCorrected(command.round, command.entry, key)
        case c.CorrectJudgement():
            judged = asked_at(contest, command.round, command.entry).judged.get(command.number)
            if judged is None or judged is command.right:
                raise Rejected("no_such_judgement")
            return e.JudgementCorrected(command.round, command.entry, command.number, command.right)
        case c.Eliminate():
            play = _open_play(contest, command.number)
            tally = play.floor.get(command.number)
            if tally is None or not tally.playing:
                raise Rejected("not_on_floor")
            return e.ContestantEliminated(command.number, clean_reason(command.reason))
        case c.CorrectScore():
            _open_play(contest, command.number)
            reason = clean_reason(command.reason)
            if not reason or abs(command.points) > 100_000:
                raise Rejected("bad_reason")
            return e.ScoreCorrected(command.number, command.points, reason)


def clean_reason(reason: str) -> str:
    """A reason without control marks, cut to its limit."""
    return clean_text(reason)[:REASON_LIMIT]


def _as_key(question: Question, answer: Answer) -> Answer:
    """A number in a key is written plainly, so that it is read back exactly."""
    if question.kind is Kind.NUMBER and isinstance(answer, str):
        return str(read_number(answer))
    return answer


def asked_at(contest: Contest, round_: int, entry: int) -> Asked:
    """The question at a place of a round's log, -1 for the one being asked once it is locked.

    Raises:
        Rejected: no_such_question.
    """
    if not 0 <= round_ < len(contest.plays):
        raise Rejected("no_such_question")
    play = contest.plays[round_]
    if entry == -1 and play.current is not None:
        if play.current.life in (Life.LOCKED, Life.REVEALED):
            return play.current
    elif 0 <= entry < len(play.log):
        found = play.log[entry]
        if isinstance(found, Asked):
            return found
    raise Rejected("no_such_question")


def _open_play(contest: Contest, number: int) -> Play:
    if contest.play is None or contest.stage not in (Stage.PLAYING, Stage.BETWEEN):
        raise Rejected("not_now")
    play = contest.play
    if number not in (contest.contestants if play.sides is None else play.floor):
        raise Rejected("no_such_contestant")
    return play
