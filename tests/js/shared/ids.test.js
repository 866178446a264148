import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../../static/js/shared/ids.js";

test("id is 32 hexadecimal digits, another one each time", () => {
  const ids = Array.from({ length: 100 }, newId);
  assert.deepEqual(
    ids.filter((id) => !/^[0-9a-f]{32}$/.test(id)),
    [],
  );
  assert.equal(new Set(ids).size, 100);
});
