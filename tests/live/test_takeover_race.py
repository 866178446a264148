import threading
from typing import Any, cast

from quiz.budget import Budget
from quiz.core.nouns.actors import seat
from quiz.live.visitors import Phones, Visitor
from quiz.service.contests.running.runner import Runner
from quiz.service.people.roles import Role

DEVICES = 16


def device(sid: int) -> Visitor:
    return Visitor(str(sid), cast("Runner", None), Budget(0, 1, 1), Role.CONTESTANT, seat(7), 7)


def test_devices_that_take_one_seat_at_one_instant_leave_one_in_it() -> None:
    phones, together = Phones(), threading.Barrier(DEVICES)
    turned_out: list[Any] = []

    def enter(visitor: Visitor) -> None:
        together.wait(10)
        turned_out.append(phones.enter(visitor))

    devices = [device(sid) for sid in range(DEVICES)]
    threads = [threading.Thread(target=enter, args=(each,)) for each in devices]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    (seated,) = phones.all()
    others = sorted(each.sid for each in turned_out if each is not None)
    assert others == sorted(each.sid for each in devices if each is not seated)


def test_device_that_was_turned_out_does_not_free_the_seat() -> None:
    phones, first, second = Phones(), device(1), device(2)
    phones.enter(first)
    phones.enter(second)
    phones.leave(first)
    assert phones.all() == [second]
    phones.leave(second)
    assert phones.all() == []
