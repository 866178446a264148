// What a page passes over: anything older than what it has already seen of the same event.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeNewest } from "../../../static/js/shared/newest.js";

/** Which of these messages get through, in this order. */
function passed(...said) {
  const newest = makeNewest();
  return said.map(([event, payload]) => newest.passes(event, payload));
}

for (const event of ["view", "seat", "counts", "roster", "trouble"]) {
  test(`older ${event} is passed over`, () => {
    const said = [3, 2, 3, 4, 1].map((v) => [event, { v }]);
    assert.deepEqual(passed(...said), [true, false, true, true, false]);
  });
}

test("events have versions of their own", () => {
  assert.deepEqual(passed(["view", { v: 9 }], ["seat", { v: 2 }], ["place", { pin: "1" }]), [true, true, true]);
});

test("welcome always comes through and counts for view and seat", () => {
  const welcome = ["welcome", { view: { v: 5 }, seat: { v: 4 }, answer: null }];
  const said = [["view", { v: 7 }], welcome, ["view", { v: 6 }], ["seat", { v: 3 }], ["seat", { v: 4 }]];
  assert.deepEqual(passed(...said), [true, true, false, false, true]);
});
