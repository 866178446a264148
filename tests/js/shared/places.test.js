import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { restWords, tieBreaks, wholePlaces } from "../../../static/js/shared/places.js";

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

test("one person who is left out is not called equal to others", () => {
  assert.deepEqual(
    [{ rank: 11, people: 1 }, { rank: 11, people: 2 }, null].map((rest) => restWords(rest)),
    ["Từ hạng 11 trở đi không nêu tên", "Hạng 11: 2 người ngang nhau, không nêu tên", null],
  );
});

test("times that tell equals apart are to the thousandth", () => {
  const row = { points: 10, correct: 1, survived: 1, reserve: 0, by_lot: false };
  const equals = [5_710, 5_834].map((time_ms, number) => ({ ...row, number, time_ms }));
  assert.deepEqual(
    equals.map((one) => tieBreaks(one, equals)),
    [["5,710 giây"], ["5,834 giây"]],
  );
});
