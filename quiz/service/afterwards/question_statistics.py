"""What became of each question: who had it right, what was chosen, how long it took. No names."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from statistics import median

from quiz.core.nouns.model import Answer, Kind, Pool, Question
from quiz.core.nouns.state import Asked, Contest, Given, Play
from quiz.core.question.checking import answer_text
from quiz.core.question.comparing import is_right
from quiz.core.question.judging import called, replied, right_of
from quiz.formats import FORMATS
from quiz.service.afterwards.discrimination import discrimination

TYPED = frozenset({Kind.TEXT, Kind.NUMBER, Kind.ORDER})
FEW = 5
"""With fewer answers, that nobody or everybody was right says nothing."""


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """An answer that several people gave in the same words, and whether it was right."""

    text: str
    count: int
    right: bool


@dataclass(frozen=True, slots=True)
class QuestionStatistics:
    """One question as it was asked, in the round at this `place` (from 0).

    `eligible` might answer, `right` of those who `answered` were right.
    `chosen` counts each option; for typed answers and orders `replies` counts what at least two
    people gave, and `single` the answers of one person alone, which are not told: somebody may
    have typed a name. `took` are the times of the answers (ms), the shortest first. `corrected`:
    the key is no longer the one that was drawn. `survivors`: only those still on the floor
    could answer; `called`: only those who were called; `aloud` answers were judged by ear, so that
    nothing was chosen.
    """

    question: Question
    place: int
    round: str
    pool: Pool
    ordinal: int
    eligible: int
    answered: int
    right: int
    chosen: tuple[int, ...] = ()
    replies: tuple[SharedAnswer, ...] = ()
    single: int = 0
    took: tuple[int, ...] = ()
    discrimination: Fraction | None = None
    voided: bool = False
    corrected: bool = False
    survivors: bool = False
    called: bool = False
    aloud: int = 0

    @property
    def share(self) -> Fraction | None:
        """The share right of those who answered."""
        return Fraction(self.right, self.answered) if self.answered else None

    @property
    def mean_ms(self) -> int | None:
        """The mean time of an answer, whole ms."""
        return round(Fraction(sum(self.took), len(self.took))) if self.took else None

    @property
    def median_ms(self) -> int | None:
        """The median time of an answer, whole ms."""
        return round(median(self.took)) if self.took else None

    @property
    def pointed_out(self) -> str:
        """`nobody` or `everybody` was right, where enough answered to say so; else empty."""
        if self.answered < FEW or 0 < self.right < self.answered:
            return ""
        return "everybody" if self.right else "nobody"


def question_statistics(
    contest: Contest, rest: Callable[[], None] = lambda: None
) -> tuple[QuestionStatistics, ...]:
    """The questions that were shown and are done with, in the order they were asked.

    `rest` is called again and again, so that others may work in between.
    """
    totals = _totals(contest, rest)
    return tuple(
        _item(contest, index, asked, totals, rest)
        for index, play in enumerate(contest.plays)
        for asked in _shown(play)
    )


def _shown(play: Play) -> Iterator[Asked]:
    for entry in play.log:
        if isinstance(entry, Asked) and entry.show_at:
            yield entry


def _is_counted(asked: Asked) -> bool:
    return asked.pool is Pool.MAIN and not asked.voided


def _totals(contest: Contest, rest: Callable[[], None]) -> Counter[int]:
    """How many main questions each contestant had right, over all rounds."""
    totals: Counter[int] = Counter()
    for play in contest.plays:
        for asked in filter(_is_counted, _shown(play)):
            rest()
            for number in replied(asked):
                totals[number] += bool(right_of(asked, number))
    return totals


def _item(
    contest: Contest,
    index: int,
    asked: Asked,
    totals: Mapping[int, int],
    rest: Callable[[], None],
) -> QuestionStatistics:
    play, question = contest.plays[index], asked.question
    rights = {number: bool(right_of(asked, number)) for number in replied(asked)}
    rest()
    own = int(_is_counted(asked))
    rows = [(totals[number] - own * right, right) for number, right in rights.items()]
    drawn = contest.plan.rounds[index].drawn(asked.pool, asked.ordinal)
    rest()
    given = tuple(asked.answers.values())
    item = QuestionStatistics(
        question,
        index,
        play.round.name,
        asked.pool,
        asked.ordinal,
        eligible=len(called(asked)),
        answered=len(rights),
        right=sum(rights.values()),
        took=tuple(sorted(each.took_ms for each in given)),
        discrimination=discrimination(rows),
        voided=asked.voided,
        corrected=drawn.key != question.key,
        called=asked.called is not None,
        aloud=len(asked.judged),
        survivors=FORMATS[play.round.format].eliminates and asked.pool is not Pool.AUDIENCE,
    )
    rest()
    return _with_answers(item, given, asked.comparing)


def _with_answers(
    item: QuestionStatistics, given: Sequence[Given], rule: int
) -> QuestionStatistics:
    if item.called and not given:
        return item
    if item.question.kind not in TYPED:
        places = Counter(place for each in given for place in each.answer)
        chosen = tuple(places[place] for place in range(len(item.question.options)))
        return replace(item, chosen=chosen)
    words: dict[str, list[Answer]] = {}
    for each in given:
        words.setdefault(_plain(item.question, each.answer), []).append(each.answer)
    told = [
        SharedAnswer(
            answer_text(item.question, same[0]), len(same), is_right(item.question, same[0], rule)
        )
        for same in words.values()
        if len(same) > 1
    ]
    told.sort(key=lambda reply: (-reply.count, reply.text))
    single = sum(len(same) == 1 for same in words.values())
    return replace(item, replies=tuple(told), single=single)


def _plain(question: Question, answer: Answer) -> str:
    return " ".join(answer_text(question, answer).casefold().split())


@dataclass(frozen=True, slots=True)
class QuestionTotals:
    """One question over several contests; options are told apart by their texts."""

    answered: int
    right: int
    chosen: tuple[tuple[str, int], ...]
    took: tuple[int, ...]

    @property
    def share(self) -> Fraction | None:
        """The share right of those who answered."""
        return Fraction(self.right, self.answered) if self.answered else None


def question_totals(several: Sequence[QuestionStatistics]) -> QuestionTotals:
    """The sums over the contests where the question counted; voided ones are left out."""
    counted = [item for item in several if not item.voided]
    chosen: Counter[str] = Counter()
    for item in counted:
        for option, count in zip(item.question.options, item.chosen, strict=False):
            chosen[option] += count
    return QuestionTotals(
        answered=sum(item.answered for item in counted),
        right=sum(item.right for item in counted),
        chosen=tuple(chosen.most_common()),
        took=tuple(sorted(took for item in counted for took in item.took)),
    )
