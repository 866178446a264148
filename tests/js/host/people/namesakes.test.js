import assert from "node:assert/strict";
import { test } from "node:test";
import { namesakes } from "../../../../static/js/host/people/namesakes.js";

const row = (number, name, team = "Đỏ") => ({ number, name, team });

test("the same name in one team marks all who have it, whatever its case and spaces", () => {
  const roster = [row(1, "Lê An"), row(2, "Lê Bình"), row(3, "lê  AN"), row(4, "Le\u0302 An "), row(5, "Lê Ân")];
  assert.deepEqual([...namesakes(roster)], [1, 3, 4]);
});

test("the same name in two teams marks nobody", () => {
  assert.deepEqual([...namesakes([row(1, "Lê An"), row(2, "Lê An", "Vàng")])], []);
});
