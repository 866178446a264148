from collections import Counter

from quiz.bots.result_words import question_line, totals_line
from quiz.bots.tally import QuestionTally, RobotTally, SentMessages

RECORDED = "câu trả lời máy chủ đã ghi · answers the server recorded"


def test_question_says_what_was_recorded_and_why_the_rest_was_not() -> None:
    refused = Counter(too_late=1, strange=2)
    question = QuestionTally("main-1", answered=4, acknowledged=1, refused=refused)
    assert question_line(question) == (
        f"Câu 1 · Question 1: {RECORDED}: 1/4 "
        "(không nhận · refused: strange: 2, đã hết giờ · too late: 1)"
    )


def test_question_tells_buzzes_and_the_longest_waits() -> None:
    question = QuestionTally("audience-2", answered=1, acknowledged=1, acks=[13.0], pushes=[40.0])
    question.others["buzz"] = SentMessages(2, 2)
    assert question_line(question) == (
        f"Câu khán giả 2 · Audience question 2: {RECORDED}: 1/1; "
        "lần bấm chuông đã ghi · buzzes recorded: 2/2; "
        "máy cuối cùng thấy câu hỏi sau · last phone saw it after: 0,040 s; "
        "99/100 câu được ghi trong · 99 of 100 recorded within: 0,013 s"
    )


def test_whole_run_begins_with_who_joined() -> None:
    tally = RobotTally()
    tally.joined, tally.reconnects = 3, 1
    assert totals_line(tally.totals()) == (
        "Thí sinh máy đã vào thi · robots that joined: 3; "
        "mất mạng rồi nối lại · connections made again: 1\n"
        f"Cả buổi · in all: {RECORDED}: 0/0"
    )
