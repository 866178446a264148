/** Which sound a change of the view calls for. */

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
  if (after.life === "locked") return "locked";
  if (after.life === "revealed" && !after.reveal?.voided) return "revealed";
  return null;
}

const shown = ({ prizes }) => prizes.filter((prize) => prize.shown).length;
