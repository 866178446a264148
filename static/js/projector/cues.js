/** Which sound a change of the view calls for. */
import { momentOf, own } from "../shared/formats.js";

/** @import { ProjectorView } from "../shared/protocol.d.ts" */

/**
 * The cue between two views, or null; `before` is null at the first view.
 * @param {ProjectorView | null} before
 * @param {ProjectorView} after
 */
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

/** @param {ProjectorView} view */
function byScene({ scene, squares }) {
  if (scene === "round") return "title";
  if (scene !== "floor") return null;
  if (squares.some(({ state }) => state === "returned")) return "returned";
  if (squares.some(({ state }) => state === "leaving")) return "leaving";
  return "stay";
}

/**
 * @param {ProjectorView} before
 * @param {ProjectorView} after
 */
function byLife(before, after) {
  if (after.life === before.life) return null;
  if (after.life === "shown") return "shown";
  if (after.life === "clock" && before.life !== "locked") return "clock";
  if (after.life === "revealed") return after.reveal?.voided ? null : "revealed";
  return after.life === "locked" ? "locked" : null;
}

/** @param {ProjectorView} view */
const shown = ({ prizes }) => prizes.filter((prize) => prize.shown).length;
