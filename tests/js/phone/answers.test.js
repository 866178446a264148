import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerText, questionName } from "../../../static/js/phone/answers.js";

for (const [question, name] of [
  [{ pool: "main", ordinal: 7, of: 20 }, "Câu 7/20"],
  [{ pool: "main", ordinal: 7, of: 0 }, "Câu 7"],
  [{ pool: "reserve", ordinal: 2, of: 3 }, "Câu dự phòng 2"],
  [{ pool: "audience", ordinal: 1, of: 3 }, "Câu cho khán giả 1"],
]) {
  test(`name of the ${question.pool} question is ${name}`, () => assert.equal(questionName(question), name));
}

const OPTIONS = ["Hà Nội", "Lạng Sơn", "Huế"];

for (const [kind, answer, text] of [
  ["one", [1], "B. Lạng Sơn"],
  ["several", [0, 2], "A. Hà Nội; C. Huế"],
  ["order", [2, 0, 1], "C → A → B"],
  ["text", "1930", "1930"],
]) {
  test(`answer of the kind ${kind} is said as a person would`, () => {
    assert.equal(answerText({ kind, options: OPTIONS }, answer), text);
  });
}
