import assert from "node:assert/strict";
import { test } from "node:test";
import { all, momentOf, own, register, timeRuns } from "../../../static/js/shared/formats.js";

const DICE = { running: ["throwing"] };
register("dice", DICE);

const view = (life, phase = "", format = "dice") => ({ life, round: { format }, parts: { dice: { phase } } });

test("a view has what the format of its round adds", () => {
  assert.equal(own(view("shown")), DICE);
  assert.deepEqual([own(view("shown", "", "other")), own({ round: null }), own(null)], [{}, {}, {}]);
});

test("formats are told with their names", () => {
  assert.deepEqual(all(), [["dice", DICE]]);
});

test("moment is what the format says while the question is held, else its life", () => {
  const moments = [view("clock", "throwing"), view("held", "throwing"), view("held"), view(null)].map(momentOf);
  assert.deepEqual(moments, ["clock", "throwing", "held", null]);
  assert.equal(momentOf({ life: "held", round: null, parts: {} }), "held");
});

test("time runs by the clock and in the format's own phases", () => {
  const running = [view("clock"), view("held", "throwing"), view("held", "judging"), view("paused")].map(timeRuns);
  assert.deepEqual(running, [true, true, false, false]);
});
