/** What a buzzer round adds to the hall: the buzzer of a question, its time and its sounds. */

import { C4, C5, E4, E5, G5, rise } from "../../projector/sound.js";
import { momentOf, register } from "../../shared/formats.js";
import { makeBuzzer } from "./projector_question.js";

/** @import { BuzzerHall } from "./types.d.ts" */

/** @type {Set<unknown>} */
const BEFORE_A_BUZZ = new Set(["shown", "clock", "paused"]);

/**
 * The sound of a buzz, and of a turn that is over; other changes have those of any question.
 * @param {BuzzerHall} before
 * @param {BuzzerHall} after
 */
function cue(before, after) {
  const [was, is] = [momentOf(before), momentOf(after)];
  if (is === "buzzed" && was !== "buzzed") return "buzz";
  if (is === "answering" && BEFORE_A_BUZZ.has(was)) return "buzz";
  return was === "answering" && is !== was ? byTurn(before, after) : null;
}

/**
 * After a turn: right or wrong once that is known.
 * @param {BuzzerHall} before
 * @param {BuzzerHall} view
 */
function byTurn(before, { life, parts: { buzzer } }) {
  if (!buzzer) return null;
  const { right, missed, aloud } = buzzer;
  if (life === "paused") return missed.length > before.parts.buzzer.missed.length ? "wrong" : null;
  if (life !== "locked") return null;
  if (right.length) return "right";
  return aloud ? "wrong" : null;
}

register("buzzer", {
  // An audience question of the round has no buzzer.
  question: ({ view, now }) => (view.parts.buzzer ? makeBuzzer(now) : null),
  running: ["answering"],
  timeLabels: { answering: "to_answer" },
  cue,
  sounds: {
    buzz: (at) => rise(at, [G5, G5], { step: 0.11, length: 0.5, volume: 0.35, wave: "sine" }),
    right: (at) => rise(at, [C5, E5, G5], { step: 0.08, length: 0.7 }),
    wrong: (at) => rise(at, [E4, C4], { step: 0.18, length: 0.45 }),
  },
});
