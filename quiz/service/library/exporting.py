"""A bank written for another program, in a process of its own: thousands take a while."""

import msgspec

from quiz.banks.bank import Bank
from quiz.banks.exporting import writing_apart
from quiz.core.errors import Rejected
from quiz.service.apart import Apart, NotMade


def export_apart(bank: Bank, format_name: str, apart: Apart) -> bytes:
    """The file; other requests are served meanwhile.

    Raises:
        Rejected: `not_exported`: it took more than five minutes, or the process died.
        StorageFailed: the disk does not take it.
    """
    given = {writing_apart.BANK: msgspec.json.encode(bank)}
    try:
        return apart.made(writing_apart.__name__, given, writing_apart.FILE, [format_name])
    except NotMade as problem:
        raise Rejected("not_exported", format_name) from problem
