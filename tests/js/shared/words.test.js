import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { date, letter, number, t, tCode, timeOfDay } from "../../../static/js/shared/words.js";

test("words have their values, numbers as people write them", () => {
  assert.equal(t("points", { points: 20_125 }), "20.125 điểm");
  assert.equal(t("question.of", { ordinal: 7, of: "20" }), "Câu 7/20");
});

test("value that is not given leaves its place", () => {
  assert.equal(t("question.of", { ordinal: 7 }), "Câu 7/{of}");
});

test("key without words shows nothing and is reported", () => {
  const reported = [];
  globalThis.reportError = ({ message }) => reported.push(message);
  assert.equal(t("nothing.of.the.kind"), "");
  assert.deepEqual(reported, ["no words for nothing.of.the.kind"]);
});

test("code has its words, an unknown one is named", () => {
  assert.deepEqual([tCode("too_late"), tCode("odd")], ["Đã hết giờ", "Lỗi odd"]);
});

test("number has the language's marks", () => {
  assert.deepEqual([1_234_567, 12.5, 7].map(number), ["1.234.567", "12,5", "7"]);
});

test("time of day and date are those of this device", () => {
  const at = new Date(2_026, 6, 28, 9, 4, 3).getTime();
  assert.deepEqual([timeOfDay(at), date(at)], ["09:04:03", "28/7/2026"]);
});

test("options have letters up to the sixth", () => {
  assert.deepEqual([0, 1, 5, 6].map(letter), ["A", "B", "F", ""]);
});
