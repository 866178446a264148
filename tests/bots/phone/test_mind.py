import random
from dataclasses import replace

import pytest

from quiz.bots.phone.knowing import Habits, Knowing, questions_of, share_right
from quiz.bots.phone.mind import QUICKEST_MS, REACTION_MS, Guessing, guess
from quiz.core.nouns.model import Kind, Plan, Pool, Question, Round
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.core.question.checking import checked
from quiz.core.question.comparing import is_right
from tests.bots.standin import asking, lobby, question

NO_HABITS = Habits(silent=0, late=0, away=0)


def known(kind: Kind) -> Question:
    options = question(1, kind).options
    return Question("q1", kind, "Câu hỏi", (("7",) if not options else ((0,),)), options)


def seen(kind: Kind = Kind.ONE) -> tuple[PhoneView, QuestionView]:
    return asking(lobby(), 1), question(1, kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_guess_is_an_answer_that_the_rules_take(kind: Kind) -> None:
    luck = random.Random(1)
    answers = [guess(luck, question(1, kind)) for _ in range(50)]
    assert len({checked(known(kind), answer) for answer in answers}) > 1


def test_guessing_answers_within_the_time_it_is_given() -> None:
    mind = Guessing(random.Random(1), within_s=2)
    moves = [mind.move(*seen()) for _ in range(200)]
    assert all(QUICKEST_MS <= move.after_ms <= 2000 and not move.away_ms for move in moves)


def test_guessing_without_a_time_leaves_a_part_of_the_clock() -> None:
    mind = Guessing(random.Random(1))
    assert max(mind.move(*seen()).after_ms for _ in range(200)) <= 4000


def contest() -> Plan:
    questions = tuple(replace(known(Kind.ONE), id=f"q{n}", key=((n % 4,),)) for n in range(1, 4))
    return Plan("Thi thử", (Round("Vòng 1", "golden_bell", questions),))


def test_champion_is_right_every_time_and_in_time() -> None:
    mind = Knowing(random.Random(1), questions_of(contest()), champion=True)
    moves = [mind.move(*seen()) for _ in range(200)]
    assert {(move.answer, move.away_ms) for move in moves} == {((1,), 0)}
    assert max(move.after_ms for move in moves) < 5000


def test_others_are_right_about_as_often_as_their_share() -> None:
    mind = Knowing(random.Random(1), questions_of(contest()), habits=NO_HABITS)
    answers = [mind.move(*seen()).answer for _ in range(1000)]
    right = sum(answer is not None and is_right(known_first(), answer) for answer in answers)
    # Those who do not know it guess, and one guess in four is right.
    assert abs(right / 1000 - (0.85 + 0.15 / 4)) < 0.05


def known_first() -> Question:
    return contest().rounds[0].questions[0]


def test_share_falls_with_each_question_and_most_in_reserve() -> None:
    asked = [*map(question, (1, 2, 3)), replace(question(1), pool=Pool.RESERVE)]
    assert [round(share_right(each), 2) for each in asked] == [0.85, 0.65, 0.45, 0.2]


@pytest.mark.parametrize(
    ("habits", "silent", "late", "away"),
    [
        (Habits(1, 0, 0), True, False, False),
        (Habits(0, 1, 0), False, True, False),
        (Habits(0, 0, 1), False, False, True),
    ],
)
def test_habits_make_robots_silent_late_or_away(
    habits: Habits, silent: bool, late: bool, away: bool
) -> None:
    view, asked = seen()
    move = Knowing(random.Random(1), {}, habits=habits).move(view, asked)
    assert (move.answer is None, move.after_ms > 5000, move.away_ms > 0) == (silent, late, away)


def test_guessing_presses_the_buzzer_sometimes_and_never_sooner_than_people_can() -> None:
    mind = Guessing(random.Random(1), within_s=2)
    moments = [mind.volunteer(question(1)) for _ in range(200)]
    pressed = [moment for moment in moments if moment is not None]
    assert 80 < len(pressed) < 160
    assert all(REACTION_MS <= moment <= 2000 for moment in pressed)


def test_guessing_without_a_time_presses_while_the_seconds_of_the_question_last() -> None:
    moments = [Guessing(random.Random(place)).volunteer(question(1)) for place in range(200)]
    assert REACTION_MS < max(moment or 0 for moment in moments) <= 0.8 * 5000


def test_champion_always_presses_and_others_as_often_as_they_know() -> None:
    champion = Knowing(random.Random(1), {}, champion=True)
    other = Knowing(random.Random(1), {})
    assert max(champion.volunteer(question(1)) or 9999 for _ in range(200)) <= 5000 / 4
    pressed = sum(other.volunteer(question(3)) is not None for _ in range(1000))
    assert abs(pressed / 1000 - share_right(question(3))) < 0.05
