import assert from "node:assert/strict";
import { test } from "node:test";
import { mains, plannedAt } from "../../../../static/js/host/console/planned.js";

const ROUND = { questions: { main: ["q1", "q2"], reserve: ["r1", "r2", "r3"], audience: ["k1"] } };

for (const [replaced, all] of [
  [0, ["q1", "q2"]],
  [1, ["q1", "q2", "r3"]],
  [2, ["q1", "q2", "r3", "r2"]],
]) {
  test(`with ${replaced} replaced the main questions are ${all}`, () => assert.deepEqual(mains(ROUND, replaced), all));
}

for (const [pool, ordinal, question] of [
  ["main", 2, "q2"],
  ["main", 3, "r3"],
  ["main", 4, "r2"],
  ["reserve", 1, "r1"],
  ["audience", 1, "k1"],
]) {
  test(`number ${ordinal} of ${pool} is ${question}`, () => assert.equal(plannedAt(ROUND, pool, ordinal), question));
}
