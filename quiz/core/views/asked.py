"""A question asked in any round, as the host looks it up: the key, and what was answered."""

from quiz.core.nouns.console_shapes import AskedView
from quiz.core.nouns.state import Asked
from quiz.core.views.answer_groups import groups
from quiz.core.views.seeing import key_text


def asked_view(asked: Asked) -> AskedView:
    """The key, and equal answers together."""
    return AskedView(key_text(asked.question), asked.voided, groups(asked))
