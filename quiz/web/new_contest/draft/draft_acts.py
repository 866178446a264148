"""What the buttons of a draft's pages do to what was filled in."""

from collections.abc import Callable, Mapping

from flask import request

from quiz.core.nouns.model import Pool
from quiz.web.new_contest.draft.changing_preset import round_fields
from quiz.web.new_contest.draft.draft_rounds import DRAWN, Rounds, among, number
from quiz.web.new_contest.draw.arranging import (
    Picks,
    dropped,
    moved,
    picks_from,
    picks_of,
    placed,
    with_picks,
)
from quiz.web.new_contest.draw.drawn_round import swapped
from quiz.web.new_contest.draw.quota_table import PREFIX
from quiz.web.new_contest.form.checked_rounds import RoundDraft
from quiz.web.new_contest.presets import preset
from quiz.web.new_contest.steps import BY_ID, is_drawing, settings_of

WEIGHT = "weight-"
"""What the field of a round's weight begins with; its place follows."""
MOST_PRIZES = 20


def sent_to(rounds: Rounds, page: str, place: int) -> Rounds:
    """What was filled in, with what this page sent."""
    sent = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if value or not name.startswith(PREFIX)
    ]
    if page == "rules":
        return rounds.kept_in(place, sent, settings_of(rounds.value(place, "preset")))
    if page == "questions":
        return rounds.kept_in(place, sent, is_drawing)
    step = BY_ID[page]
    kept = rounds.kept(sent, among(step.names)) if step.names else rounds
    for name, value in sent if page == "prizes" else ():
        at = number(name.removeprefix(WEIGHT))
        if name.startswith(WEIGHT) and kept.has(at):
            kept = kept.having(at, weight=value)
    return kept


def rounds_changed(rounds: Rounds, seed: str) -> Rounds:
    """The rounds after a button of their list: added, copied, moved, removed."""
    pressed = request.form
    if "add" in pressed:
        banks = rounds.fields(0).getlist("banks")
        return rounds.added(round_fields(preset(pressed["add"]), seed, banks))
    acts: Mapping[str, Callable[[int], Rounds]] = {
        "copy": lambda at: rounds.copied(at, seed),
        "up": lambda at: rounds.moved(at, at - 1),
        "down": lambda at: rounds.moved(at, at + 1),
        "remove": rounds.without,
    }
    for name, act in acts.items():
        if name in pressed:
            return act(number(pressed[name]))
    return rounds


def with_prize(rounds: Rounds) -> Rounds:
    """One more row for a prize."""
    rows = {name.split("-")[1] for name, _ in rounds.contest if name.startswith("prizes-")}
    if len(rows) >= MOST_PRIZES:
        return rounds
    next_row = max((number(row) for row in rows), default=-1) + 1
    new = (f"prizes-{next_row}-name", ""), (f"prizes-{next_row}-count", "")
    return Rounds((*rounds.contest, *new), rounds.rounds, rounds.seen)


def redrawn(rounds: Rounds, place: int, seed: str) -> Rounds:
    """All questions of a round drawn anew; those of before can be had back."""
    was = [(name, rounds.value(place, name)) for name in DRAWN if name != "was"]
    sizes = [(name, rounds.value(place, name)) for name in ("questions", "reserve", "audience")]
    kept = "\n".join(f"{name}={value}" for name, value in (*was, *sizes))
    fresh = dict.fromkeys(DRAWN, "") | {"seed": seed, "was": kept}
    return rounds.having(place, **fresh)


def restored(rounds: Rounds, place: int) -> Rounds:
    """The questions of before the last draw, in a round."""
    lines = rounds.value(place, "was").splitlines()
    if not lines:
        return rounds
    pairs = [(name, value) for name, _, value in (line.partition("=") for line in lines)]
    return rounds.holding(place, [*pairs, ("was", "")])


def question_act(rounds: Rounds, draft: RoundDraft, place: int) -> Rounds:
    """The round after a button at one of its questions."""
    pressed = request.form
    if swap := pressed.get("swap"):
        return swapped_out(rounds, draft, place, swap)
    picks = picks_from(draft.drawn)
    for name in ("up", "down", "to", "move", "drop"):
        if name in pressed:
            return with_picks(rounds, place, rearranged(picks, name, pressed[name]))
    return rounds


def rearranged(picks: Picks, act: str, said: str) -> Picks:
    """The questions after a button: up, down, to a number, to another pool, out."""
    question_id, _, more = said.partition(" ")
    pool = next((each for each, ids in picks.items() if question_id in ids), None)
    if pool is None:
        return picks
    at = picks[pool].index(question_id)
    match act:
        case "up":
            return moved(picks, question_id, pool, at - 1)
        case "down":
            return moved(picks, question_id, pool, at + 1)
        case "to":
            typed = request.form.get(f"to:{question_id}", "")
            at = int(typed) - 1 if typed.isascii() and typed.isdigit() and len(typed) < 4 else at
            return moved(picks, question_id, pool, at)
        case "move" if more in {each.value for each in Pool}:
            return moved(picks, question_id, Pool(more), len(picks[Pool(more)]))
    return dropped(picks, question_id) if act == "drop" else picks


def swapped_out(rounds: Rounds, draft: RoundDraft, place: int, gone: str) -> Rounds:
    """A question replaced by another that the draw gives; it never comes back by itself."""
    swaps = f"{rounds.value(place, 'swaps')} {gone}".strip()
    after = rounds.having(place, swaps=swaps)
    if not picks_of(rounds, place):
        return after
    drawn = swapped(draft.drawn, gone, draft.banks, draft.how, swaps.split())
    return with_picks(after, place, picks_from(drawn))


def chosen_by_hand(
    rounds: Rounds, draft: RoundDraft, place: int, question_id: str, pool: Pool, instead: str
) -> Rounds:
    """A question chosen from a bank: at the end of a pool, or in another one's place."""
    picks = placed(picks_from(draft.drawn), question_id, pool, instead)
    chosen = dict.fromkeys((*rounds.value(place, "chosen").split(), question_id))
    return with_picks(rounds, place, picks).having(place, chosen=" ".join(chosen))
