"""The words that scripts show, one module per page folder; keys are what `t("key")` names."""

from collections.abc import Mapping

from flask_babel import LazyString

Words = Mapping[str, LazyString]


def spoken(*pages: Words) -> dict[str, str]:
    """The words of these pages in the language of the request, ready for the page's JSON."""
    return {key: str(text) for page in pages for key, text in page.items()}
