import "../../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionOf, revealOf } from "../../../../static/js/host/library/question_view.js";

const row = (text, right = false, place = 0) => ({ text, right, place });

/** What a form says, of three options unless told otherwise. */
function found(changes = {}) {
  const rows = changes.rows ?? [row("Hà Nội"), row("Huế", true), row("Vinh")];
  return {
    kind: "one",
    rows,
    picture: "",
    text: "Ở đâu?",
    options: rows.map(({ text }) => text),
    truth: "",
    typed: [],
    explanation: "Vì thế.",
    citation: "Điều 1",
    seconds: 20,
    ...changes,
  };
}

test("question is the first of ten, three dots where nothing is written yet", () => {
  const { pool, ordinal, of, text, seconds } = questionOf(found({ text: "" }));
  assert.deepEqual([pool, ordinal, of, text, seconds], ["main", 1, 10, "…", 20]);
});

const ORDERED = [row("Ba", false, 3), row("Một", false, 1), row("Hai", false, 2)];
const TYPED = { rows: [], options: [], typed: ["1930", "năm 1930"] };

for (const [what, changes, key, text] of [
  ["of one option", {}, [[1]], "B. Huế"],
  ["of several", { kind: "several", rows: [row("a", true), row("b"), row("c", true)] }, [[0, 2]], "A, C"],
  ["of an order", { kind: "order", rows: ORDERED }, [[1, 2, 0]], "B → C → A"],
  ["of what is false", { kind: "true_false", options: ["Đúng", "Sai"], truth: "false" }, [[1]], "B. Sai"],
  ["of a text", { kind: "text", ...TYPED }, ["1930", "năm 1930"], "1930 / năm 1930"],
  ["of nothing ticked", { rows: [row("a"), row("b")] }, [[]], "…"],
]) {
  test(`key ${what} is ${text}`, () => {
    const reveal = revealOf(found(changes));
    assert.deepEqual([reveal.key, reveal.key_text], [key, text]);
  });
}

test("made-up hall answers what can be tapped, the right option most", () => {
  const { counts, right, answered, eligible } = revealOf(found());
  assert.deepEqual([counts, right, answered, eligible], [[17, 63, 17], 63, 97, 100]);
  assert.deepEqual(revealOf(found({ kind: "order", rows: ORDERED })).counts, []);
});
