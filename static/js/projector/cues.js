/** Which sound a change of the view calls for. */
import { momentOf, own } from "../shared/formats.js";

/** The cue between two views, or null; `before` is null at the first view. */
export function cueBetween(before, after) {
  if (!before) return null;
  const changed = after.scene !== before.scene || momentOf(after) !== momentOf(before);
  return (
    (changed && byScene(after)) ||
    own(after).cue?.(before, after) ||
    (changed && byLife(before, after)) ||
    (shown(after) > shown(before) ? "prize" : null)
  );
}

function byScene({ scene, squares }) {
  if (scene === "round") return "title";
  if (scene !== "floor") return null;
  if (squares.some(({ state }) => state === "returned")) return "returned";
  if (squares.some(({ state }) => state === "leaving")) return "leaving";
  return "stay";
}

function byLife(before, after) {
  if (after.life === before.life) return null;
  if (after.life === "shown") return "shown";
  if (after.life === "clock" && before.life !== "locked") return "clock";
  if (after.life === "revealed") return after.reveal?.voided ? null : "revealed";
  return after.life === "locked" ? "locked" : null;
}

const shown = ({ prizes }) => prizes.filter((prize) => prize.shown).length;
