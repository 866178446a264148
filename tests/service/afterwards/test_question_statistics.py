"""Statistics of questions: an evening made by hand, corrections, and a count done twice."""

from dataclasses import fields, replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Kind, Pool, Question
from quiz.core.nouns.state import Asked, Life
from quiz.core.question.comparing import is_right
from quiz.formats.buzzer.commands import Buzz, JudgeTurn
from quiz.service.afterwards.question_statistics import (
    QuestionStatistics,
    SharedAnswer,
    question_statistics,
    question_totals,
)
from tests.core.builders import Table, one_choice, plan
from tests.service.evenings import points_plan


def asked_once(*answers: tuple[int, tuple[int, ...] | str, int], people: int = 12) -> Table:
    """A points round whose first question is answered like this: number, answer, ms."""
    table = Table(points_plan(2), people)
    table.open()
    for number, answer, after_ms in answers:
        table.answer(number, answer, after_ms)
    table.advance(3)
    return table


def test_item_counts_answers_options_and_times() -> None:
    table = asked_once((1, (1,), 4000), (2, (1,), 1000), (3, (0,), 2500), (3, (3,), 3000))
    (item,) = question_statistics(table.contest)
    assert (item.pool, item.ordinal, item.round) == (Pool.MAIN, 1, "Phần một")
    assert (item.eligible, item.answered, item.right) == (12, 3, 2)
    assert item.chosen == (0, 2, 0, 1)
    assert item.took == (1000, 3000, 4000)
    assert (item.share, item.mean_ms, item.median_ms) == (Fraction(2, 3), 2667, 3000)
    assert (item.discrimination, item.voided, item.corrected) == (None, False, False)


def test_item_nobody_answered() -> None:
    (item,) = question_statistics(asked_once().contest)
    assert (item.share, item.mean_ms, item.median_ms, item.chosen) == (None, None, None, (0,) * 4)


def test_question_in_hand_or_not_shown_is_no_item() -> None:
    table = asked_once()
    table.open()
    assert len(question_statistics(table.contest)) == 1
    table = Table(points_plan(2), 2)
    table.until("show")
    table.act(c.Skip(0))
    assert question_statistics(table.contest) == ()


def test_everybody_and_nobody_right_are_pointed_out_from_five_answers() -> None:
    right = [(number, (1,), 1000) for number in range(1, 7)]
    wrong = [(number, (0,), 1000) for number in range(1, 7)]

    def pointed(*answers: tuple[int, tuple[int, ...], int]) -> str:
        (item,) = question_statistics(asked_once(*answers).contest)
        return item.pointed_out

    assert [pointed(*right[:5]), pointed(*right[:4])] == ["everybody", ""]
    assert [pointed(*wrong[:5]), pointed(*wrong[:4])] == ["nobody", ""]
    assert pointed(*right[:3], *wrong[3:]) == ""


def test_typed_answers_of_one_person_are_counted_but_not_told() -> None:
    table = Table(points_plan(1), 6)
    table.open()
    typed = ["Hà Nội", "hà  nội", "Huế", "huế", "Huế", "Nguyễn Văn A"]
    for number, text in enumerate(typed, start=1):
        table.answer(number, text)
    table.advance(3)
    (item,) = question_statistics(table.contest)
    assert item.replies == (
        SharedAnswer("Huế", 3, right=False),
        SharedAnswer("Hà Nội", 2, right=True),
    )
    assert (item.single, item.chosen, item.right) == (1, (), 2)


def test_several_choices_count_every_option_ticked() -> None:
    several = Question("s", Kind.SEVERAL, "?", ((0, 2),), ("a", "b", "c"))
    made = points_plan(1)
    table = Table(replace(made, rounds=(replace(made.rounds[0], questions=(several,)),)), 3)
    table.open()
    table.answer(1, (0, 2))
    table.answer(2, (2, 1))
    table.advance(3)
    (item,) = question_statistics(table.contest)
    assert (item.chosen, item.right, item.answered) == ((1, 1, 2), 1, 2)


def test_order_is_told_as_a_sequence() -> None:
    order = Question("o", Kind.ORDER, "?", ((1, 0),), ("a", "b"))
    made = points_plan(1)
    table = Table(replace(made, rounds=(replace(made.rounds[0], questions=(order,)),)), 3)
    table.open()
    for number, answer in ((1, (1, 0)), (2, (1, 0)), (3, (0, 1))):
        table.answer(number, answer)
    table.advance(3)
    (item,) = question_statistics(table.contest)
    assert (item.replies, item.single) == ((SharedAnswer("B → A", 2, right=True),), 1)


def test_corrected_key_counts_and_is_marked() -> None:
    table = asked_once((1, (1,), 1000), (2, (0,), 1000))
    table.act(c.CorrectKey(0, 0, 0, ((0,),)))
    (item,) = question_statistics(table.contest)
    assert (item.right, item.corrected, item.question.key) == (1, True, ((0,),))
    table.act(c.Undo(0))
    assert question_statistics(table.contest)[0].corrected is False


def test_voided_question_is_marked_and_counts_for_no_total() -> None:
    table = evening((True,) * 9, (True,) * 3 + (False,) * 6)
    first, second = question_statistics(table.contest)
    assert (first.discrimination, second.discrimination) == (Fraction(0), Fraction(0))
    table.act(c.Void(0, 0, 1, voided=True))
    first, second = question_statistics(table.contest)
    assert (first.voided, second.voided) == (False, True)


def evening(*questions: tuple[bool, ...]) -> Table:
    """A points round where contestant n (from 1) is right or wrong like this."""
    table = Table(plan(len(questions), "points"), len(questions[0]))
    for rights in questions:
        right = [number for number, was in enumerate(rights, start=1) if was]
        wrong = [number for number, was in enumerate(rights, start=1) if not was]
        table.ask(*right, wrong=tuple(wrong))
    return table


def test_discrimination_leaves_the_question_itself_out() -> None:
    # By the two other questions 1 to 3 are the best and 7 to 9 the worst.
    best, middle = (True,) * 3, (True, False, False)
    table = evening(
        (*best, *middle, *(False,) * 3), (*best, *best, *(False,) * 3), (*(False,) * 6, *best)
    )
    # Question 3: only the worst third by questions 1 and 2 knew it.
    assert question_statistics(table.contest)[2].discrimination == Fraction(-1)
    # Question 1, by questions 2 and 3: all nine have one right, so nothing can be told.
    assert question_statistics(table.contest)[0].discrimination == Fraction(0)


def test_golden_bell_items_are_of_survivors_but_audience_ones_are_not() -> None:
    table = Table(plan(3), 6)
    table.ask(1, 2, 3, wrong=(4, 5, 6))
    table.act(c.DrawAudienceQuestion(0))
    table.ask(4, 5)
    main, audience = question_statistics(table.contest)
    assert (main.pool, main.eligible, main.survivors) == (Pool.MAIN, 6, True)
    assert (audience.pool, audience.eligible, audience.survivors) == (Pool.AUDIENCE, 3, False)
    assert (audience.answered, audience.right) == (2, 2)


@given(st.lists(st.tuples(*[st.booleans()] * 10), min_size=1, max_size=4))
def test_items_equal_a_count_over_the_log(rights: list[tuple[bool, ...]]) -> None:
    table = evening(*rights)
    found = question_statistics(table.contest)
    log = [entry for entry in table.contest.plays[0].log if isinstance(entry, Asked)]
    assert [item.right for item in found] == [sum(row) for row in rights]
    for item, entry in zip(found, log, strict=True):
        given_ = [each.answer for each in entry.answers.values()]
        assert item.right == sum(is_right(entry.question, answer) for answer in given_)
        assert sum(item.chosen) == len(given_) == item.answered


def buzzed(*verdicts: bool, aloud: bool = True) -> QuestionStatistics:
    """A question for which as many buzz in turn as there are verdicts."""
    table = Table(plan(2, "buzzer", aloud=aloud, again=True), 5)
    table.open()
    for number, right in enumerate(verdicts, start=1):
        table.until("close")
        table.now = table.asked.opens_at + 100
        table.do(Buzz(number, Pool.MAIN, 1))
        table.now = table.asked.deadline
        table.do(c.LockExpired())
        if aloud:
            table.act(JudgeTurn(0, number, right))
        else:
            table.do(c.SubmitAnswer(number, Pool.MAIN, 1, (1,) if right else (0,)))
            table.do(c.LockExpired())
    if table.asked.life is Life.PAUSED or not verdicts:
        table.act(c.CloseNow(0))
    table.advance(2)
    return question_statistics(table.contest)[0]


def test_spoken_answers_are_counted_without_options() -> None:
    item = buzzed(False, True)
    assert (item.called, item.aloud, item.eligible, item.answered, item.right) == (
        *(True, 2, 2, 2, 1),
    )
    assert (item.chosen, item.took, item.median_ms) == ((), (), None)


def test_question_for_which_nobody_buzzed_says_nothing_of_its_options() -> None:
    item = buzzed()
    assert (item.eligible, item.answered, item.chosen, item.pointed_out) == (0, 0, (), "")


def test_turns_on_the_phone_are_counted_with_options() -> None:
    item = buzzed(False, True, aloud=False)
    assert (item.aloud, item.eligible, item.answered, item.right) == (0, 2, 2, 1)
    assert item.chosen == (1, 1, 0, 0)


def test_no_field_of_an_item_knows_a_contestant() -> None:
    assert {field.name for field in fields(QuestionStatistics)} == {
        *(
            "question",
            "place",
            "round",
            "pool",
            "ordinal",
            "eligible",
            "answered",
            "right",
            "chosen",
        ),
        *("replies", "single", "took", "discrimination", "voided", "corrected", "survivors"),
        *("called", "aloud"),
    }


def test_together_joins_options_by_their_texts_and_leaves_voided_out() -> None:
    one = one_choice("q")
    turned = replace(one, options=one.options[::-1], key=((3,),))
    parts = [
        QuestionStatistics(one, 0, "r", Pool.MAIN, 1, 9, 6, 3, (3, 2, 1, 0), took=(10, 30)),
        QuestionStatistics(turned, 0, "r", Pool.MAIN, 1, 9, 4, 4, (0, 0, 0, 4), took=(20,)),
        QuestionStatistics(
            one, 0, "r", Pool.MAIN, 1, 9, 9, 0, (0, 9, 0, 0), took=(5,), voided=True
        ),
    ]
    found = question_totals(parts)
    assert (found.answered, found.right, found.share) == (10, 7, Fraction(7, 10))
    assert dict(found.chosen) == {"Một": 7, "Hai": 2, "Ba": 1, "Bốn": 0}
    assert found.took == (10, 20, 30)
