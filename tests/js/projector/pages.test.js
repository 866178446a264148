import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesOf } from "../../../static/js/projector/pages.js";

for (const [count, most, sizes] of [
  [0, 6, [0]],
  [6, 6, [6]],
  [7, 6, [4, 3]],
  [30, 12, [10, 10, 10]],
]) {
  test(`${count} in pages of ${most} are ${sizes}`, () => {
    const items = Array.from({ length: count }, (_, place) => place);
    const pages = pagesOf(items, most);
    assert.deepEqual([pages.map((page) => page.length), pages.flat()], [sizes, items]);
  });
}
