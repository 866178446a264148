"""When a server is killed."""

from enum import StrEnum

SETTLES_MS = 400
"""How long the contest waits for slower lines."""


class Moment(StrEnum):
    """Where the contest is when the server dies; the instant within it is left to luck.

    `own_step`: a step that only this format has; `settling`: nobody can do anything, the server
    goes on by itself; `in_turn`: while the question is held, one alone answers, on the phone or
    (`spoken`) aloud; `choosing`: people are being chosen, and nothing is decided; `correcting`: a
    key, a verdict or a whole question is put right; `asking_again`: a question is taken back while
    it is answered, and asked anew; `ceremony`: a prize is given.
    """

    JOINING = "joining"
    ANSWERING = "answering"
    LOCKED = "locked"
    REVEAL = "reveal"
    OWN_STEP = "own_step"
    MIGRATION = "migration"
    SETTLING = "settling"
    IN_TURN = "in_turn"
    SPOKEN = "spoken"
    CHOOSING = "choosing"
    CORRECTING = "correcting"
    UNDOING = "undoing"
    ASKING_AGAIN = "asking_again"
    CEREMONY = "ceremony"


ANSWER_WITHIN_S = 0.5
# These are struck while an act is carried out, most of them in its first milliseconds.
PRESSED = (
    *(Moment.LOCKED, Moment.REVEAL, Moment.OWN_STEP, Moment.CHOOSING),
    *(Moment.CORRECTING, Moment.UNDOING, Moment.ASKING_AGAIN, Moment.CEREMONY),
)
# How long after its beginning each moment may be struck (s).
WINDOWS_S = {
    Moment.JOINING: 0.8,
    Moment.ANSWERING: 0.3 + ANSWER_WITHIN_S,
    Moment.LOCKED: 0.3,
    Moment.REVEAL: 0.1,
    Moment.OWN_STEP: 0.1,
    Moment.MIGRATION: 0.15,
    Moment.SETTLING: SETTLES_MS / 1000,
    Moment.IN_TURN: ANSWER_WITHIN_S,
    Moment.SPOKEN: ANSWER_WITHIN_S,
    Moment.CHOOSING: 0.1,
    Moment.CORRECTING: 0.1,
    Moment.UNDOING: 0.1,
    Moment.ASKING_AGAIN: 0.1,
    Moment.CEREMONY: 0.1,
}
