import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { wholePlaces } from "../../../static/js/shared/places.js";

const rows = (...ranks) => ranks.map((rank) => ({ rank }));

for (const [what, ranks, most, more, shown, rest] of [
  ["that all fit", [1, 2, 2], 3, null, [1, 2, 2], null],
  ["that end with a place", [1, 2, 2, 4], 3, null, [1, 2, 2], { rank: 4, people: 1 }],
  ["that would cut a place", [1, 2, 2, 2, 5], 3, null, [1], { rank: 2, people: 3 }],
  ["of one place", [1, 1, 1], 2, null, [], { rank: 1, people: 3 }],
  ["before a place that was not sent", [1, 2], 3, { rank: 3, people: 90 }, [1, 2], { rank: 3, people: 90 }],
]) {
  test(`places ${what} are shown whole`, () => {
    assert.deepEqual(wholePlaces(rows(...ranks), most, more), { rows: rows(...shown), rest });
  });
}
