from quiz.transport.messages.rooms import Rooms


def crowd(size: int) -> Rooms:
    rooms = Rooms()
    for place in range(size):
        rooms.basic_enter_room(f"s{place}", "/play", None, eio_sid=f"e{place}")
        rooms.basic_enter_room(f"s{place}", "/play", f"s{place}", eio_sid=f"e{place}")
        rooms.basic_enter_room(f"s{place}", "/play", "contest")
    return rooms


def test_socket_is_found_by_its_name_without_a_room_of_its_own() -> None:
    rooms = crowd(3)
    assert list(rooms.get_participants("/play", "s1")) == [("s1", "e1")]
    assert set(rooms.rooms["/play"]) == {None, "contest"}


def test_contest_has_all_its_sockets() -> None:
    expected = [("s0", "e0"), ("s1", "e1")]
    assert list(crowd(2).get_participants("/play", "contest")) == expected


def test_nobody_is_in_an_unknown_room() -> None:
    assert list(crowd(2).get_participants("/play", "other")) == []
    assert list(crowd(2).get_participants("/host", "s1")) == []


def test_socket_that_left_is_in_no_room() -> None:
    rooms = crowd(2)
    rooms.basic_disconnect("s0", "/play")
    assert list(rooms.get_participants("/play", "s0")) == []
    assert list(rooms.get_participants("/play", "contest")) == [("s1", "e1")]
