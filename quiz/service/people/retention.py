"""Retention: names go by themselves when their time is over."""

import logging

from quiz.core.errors import Rejected
from quiz.service.machine import later as machine_later
from quiz.service.people.personal import PersonalData
from quiz.service.ports import Later
from quiz.service.recurring import Recurring

log = logging.getLogger(__name__)

LOOK_MS = 60 * 60 * 1000
"""How often to look; also how long names stay when people were playing."""


class Retention(Recurring):
    """Erases what is due at the start and every hour."""

    every_ms = LOOK_MS
    at_once = True

    def __init__(self, personal: PersonalData, later: Later = machine_later) -> None:
        self._personal = personal
        super().__init__(later)

    def _look(self) -> None:
        for contest_id in self._personal.due():
            self._erase(contest_id)

    def _erase(self, contest_id: str) -> None:
        try:
            self._personal.erase_due(contest_id)
        except Rejected as refusal:
            text = "Names are kept beyond their time: %s"
            log.warning(text, refusal.code, extra={"contest": contest_id})
        else:
            log.info("Names were erased, their time was over", extra={"contest": contest_id})
