from quiz.live.trips import Trips


def asked(*times: int) -> Trips:
    trips = Trips()
    for at in times:
        trips.asked(at)
    return trips


def test_way_is_unknown_before_the_second_question() -> None:
    assert [asked().one_way_ms, asked(1_000).one_way_ms] == [0, 0]


def test_half_the_shortest_round_trip_counts() -> None:
    assert asked(1_000, 1_090, 1_160, 1_400, 1_480).one_way_ms == 35


def test_measurement_after_sleep_begins_anew() -> None:
    assert asked(1_000, 1_040, 1_080, 90_000).one_way_ms == 0
    assert asked(1_000, 1_040, 1_080, 90_000, 90_300, 90_500).one_way_ms == 100


def test_only_the_latest_round_trips_count() -> None:
    assert asked(0, 10, 110, 210, 310, 410).one_way_ms == 50


def test_clock_set_back_is_no_round_trip() -> None:
    assert asked(5_000, 4_000).one_way_ms == 0


def test_client_that_waits_looks_at_most_a_second_away() -> None:
    assert asked(0, 2_000, 4_000, 6_000, 8_000).one_way_ms == 1_000
    assert asked(0, 2_001, 4_002).one_way_ms == 0
