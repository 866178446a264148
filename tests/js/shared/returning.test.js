// When a page calls a server that is gone; tests/bots holds robots to the same times.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeReturning } from "../../../static/js/shared/returning.js";

/** The first pauses with this luck, after the server told `within` ms. */
function pauses(within, luck, count = 4) {
  const returning = makeReturning(() => luck);
  returning.within(within);
  return Array.from({ length: count }, () => returning.pause());
}

test("first try is spread over what the server told", () => {
  assert.deepEqual([pauses(5_000, 0, 1), pauses(5_000, 1, 1)], [[250], [5_250]]);
});

test("later tries are rarer, up to three seconds in a small hall", () => {
  assert.deepEqual(
    [pauses(0, 1, 6), pauses(0, 0, 6)],
    [
      [750, 1_000, 2_000, 3_000, 3_000, 3_000],
      [250, 500, 1_000, 1_500, 1_500, 1_500],
    ],
  );
});

test("once it was back the first pause is the first again", () => {
  const returning = makeReturning(() => 1);
  returning.pause();
  returning.pause();
  returning.back();
  assert.equal(returning.pause(), 750);
});

for (const [within, luck, seconds] of [
  [0, 1, [15, 30, 60, 120, 240, 240, 15]],
  [0, 0, [7.5, 15, 30, 60, 120, 120, 7.5]],
  [30_000, 1, [30, 60, 120, 240, 240, 240, 30]],
]) {
  test(`page without a seat tries ever more seldom (${within} ms, luck ${luck}) and anew once it was back`, () => {
    const returning = makeReturning(() => luck);
    returning.within(within);
    const told = Array.from({ length: 6 }, () => returning.later());
    returning.back();
    told.push(returning.later());
    assert.deepEqual(
      told,
      seconds.map((each) => each * 1_000),
    );
  });
}

test("a page's place in the time that the server told is by its luck", () => {
  const returning = makeReturning(() => 0.5);
  assert.equal(returning.share(), 0);
  returning.within(5_000);
  assert.equal(returning.share(), 2_500);
});
