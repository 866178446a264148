/** What a Golden Bell round adds to the hall: the bell, the rescue, the lifeline, who was spared. */

import { strike } from "../../projector/sound.js";
import { el } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { bell } from "./projector_bell.js";
import { rescue } from "./projector_rescue.js";

/** @import { BellHall } from "./types.d.ts" */

const STROKES = 6;
const STROKE_S = 1.1;

function lifeline() {
  const beside = el("p", { class: "lifeline", hidden: true }, t("lifeline"));
  /** @param {BellHall} view */
  const show = ({ parts }) => {
    beside.hidden = !parts.golden_bell.lifeline;
  };
  return { beside, show };
}

/**
 * The bell sounds when its scene comes, and when it is rung in it.
 * @param {BellHall} before
 * @param {BellHall} after
 */
function cue(before, after) {
  const { winner, bell_silent: silent } = after.parts.golden_bell;
  if (after.scene !== "bell") return null;
  if (winner && (before.scene !== "bell" || !before.parts.golden_bell?.winner)) return "bell";
  return silent && before.scene !== "bell" ? "silent" : null;
}

register("golden_bell", {
  scenes: { bell, rescue },
  question: lifeline,
  news: ({ parts }) => parts.golden_bell.spared && t("spared"),
  cue,
  sounds: {
    silent: (at) => strike(at, 73.4, 2.6),
    bell: (at) => {
      for (let stroke = 0; stroke < STROKES; stroke += 1) strike(at + stroke * STROKE_S, 523.3, 3.4);
    },
  },
});
