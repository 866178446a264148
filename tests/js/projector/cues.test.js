import assert from "node:assert/strict";
import { test } from "node:test";
import { cueBetween } from "../../../static/js/projector/cues.js";
import { register } from "../../../static/js/shared/formats.js";

register("dice", { cue: (_before, { parts }) => parts.dice?.cue });

const view = (changes = {}) => ({
  scene: "question",
  life: null,
  round: { format: "points" },
  parts: {},
  squares: [],
  prizes: [],
  reveal: null,
  ...changes,
});
const squares = (...states) => states.map((state) => ({ state }));
const prizes = (...shown) => shown.map((each) => ({ shown: each }));

for (const [what, before, after, cue] of [
  ["of a question", { life: "drawn" }, { life: "shown" }, "shown"],
  ["of the clock", { life: "shown" }, { life: "clock" }, "clock"],
  ["of a lock taken back", { life: "locked" }, { life: "clock" }, null],
  ["of a lock", { life: "clock" }, { life: "locked" }, "locked"],
  ["of a reveal", { life: "locked" }, { life: "revealed", reveal: { voided: false } }, "revealed"],
  ["of a void question", { life: "locked" }, { life: "revealed", reveal: { voided: true } }, null],
  ["of a round", { scene: "floor" }, { scene: "round" }, "title"],
  ["of a floor that stays", {}, { scene: "floor", squares: squares("in") }, "stay"],
  ["of people who leave", {}, { scene: "floor", squares: squares("in", "leaving") }, "leaving"],
  ["of people who return", {}, { scene: "floor", squares: squares("leaving", "returned") }, "returned"],
  ["of a prize", { prizes: prizes(false, false) }, { prizes: prizes(false, true) }, "prize"],
  ["of a prize taken back", { prizes: prizes(false, true) }, { prizes: prizes(false, false) }, null],
  ["of nothing new", { life: "clock" }, { life: "clock" }, null],
  ["of the format", {}, { round: { format: "dice" }, parts: { dice: { cue: "roll" } } }, "roll"],
]) {
  test(`cue ${what} is ${cue}`, () => assert.equal(cueBetween(view(before), view(after)), cue));
}

test("first view calls for no cue", () => {
  assert.equal(cueBetween(null, view({ life: "shown" })), null);
});
