"""What who reads out sees: the hall, the question to come, the key once nobody can answer."""

from quiz.core.engine.engine import Engine
from quiz.core.nouns.console_shapes import PrompterView
from quiz.core.nouns.hall_shapes import ProjectorView
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Contest, Life
from quiz.core.views.host_view import key_view
from quiz.core.views.seeing import current, drafted, questions_left, replaced

TOLD = (Life.LOCKED, Life.REVEALED)
"""When the key is told."""


def prompter_view(engine: Engine, contest: Contest, hall: ProjectorView) -> PrompterView:
    """The prompter's view beside what the hall sees."""
    asked, play = current(contest), contest.play
    return PrompterView(
        v=contest.version,
        step=engine.see(contest).step,
        hall=hall,
        draft=drafted(play, asked) if play and asked else None,
        key=key_view(asked) if asked and asked.life in TOLD else None,
        left_main=questions_left(play, Pool.MAIN) if play else 0,
        left_reserve=questions_left(play, Pool.RESERVE) if play else 0,
        replaced=replaced(contest),
        parts=engine.parts(contest, "prompter"),
    )
