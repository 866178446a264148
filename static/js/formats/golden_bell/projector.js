/** What a Golden Bell round adds to the hall: the bell, the rescue, the lifeline, who was spared. */

import { strike } from "../../projector/sound.js";
import { el, setText } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { number, t } from "../../shared/words.js";
import { bell } from "./projector_bell.js";
import { rescue } from "./projector_rescue.js";

/** @import { BellHall } from "./types.d.ts" */
/** @import { HelpView } from "../../shared/protocol.d.ts" */

const STROKES = 6;
const STROKE_S = 1.1;

function lifeline() {
  const beside = el("p", { class: "lifeline", hidden: true });
  /** @param {BellHall} view */
  const show = ({ parts: { golden_bell: told } }) => {
    beside.hidden = !told.help;
    if (told.help) setText(beside, lifelineWords(told.help));
  };
  return {
    beside,
    show,
    /** @param {BellHall} view */
    answered: ({ parts: { golden_bell: told } }) => told.help?.open && t("lifeline.helped"),
    /** @param {BellHall} view */
    chosen: ({ parts: { golden_bell: told } }) => told.help?.chosen ?? [],
  };
}

/** @param {HelpView} help */
function lifelineWords({ asker, open, aloud, answers, chosen }) {
  const name = asker?.name ?? "";
  if (aloud) return t("lifeline.aloud", { name });
  if (open) return t("lifeline.open", { name });
  if (!answers) return t("lifeline.nobody", { name });
  return chosen.length > 0 ? t("lifeline.given", { name }) : `${number(answers)} ${t("lifeline.told", { name })}`;
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
