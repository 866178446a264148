import assert from "node:assert/strict";
import { test } from "node:test";
import {
  after,
  askedOf,
  awaitsSeat,
  hasFloor,
  isLastRound,
  phaseOf,
  START,
  sceneOf,
} from "../../../static/js/phone/state.js";

const QUESTION = { pool: "main", ordinal: 7, of: 20, asked: 71 };
const CLOCK = { show_at: 1_000, opens_at: 2_000, deadline: 9_000, left_ms: 0 };
const ROUND = { index: 1, of: 2, format: "points", eliminates: false };

const viewOf = (changes = {}) => ({
  v: 1,
  stage: "playing",
  round: ROUND,
  life: null,
  question: null,
  clock: null,
  parts: {},
  ...changes,
});
const seatOf = (changes = {}) => ({ v: 1, number: 3, may_answer: true, verdict: null, parts: {}, ...changes });
const asking = (changes = {}) => viewOf({ life: "clock", question: QUESTION, clock: CLOCK, ...changes });

/** The phone after it was told this view and seat. */
const told = (view, seat = seatOf(), answer = null) => after(START, "welcome", { view, seat, answer });

for (const [what, state, now, scene] of [
  ["before anything was told", START, 0, "waiting"],
  ["in the lobby", told(viewOf({ stage: "lobby" })), 0, "lobby"],
  ["of a drawn question", told(asking({ life: "drawn", clock: null })), 0, "prepare"],
  ["before its instant", told(asking()), 999, "prepare"],
  ["from its instant on", told(asking()), 1_000, "question"],
  ["of a locked question", told(asking({ life: "locked" })), 20_000, "question"],
  ["of a reveal", told(asking({ life: "revealed" })), 20_000, "reveal"],
  ["between two questions", told(viewOf()), 0, "floor"],
  ["between two rounds", told(viewOf({ stage: "between" })), 0, "between"],
  ["at the end", told(viewOf({ stage: "finished" })), 0, "end"],
  ["of another device's seat", after(told(asking()), "taken_over", {}), 1_000, "taken"],
  ["without a seat", after(told(asking()), "status", { name: "refused", code: "no_seat" }), 1_000, "removed"],
  ["of a seat opened elsewhere", after(START, "status", { name: "refused", code: "seat_moved" }), 0, "moved"],
  ["without a contest", after(START, "status", { name: "refused", code: "no_such_contest" }), 0, "missing"],
]) {
  test(`scene ${what} is ${scene}`, () => assert.equal(sceneOf(state, now), scene));
}

for (const [view, now, phase] of [
  [asking(), 1_999, "reading"],
  [asking(), 2_000, "open"],
  [asking(), 9_000, "locked"],
  [asking({ life: "shown" }), 5_000, "reading"],
  [asking({ life: "paused" }), 5_000, "paused"],
  [asking({ life: "locked" }), 5_000, "locked"],
]) {
  test(`question that is ${view.life} at ${now} is ${phase}`, () => assert.equal(phaseOf(view, now), phase));
}

test("older view and seat of a welcome are passed over", () => {
  const before = told(viewOf({ v: 5 }), seatOf({ v: 6 }));
  const { view, seat } = after(before, "welcome", { view: viewOf({ v: 4 }), seat: seatOf({ v: 5 }), answer: null });
  assert.deepEqual([view.v, seat.v], [5, 6]);
});

test("answer on its way is recorded with the time of the server", () => {
  const sending = after(told(asking()), "sending", { answer: [1] });
  assert.deepEqual([sending.mine.sending, sending.mine.recorded], [[1], null]);
  const sent = { asked: 71, answer: [1], ack: { ok: true, at: 4_321 } };
  const { mine } = after(sending, "sent", sent);
  assert.deepEqual(mine, { ...START.mine, asked: 71, recorded: { answer: [1], at: 4_321 } });
});

for (const [code, changed] of [
  ["too_late", { sending: null, problem: "too_late" }],
  ["no_change", { sending: null, problem: "no_change", closed: true }],
  ["replaced", {}],
]) {
  test(`answer refused by ${code} leaves what it should`, () => {
    const sending = after(told(asking()), "sending", { answer: [1] });
    const { mine } = after(sending, "sent", { asked: 71, answer: [1], ack: { ok: false, code } });
    assert.deepEqual(mine, { ...sending.mine, ...changed });
  });
}

test("answer that came too late is told no more once the clock runs again", () => {
  const late = { asked: 71, answer: [1], ack: { ok: false, code: "too_late" } };
  const locked = after(after(told(asking()), "view", asking({ v: 2, life: "locked" })), "sent", late);
  assert.equal(locked.mine.problem, "too_late");
  const again = after(locked, "view", asking({ v: 3, life: "clock" }));
  assert.deepEqual(again.mine, { ...START.mine, asked: 71 });
});

test("answer to an earlier question says nothing of this one", () => {
  const state = told(asking());
  const late = after(state, "sent", { asked: 61, answer: [1], ack: { ok: true, at: 1 } });
  assert.deepEqual(late, state);
});

test("answer is kept between questions and gone with the next one", () => {
  const answered = told(asking(), seatOf(), { answer: [2], at: 1 });
  const between = after(answered, "view", viewOf({ v: 2 }));
  assert.deepEqual(between.mine.recorded, { answer: [2], at: 1 });
  const undone = after(between, "view", asking({ v: 3 }));
  assert.deepEqual(undone.mine.recorded, { answer: [2], at: 1 });
  const next = after(between, "view", asking({ v: 3, question: { ...QUESTION, asked: 81 } }));
  assert.deepEqual(next.mine, { ...START.mine, asked: 81 });
});

test("last main question is remembered through others", () => {
  const main = told(asking());
  const audience = after(main, "view", asking({ v: 2, question: { pool: "audience", ordinal: 1, of: 2 } }));
  assert.deepEqual([main.lastMain, audience.lastMain], [7, 7]);
});

for (const [what, before, view, seat, awaited] of [
  ["a reveal for who may answer", asking(), asking({ life: "revealed" }), seatOf(), true],
  ["a reveal for who only watches", asking(), asking({ life: "revealed" }), seatOf({ may_answer: false }), false],
  ["a reveal told again", asking({ life: "revealed" }), asking({ life: "revealed" }), seatOf(), false],
  ["the end of a judged question", asking({ life: "revealed" }), viewOf(), seatOf({ verdict: "wrong" }), true],
  ["the end of a question without a verdict", asking({ life: "revealed" }), viewOf(), seatOf(), false],
]) {
  test(`seat is ${awaited ? "" : "not "}awaited after ${what}`, () => {
    assert.equal(awaitsSeat(told(before, seat), view), awaited);
  });
}

test("asking is named as the server names it", () => {
  assert.deepEqual([askedOf(asking()), askedOf(viewOf()), askedOf(null)], [71, 0, 0]);
});

test("round is the last one where none comes after it", () => {
  const last = [ROUND, { ...ROUND, index: 2 }, null].map((round) => isLastRound({ round }));
  assert.deepEqual(last, [false, true, true]);
});

test("floor is where somebody can leave it", () => {
  const floors = [ROUND, { ...ROUND, eliminates: true }, null].map((round) => hasFloor({ round }));
  assert.deepEqual(floors, [false, true, false]);
});
