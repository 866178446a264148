"""What who reads out sees: the hall, the question to come, the key once nobody can answer."""

from dataclasses import replace

from quiz.core.engine.engine import Engine
from quiz.core.nouns.citing import public_citation
from quiz.core.nouns.console_shapes import KeyView, PrompterView
from quiz.core.nouns.hall_shapes import ProjectorView
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Asked, Contest, Life
from quiz.core.views.host_view import key_view
from quiz.core.views.seeing import current, drafted, questions_left, replaced

TOLD = (Life.LOCKED, Life.REVEALED)
"""When the key is told; and while somebody answers aloud, to who has to judge it."""


def prompter_view(engine: Engine, contest: Contest, hall: ProjectorView) -> PrompterView:
    """The prompter's view beside what the hall sees."""
    asked, play, seen = current(contest), contest.play, engine.see(contest)
    return PrompterView(
        v=contest.version,
        step=seen.step,
        hall=hall,
        draft=drafted(play, asked) if play and asked else None,
        key=_key(asked) if asked and (asked.life in TOLD or seen.is_heard) else None,
        left_main=questions_left(play, Pool.MAIN) if play else 0,
        left_reserve=questions_left(play, Pool.RESERVE) if play else 0,
        replaced=replaced(contest),
        parts=engine.parts(contest, "prompter"),
    )


def _key(asked: Asked) -> KeyView:
    """The key as it may be read out: with no source but what the hall is told."""
    told = public_citation(asked.question)
    return replace(key_view(asked), citation=told, is_secondary=False)
