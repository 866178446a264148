"""A contest's record as files to take away: JSON for programs, a workbook for people."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import msgspec
from flask_babel import gettext as _

from quiz.banks.exporting import sheets_apart
from quiz.resting import rested
from quiz.service.people.contest_record import ContestRecord
from quiz.web.formats import PAGES
from quiz.web.formats.telling import Sheet, local_time, mark, pool_words
from quiz.web.frame.desk import desk
from quiz.web.people.saying_actors import Who, who_said
from quiz.web.people.saying_corrections import detail_words, what_words


def as_json(record: ContestRecord) -> bytes:
    """The whole record as JSON, UTF-8, two spaces; `who` says in words who corrected.

    What formats tell stands beside the rest.
    """
    who = who_said(record.id)
    whole = {field.name: getattr(record, field.name) for field in fields(record)}
    whole["corrections"] = [
        {**msgspec.to_builtins(each), "who": who(each.actor)} for each in record.corrections
    ]
    parts = whole.pop("parts")
    return msgspec.json.format(msgspec.json.encode(whole | parts), indent=2)


def as_workbook(record: ContestRecord) -> bytes:
    """The record as an .xlsx file, made in a process of its own; raises NotMade, StorageFailed."""
    # Lists: whoever plays has a turn while tens of thousands of rows are told.
    told = [(title, header, list(rested(rows))) for title, header, rows in sheets(record)]
    given = {sheets_apart.SHEETS: msgspec.json.encode(told, enc_hook=str)}
    return desk().apart.made(sheets_apart.__name__, given, sheets_apart.FILE)


def sheets(record: ContestRecord) -> list[Sheet]:
    """Title, header and rows of each sheet."""
    who = who_said(record.id)
    return [
        _contestants(record),
        _answers(record, who),
        *(sheet for pages in PAGES.values() for sheet in pages.sheets(record.parts)),
        _places(record),
        _corrections(record, who),
    ]


def _person() -> tuple[Any, Any, Any]:
    """How the columns are called that say who somebody is."""
    return _("Số báo danh"), _("Họ tên"), _("Đội")


def _contestants(record: ContestRecord) -> Sheet:
    rows = (
        (p.number, p.name, p.team, mark(p.spectator), local_time(p.joined_at), mark(p.removed))
        for p in record.contestants
    )
    header = (*_person(), _("Khán giả"), _("Vào lúc"), _("Bị đưa ra"))
    return _("Thí sinh"), header, rows


def _answers(record: ContestRecord, who: Who) -> Sheet:
    header = (
        *(_person()[0], _("Phần thi"), _("Loại câu"), _("Câu số"), _("Câu hỏi"), _("Trả lời")),
        *(_("Máy chủ nhận lúc"), _("Thời gian (giây)"), _("Ai nhập"), _("Được tính"), _("Đúng")),
        _("Ai làm"),
    )
    rows = (
        (
            *(a.number, a.round, pool_words(a.pool), a.ordinal, a.question, a.answer),
            *(local_time(a.at, exact=True), a.took_ms / 1000, _entered(a.by)),
            *(mark(a.counted), mark(bool(a.right)), who(a.actor)),
        )
        for a in record.answers
    )
    return _("Câu trả lời"), header, rows


def _places(record: ContestRecord) -> Sheet:
    header = (
        *(_("Hạng"), *_person(), _("Đơn vị"), _("Giải"), _("Điểm")),
        *(_("Số câu đúng"), _("Thời gian (giây)")),
    )
    rows = (
        (
            *(s.rank, s.number, s.name, s.team, s.unit, s.prize, s.points),
            *(s.correct, s.time_ms / 1000),
        )
        for s in record.standings
    )
    return _("Xếp hạng"), header, rows


def _corrections(record: ContestRecord, who: Who) -> Sheet:
    rows = [
        (local_time(c.at), what_words(c.what), who(c.actor), detail_words(c))
        for c in record.corrections
    ]
    return _("Điều chỉnh"), (_("Lúc"), _("Việc"), _("Ai làm"), _("Chi tiết")), rows


def _entered(by: str) -> str:
    """Who typed an answer in."""
    return str(_("Thí sinh") if by == "contestant" else _("Người nhập hộ"))


FILES: dict[str, tuple[Callable[[ContestRecord], bytes], str]] = {
    "json": (as_json, "application/json"),
    "xlsx": (
        as_workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
"""By the ending of the file's name: what writes it, and its type."""
