// What a buzzer round adds to a phone: the screen of its questions, and who was right.

import { register } from "../../shared/formats.js";
import { buzzAfter, hadTurn } from "./phone_buzz.js";
import { buzzerScreen } from "./phone_screen.js";
import { turnsTold } from "./phone_turn.js";

/** @import { BuzzerPhoneView, BuzzerSeat } from "./types.d.ts" */
/** @import { PhoneView } from "../../shared/protocol.d.ts" */

/**
 * An audience question of the round has no buzzer.
 * @param {Pick<PhoneView, "parts">} view
 */
const has = ({ parts }) => Boolean(parts.buzzer);

/** @param {{ before: BuzzerPhoneView, view: BuzzerPhoneView, seat: BuzzerSeat }} told */
function awaitsSeat({ before, view, seat }) {
  if (!has(view)) return undefined;
  const had = hadTurn({ view, seat });
  if (view.life === "revealed" && before.life !== "revealed") return had;
  // A turn taken back gives the right to buzz again.
  return (has(before) && !had && hadTurn({ view: before, seat })) || undefined;
}

register("buzzer", {
  scenes: { buzzer: buzzerScreen },
  sceneOf: ({ view }, name) => (name === "question" && has(view) ? "buzzer" : name),
  after: buzzAfter,
  awaitsSeat,
  // A turn that was taken back takes its answer with it.
  forgets: ({ view, seat }) => has(view) && !hadTurn({ view, seat }),
  outcome: (view, verdict) => (has(view) ? { above: turnsTold(view, verdict) } : undefined),
});
