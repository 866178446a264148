"""The one way the core says no."""


class Rejected(Exception):
    """A command the rules refuse; `code` is stable and every edge maps it to words.

    Codes are listed in `docs/protocol.md`.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code if not detail else f"{code}: {detail}")
        self.code = code
        self.detail = detail
