from quiz.transport.http.pace import Pace
from quiz.transport.limits import REQUESTS_AT_ONCE, REQUESTS_PER_SECOND


def test_connection_that_asked_much_may_ask_only_now_and_then() -> None:
    now, slept = [0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += round(seconds * 1000)

    pace = Pace(lambda: now[0], sleep)
    for _ in range(REQUESTS_AT_ONCE):
        pace.keep()
    assert slept == [0] * (REQUESTS_AT_ONCE - 1)
    slept.clear()
    for _ in range(3):
        pace.keep()
    assert slept == [0, 1 / REQUESTS_PER_SECOND] * 3
    now[0] += 60_000
    pace.keep()
    assert slept[6:] == [0]
