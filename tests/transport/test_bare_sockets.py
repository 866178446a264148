from quiz.transport.bare_sockets import FIRST, BareSockets
from quiz.transport.limits import FRESH_MS

HALL = 2_500


class Hall:
    """Bare sockets of which some are `gone`, and a list of those that were looked at."""

    def __init__(self) -> None:
        self.bare = BareSockets()
        self.gone: set[str] = set()
        self.looked_at: list[str] = []

    def is_bare(self, sid: str) -> bool:
        self.looked_at.append(sid)
        return sid not in self.gone

    def making_room(self, holder: str, now: int) -> str:
        return self.bare.making_room(holder, now, self.is_bare)


def test_newcomer_has_no_socket_looked_at_that_may_not_go() -> None:
    hall = Hall()
    for number in range(HALL):
        hall.bare.come(f"phone {number}", f"seat {number}", 0)
        hall.bare.come(f"screen {number}", FIRST, 0)
    assert (hall.making_room("seat x", FRESH_MS - 1), hall.looked_at) == ("", [])


def test_newcomer_has_those_looked_at_up_to_the_first_that_may_go() -> None:
    hall = Hall()
    for number in range(HALL):
        hall.bare.come(f"phone {number}", f"seat {number}", 0)
    found = [hall.making_room(f"seat x{time}", FRESH_MS) for time in range(3)]
    assert found == hall.looked_at == ["phone 0", "phone 1", "phone 2"]


def test_socket_that_is_bare_no_more_is_looked_at_once() -> None:
    hall = Hall()
    for number in range(HALL):
        hall.bare.come(f"stranger {number}", "", 0)
    hall.gone = {f"stranger {number}" for number in range(HALL)}
    assert [hall.making_room("seat x", 0) for _ in range(3)] == ["", "", ""]
    assert len(hall.looked_at) == HALL


def test_strangers_socket_goes_before_an_older_one_of_a_seat() -> None:
    hall = Hall()
    hall.bare.come("phone", "seat 1", 0)
    hall.bare.come("stranger", "", FRESH_MS)
    found = [hall.making_room(f"seat {number}", FRESH_MS) for number in (2, 3, 4)]
    assert found == ["stranger", "phone", ""]


def test_socket_reviewed_before_its_holder_is_known_is_its_holders() -> None:
    hall = Hall()
    hall.bare.review({"phone": "", "screen": ""}, 0, 0)
    hall.bare.come("phone", "seat 1", 0)
    hall.bare.come("screen", FIRST, 0)
    found = [hall.making_room(f"seat {number}", time) for number, time in ((2, 0), (3, FRESH_MS))]
    assert found == ["", "phone"]


def test_own_socket_goes_before_older_ones() -> None:
    hall = Hall()
    hall.bare.come("stranger", "", 0)
    hall.bare.come("own", "seat 1", 1)
    assert (hall.making_room("seat 1", 2), hall.looked_at) == ("own", ["own"])


def test_older_socket_of_a_seat_has_no_moment_to_join() -> None:
    hall = Hall()
    for sid in ("older", "newer"):
        hall.bare.come(sid, "seat 1", 0)
    assert [hall.making_room(f"seat {number}", 0) for number in (2, 3)] == ["older", ""]


def test_seat_whose_newest_socket_joined_has_its_others_go() -> None:
    hall = Hall()
    for sid in ("older", "newer"):
        hall.bare.come(sid, "seat 1", 0)
    hall.gone = {"newer"}
    assert hall.making_room("seat 1", 0) == "older"


def test_review_has_those_that_are_bare_now_and_since_when() -> None:
    hall = Hall()
    for sid in ("a", "b"):
        hall.bare.come(sid, "seat 1", 5)
    left = {"c": "seat 1", "b": "seat 1"}
    assert hall.bare.review(left, 100, 0) == {"b": 5, "c": 100}
    assert hall.bare.review(left, 200, 20) == {"b": 25, "c": 120}
    assert [hall.making_room(f"seat {number}", 200) for number in (2, 3)] == ["b", ""]
