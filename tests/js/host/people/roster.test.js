import assert from "node:assert/strict";
import { test } from "node:test";
import { merged } from "../../../../static/js/host/people/roster.js";

const row = (number, name = `${number}`) => ({ number, name });

test("changed rows take their places, gone ones leave, in order of number", () => {
  const known = [row(1), row(2), row(10)];
  const changed = { rows: [row(11), row(2, "two"), row(3)], gone: [1] };
  assert.deepEqual(merged(known, changed), [row(2, "two"), row(3), row(10), row(11)]);
});

test("list that we have is left as it is", () => {
  const known = [row(1), row(2)];
  merged(known, { rows: [row(3)], gone: [1] });
  assert.deepEqual(known, [row(1), row(2)]);
});
