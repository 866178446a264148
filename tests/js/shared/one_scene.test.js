import assert from "node:assert/strict";
import { test } from "node:test";
import { register } from "../../../static/js/shared/formats.js";
import { makeStage } from "../../../static/js/shared/one_scene.js";

/** A scene that writes down what happens to it. */
const written = (log, name) => (now, tools) => {
  log.push(`${name} made for ${now} with ${tools}`);
  return { node: name, update: () => {}, leave: () => log.push(`${name} left`) };
};

function stageOf(log, ...names) {
  const scenes = Object.fromEntries(names.map((name) => [name, written(log, name)]));
  return makeStage(scenes, (node, before) => log.push(`${node} put after ${before}`));
}

const view = (format) => ({ round: { format } });

test("scene comes with another key and leaves before the next one is made", () => {
  const log = [];
  const stage = stageOf(log, "floor", "question");
  assert.deepEqual(
    [
      stage.show(view("points"), "floor", "1", "a", "x"),
      stage.show(view("points"), "floor", "1", "b", "x"),
      stage.show(view("points"), "question", "2", "c", "x"),
    ],
    [true, false, true],
  );
  assert.deepEqual(log, [
    "floor made for a with x",
    "floor put after undefined",
    "floor left",
    "question made for c with x",
    "question put after floor",
  ]);
  assert.equal(stage.scene().node, "question");
});

test("scene of the round's format is taken, not that of another one", () => {
  const log = [];
  register("dice", { scenes: { floor: written(log, "dice") } });
  const stage = stageOf(log, "floor");
  stage.show(view("dice"), "floor", "1", "a");
  assert.equal(stage.scene().node, "dice");
  stage.show(view("points"), "floor", "2", "a");
  assert.equal(stage.scene().node, "floor");
  stage.show(null, "floor", "3", "a");
  assert.equal(stage.scene().node, "floor");
});

test("name that nobody knows is blank", () => {
  const stage = stageOf([], "floor", "blank");
  stage.show(view("points"), "bell", "1", "a");
  assert.equal(stage.scene().node, "blank");
});

test("scene that is shown while it is made is made once", () => {
  let made = 0;
  const again = () => stage.show(null, "floor", "1", "a");
  const floor = () => {
    made += 1;
    again();
    return { node: "floor", update: () => {} };
  };
  const stage = makeStage({ floor }, () => {});
  again();
  assert.equal(made, 1);
});
