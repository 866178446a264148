// What the console says of storage: why nothing is stored, or that it was put right.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WORDS } from "../../page.js";

const { makeTrouble } = await import("../../../../static/js/host/console/trouble.js");

for (const [code, said] of [
  ["", ""],
  ["gone", ["title", "gone", "kept"].map((key) => WORDS[`trouble.${key}`]).join(" ")],
  ["damaged", ["title", "damaged"].map((key) => WORDS[`trouble.${key}`]).join(" ")],
  ["put_back", WORDS["trouble.put_back"]],
]) {
  test(`trouble ${code || "that is over"} is said so`, () => {
    const banner = { hidden: true, textContent: "before" };
    makeTrouble(banner)({ v: 1, code });
    assert.deepEqual(banner, { hidden: !code, textContent: said });
  });
}
