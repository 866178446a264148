// What is passed over between a press and the screen that answers it.

import "../../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDesk, READ_MS, STILL_MS } from "../../../../static/js/host/console/desk.js";

/** A desk whose server gives these answers in turn. */
function desk(answers = []) {
  const told = [];
  const made = makeDesk({}, { changed: () => {}, refused: (code) => told.push(code) });
  made.live = { send: async () => answers.shift(), resync: () => {} };
  made.receive("view", { v: 1, acted: 1 });
  return { made, told };
}

test("what has only just changed is settling for as long as the server passes steps over", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { made } = desk();
  assert.equal(made.settling, false);
  made.receive("view", { v: 2, acted: 2 });
  t.mock.timers.tick(STILL_MS - 1);
  assert.equal(made.settling, true);
  t.mock.timers.tick(1);
  assert.equal(made.settling, false);
});

test("a view that moves nothing does not stir the desk", () => {
  const { made } = desk();
  made.receive("view", { v: 2, acted: 1 });
  assert.equal(made.settling, false);
});

test("a second change within the time starts it anew", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { made } = desk();
  made.receive("view", { v: 2, acted: 2 });
  t.mock.timers.tick(STILL_MS - 1);
  made.receive("view", { v: 3, acted: 3 });
  t.mock.timers.tick(STILL_MS - 1);
  assert.equal(made.settling, true);
});

test("a press that came too soon is passed over without a word, another refusal is told", async () => {
  const { made, told } = desk([
    { ok: false, code: "too_soon" },
    { ok: false, code: "stale" },
  ]);
  assert.equal(await made.act("advance"), false);
  assert.equal(await made.act("advance"), false);
  assert.deepEqual(told, ["", "stale"]);
  assert.equal(made.busy, false);
});

test("a refusal stands until it can have been read and the contest has moved on", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const refusal = { ok: false, code: "storage_failed" };
  const { made, told } = desk([refusal, refusal]);
  await made.act("advance");
  made.receive("view", { v: 2, acted: 2 });
  t.mock.timers.tick(READ_MS - 1);
  assert.deepEqual(told, ["storage_failed"]);
  t.mock.timers.tick(1);
  assert.deepEqual(told, ["storage_failed", ""]);
  await made.act("advance");
  t.mock.timers.tick(READ_MS);
  made.receive("view", { v: 3, acted: 2 });
  assert.equal(told.at(-1), "storage_failed");
  made.receive("view", { v: 4, acted: 4 });
  assert.equal(told.at(-1), "");
});
