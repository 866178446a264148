"""What scripts leave open when they ask for a word: each form, and the keys it comes to."""

from collections.abc import Iterable, Mapping

from quiz.core.nouns.event import Nature
from quiz.core.nouns.events import ContestantJoined, ContestCreated, SeatReopened, Undone
from quiz.core.nouns.model import Kind, Pool
from quiz.core.nouns.shapes import Step, Verdict
from quiz.core.nouns.state import Life, Scene, Stage
from quiz.formats import EVENTS, FORMATS
from quiz.formats.golden_bell.run_of_show import OwnStep

LIVES = sorted(set(Life) - {Life.HELD})
"""While a question is held its format has a moment of its own."""
MOMENTS = ("answering", "buzzed")
SCENES = (
    *("join", "prepare", "question", "reveal", "floor", "standings", "teams", "prizes"),
    *("round", "blank", "rescue", "bell"),
)
STEPS = (
    *Step,
    *("show_at_once", "start_clock_audience", "settle_audience", "settle_points"),
    *OwnStep,
    *("rescue_nobody", "ring_bell_silent"),
    *("show_early", "show_at_once_buzzer", "start_clock_early", "start_clock_buzzer"),
    *("close_answering", "close_buzzer", "buzzed", "judge"),
    *("reveal_buzzer", "settle_buzzer", "resume_buzzer"),
)
UNDONE = sorted(
    {kind.__name__ for kind in EVENTS if kind.traits.nature is Nature.ACT}
    - {ContestCreated.__name__, Undone.__name__}
    | {ContestantJoined.__name__, SeatReopened.__name__}
)
STATES = ("joined", "in", "out", "leaving", "returned", "spectator")
BUZZES = ("sending", "recorded", "paused", "early", "ready", "over", "off")
TURNS = ("rung", "answering", "right", "wrong", "over", "none_right", "nobody")
TROUBLES = (
    *("disk_full", "read_only", "locked", "damaged", "gone", "replaced", "storage_failed"),
    "put_back",
)
ONOFF = ("on", "off")
SIDES = ("right", "wrong")
TABLES = ("standings", "team_standings")
HELP = ("forward", "back", "judge", "question", "escape")


def all_of(form: str, members: Iterable[str]) -> tuple[str, ...]:
    """The keys of one form, for each of what may stand in its gap."""
    return tuple(form.replace("{}", member) for member in members)


def forms(*pairs: tuple[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Forms with a gap, each with what may stand there."""
    return {form: all_of(form, members) for form, members in pairs}


def keys(*pairs: tuple[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Expressions, each with the keys that it may be."""
    return {expression: tuple(found) for expression, found in pairs}


CHANGES = ("leaving", "returned")
OPENINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "host/console/between.js": forms(("changes.{}", CHANGES)),
    "host/console/ceremony.js": forms(
        ("afterwards.{}", ("figures", "statistics", "data", "contests"))
    ),
    "host/console/doubts.js": forms(("doubt.{}", ("lot", "few"))),
    "host/console/timer.js": forms(
        ("life.{}", (*LIVES, *MOMENTS)),
        ("time.{}", ("pause", "resume", "add_time", "close_now")),
    ),
    "host/console/console.js": {
        **forms(("stage.{}", Stage)),
        **keys(
            ("count", ("hall_count", "hall_full")),
            ("OWN[code]", ("stale", "refused.no_change", "refused.not_on_floor")),
            ("lines[name]", ("connection.connecting", "host_lost")),
        ),
    },
    "host/people/contestant.js": forms(("state.{}", STATES)),
    "host/console/corrections.js": forms(("pool.{}", Pool)),
    "host/console/help.js": forms(("help.{}", HELP), ("help.{}_key", HELP)),
    "host/people/people.js": forms(
        ("show.{}", ("everybody", "in", "out", "away", "same_name")),
        ("state.{}", STATES),
        ("tab.{}", ("floor", "standings", "teams")),
    ),
    "host/console/primary.js": forms(("step.{}", STEPS), ("hint.{}", STEPS), ("undo.{}", UNDONE)),
    "host/prompter/prompter.js": forms(("pool_of.{}", Pool), ("stage.{}", Stage)),
    "host/prompter/saying.js": forms(
        ("say.ask_{}", Pool), ("say.{}", ("several", "order", "text", "number"))
    ),
    "host/prompter/script.js": forms(
        ("say.prepare_{}", Pool), ("format.{}", (*FORMATS, "buzzer_penalty"))
    ),
    "host/console/question.js": forms(("kind.{}", Kind), ("pool_of.{}", Pool)),
    "host/new_contest/quotas.js": forms(
        ("draw.{}", ("over", "free", "all_divided", "divided", "left_out", "none_left_out"))
    ),
    "host/console/run.js": forms(
        ("life.{}", (*LIVES, *MOMENTS)),
        ("log.{}", ("sent", "adjusted")),
        ("pool.{}", Pool),
        ("run.{}", ("done", "now", "coming", *Pool)),
    ),
    "host/console/scenes.js": {
        **forms(("scene.{}", SCENES), ("send.{}", Scene)),
        "{}.{}": tuple(f"{act}.{on}" for act in ("mute", "freeze", "lock_room") for on in ONOFF),
    },
    "host/console/standings.js": forms(
        ("table.{}", ("rank", "who", "survived", "correct", "points"))
    ),
    "host/console/trouble.js": forms(("trouble.{}", ("title", "kept", *TROUBLES))),
    "phone/head.js": forms(("connection.{}", ("connecting", "lost"))),
    "phone/reveal.js": forms(("result.{}", (*Verdict, "watched"))),
    "phone/timer.js": forms(("left.{}", ("10", "5"))),
    "projector/cards.js": forms(("format_{}", FORMATS)),
    "projector/question.js": forms(("question_{}", Pool)),
    "projector/standings.js": {
        **keys(
            ("name", TABLES),
            ("words", ("survived", "correct", "points", "members", "on_floor")),
        ),
    },
    "projector/timer.js": keys(("words", ("reading", "paused", "to_answer"))),
    "shared/prizes_by.js": forms(("prizes_by_{}", ("round", "sum", "winner"))),
    "formats/buzzer/host.js": keys(
        (
            "...buzzed(view, eligible)",
            all_of(
                "buzzed.{}",
                ("waiting", "count", "called", "early", "not_yet", "over", "none"),
            ),
        ),
    ),
    "formats/buzzer/host_buzzes.js": {
        **forms(("buzzes.{}", ("turn", "silent", "right", "wrong"))),
        **keys(("title", ("buzzes.called", "buzzes.title"))),
    },
    "formats/buzzer/host_verdict.js": forms(
        ("judge.{}", SIDES), ("judge.{}_key", SIDES), ("judge.{}_of", SIDES)
    ),
    "formats/buzzer/phone_bell.js": forms(
        ("bell.{}", ("press", "wait", "pressed", "closed")),
        ("buzz.{}", BUZZES),
        ("buzz.code.{}", ("too_early", "too_late", "not_now", "not_on_floor")),
    ),
    "formats/buzzer/projector_question.js": forms(
        ("bell_{}", ("open", "closed")), ("turn_{}", TURNS)
    ),
    "formats/golden_bell/host_script.js": forms(
        ("say.rescue_{}", ("all", "latest", "score", "random", "hand"))
    ),
    "formats/golden_bell/phone_help.js": forms(("help.code.{}", ("too_late", "not_on_floor"))),
    "formats/golden_bell/host_rescue.js": {
        "prefix + each": (
            *all_of("rescue.how.{}", ("all", "number", "percent")),
            *all_of("rescue.order.{}", ("latest", "score", "random", "hand")),
        )
    },
    "formats/golden_bell/projector_bell.js": forms(("bell_{}", ("silent", "waiting"))),
}
"""By script the forms that it leaves open, as they stand there, and all keys that these may be."""
