import assert from "node:assert/strict";
import { test } from "node:test";
import { sceneKey } from "../../../static/js/projector/scene_key.js";

const view = (scene, asked = 71, index = 1) => ({
  scene,
  round: { index },
  question: { pool: "main", ordinal: 7, asked },
});

for (const [what, before, next, same] of [
  ["a question and its reveal", view("question"), view("reveal"), true],
  ["two questions", view("question"), view("question", 81), false],
  ["a question and one asked again", view("question"), view("question", 75), false],
  ["a question announced and shown", view("prepare"), view("question"), false],
  ["two questions announced", view("prepare"), view("prepare", 81), false],
  ["two rounds", view("round"), view("round", 71, 2), false],
  ["the floor after two questions", view("floor"), view("floor", 81), true],
  ["floor and standings", view("floor"), view("standings"), false],
]) {
  test(`${what} are ${same ? "one scene" : "two scenes"}`, () => {
    assert.equal(sceneKey(before) === sceneKey(next), same);
  });
}

test("scene before the first round has a key too", () => {
  assert.equal(sceneKey({ scene: "question", round: null, question: null }), "asked 0");
});
