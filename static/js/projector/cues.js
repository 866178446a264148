/** Which sound a change of the view calls for. */

const BEFORE_A_BUZZ = new Set(["shown", "clock", "paused"]);

/** The cue between two views, or null; `before` is null at the first view. */
export function cueBetween(before, after) {
  if (!before) return null;
  if (after.scene !== before.scene || after.life !== before.life) {
    const cue = byScene(after) ?? byLife(before, after);
    if (cue) return cue;
  }
  if (shown(after) > shown(before)) return "prize";
  if (after.scene === "bell" && after.winner && !before.winner) return "bell";
  return null;
}

function byScene({ scene, squares, spared, winner, bell_silent: silent }) {
  if (scene === "bell") return winner ? "bell" : silent ? "silent" : null;
  if (scene === "round") return "title";
  if (scene !== "floor") return null;
  if (squares.some(({ state }) => state === "returned")) return "returned";
  if (!spared && squares.some(({ state }) => state === "leaving")) return "leaving";
  return "stay";
}

function byLife(before, after) {
  if (after.life === before.life) return null;
  if (after.life === "shown") return "shown";
  if (after.life === "clock" && before.life !== "locked") return "clock";
  if (after.life === "buzzed") return "buzz";
  if (after.life === "answering") return BEFORE_A_BUZZ.has(before.life) ? "buzz" : null;
  if (after.life === "revealed") return after.reveal?.voided ? null : "revealed";
  if (before.life === "answering") return byTurn(before, after);
  return after.life === "locked" ? "locked" : null;
}

/** After a turn: right or wrong once that is known, else that the question is locked. */
function byTurn(before, { life, buzzer }) {
  if (!buzzer || !before.buzzer) return null;
  const { right, missed, aloud } = buzzer;
  if (life === "paused") return missed.length > before.buzzer.missed.length ? "wrong" : null;
  if (life !== "locked") return null;
  if (right.length) return "right";
  return aloud ? "wrong" : "locked";
}

const shown = ({ prizes }) => prizes.filter((prize) => prize.shown).length;
