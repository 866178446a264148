"""Retention: names go by themselves when their time is over."""

import logging

from quiz.core.errors import Rejected
from quiz.service.every import Every
from quiz.service.machine import later as machine_later
from quiz.service.people.personal import PersonalData
from quiz.service.ports import Later

log = logging.getLogger(__name__)

LOOK_MS = 60 * 60 * 1000
"""How often to look; also how long names stay when people were playing."""


class Retention:
    """Looks at the start and every hour."""

    def __init__(self, personal: PersonalData, later: Later = machine_later) -> None:
        self._personal = personal
        self._every = Every(LOOK_MS, self._look, later)

    def start(self) -> None:
        """Erase what is due now, then again and again."""
        self._every.start(at_once=True)

    def close(self) -> None:
        """Look no more."""
        self._every.close()

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
