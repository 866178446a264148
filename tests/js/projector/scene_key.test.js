import assert from "node:assert/strict";
import { test } from "node:test";
import { sceneKey } from "../../../static/js/projector/scene_key.js";

const view = (scene, ordinal = 7, index = 1) => ({
  scene,
  round: { index },
  question: { pool: "main", ordinal },
});

for (const [what, before, next, same] of [
  ["a question and its reveal", view("question"), view("reveal"), true],
  ["two questions", view("question"), view("question", 8), false],
  ["the same question of two rounds", view("question"), view("question", 7, 2), false],
  ["a question announced and shown", view("prepare"), view("question"), false],
  ["two questions announced", view("prepare"), view("prepare", 8), false],
  ["two rounds", view("round"), view("round", 7, 2), false],
  ["the floor after two questions", view("floor"), view("floor", 8), true],
  ["floor and standings", view("floor"), view("standings"), false],
]) {
  test(`${what} are ${same ? "one scene" : "two scenes"}`, () => {
    assert.equal(sceneKey(before) === sceneKey(next), same);
  });
}

test("scene before the first round has a key too", () => {
  assert.equal(sceneKey({ scene: "question", round: null, question: null }), "asked 0 ");
});
