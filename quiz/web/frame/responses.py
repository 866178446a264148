"""What a page gives back: its text, a response of its own, or the text with a status."""

from typing import TypeAlias

from werkzeug.wrappers import Response

PageResponse: TypeAlias = Response | str | tuple[str, int]
