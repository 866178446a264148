import "../../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { ranked } from "../../../../static/js/host/console/standings.js";

const NOBODY = [{ correct: 0, points: 0 }];

for (const [what, stage, standings, told] of [
  ["before anybody was right", "playing", NOBODY, false],
  ["once somebody was right", "playing", [{ correct: 1, points: 0 }], true],
  ["once somebody has points", "playing", [{ correct: 0, points: -5 }], true],
  ["at the end", "finished", NOBODY, true],
]) {
  test(`standings ${what} are ${told ? "" : "not "}told`, () => {
    assert.deepEqual(ranked({ stage, standings }), told ? standings : []);
  });
}
