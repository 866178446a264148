"""JSON as it is sent: views become plain data, and text stays Unicode (a third of the bytes)."""

from typing import Any

import msgspec


class JsonText:
    """The JSON that Socket.IO packets are written with."""

    @staticmethod
    def dumps(value: object, **_: object) -> str:
        """Compact JSON."""
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: str | bytes, **_: object) -> Any:
        """The value; raises ValueError for what is not JSON."""
        try:
            return msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError) as error:
            raise ValueError("not JSON") from error


def plain(view: object) -> Any:
    """A view as dicts, tuples, text and numbers; a tuple alone would be sent as many arguments."""
    return msgspec.to_builtins(view)
