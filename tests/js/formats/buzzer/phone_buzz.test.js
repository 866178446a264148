import assert from "node:assert/strict";
import { test } from "node:test";
import {
  askedRun,
  bellOf,
  buzzAfter,
  hadTurn,
  hasTurn,
  wasRight,
} from "../../../../static/js/formats/buzzer/phone_buzz.js";

const ME = { number: 3, name: "An", team: "" };
const OTHER = { number: 4, name: "Bình", team: "" };

const viewOf = (life, changes = {}, v = 1) => ({
  v,
  life,
  question: { pool: "main", ordinal: 2, asked: 21 },
  clock: { deadline: 9_000 },
  parts: { buzzer: { phase: "", opens_at: 2_000, answering: [], missed: [], right: [], ...changes } },
});
const seat = { ...ME, parts: { buzzer: { may_buzz: true } } };
const stateOf = (view, buzz) => ({ view, seat, parts: { buzzer: buzz } });

/** The buzz after these events, in a state whose view is the last one told. */
function buzzOf(view, ...events) {
  return events.reduce((buzz, [event, payload]) => buzzAfter(stateOf(view, buzz), event, payload), undefined);
}

const OPEN = viewOf("clock");
const RUN = askedRun(OPEN);
const answered = (ack) => [["buzzing"], ["buzzed", { run: RUN, ack }]];

test("run is another one once somebody had the turn", () => {
  assert.deepEqual([RUN, askedRun(viewOf("clock", { missed: [OTHER] }))], ["21/0", "21/1"]);
  assert.equal(askedRun({ question: null, parts: {} }), "");
});

test("press is on its way until it is recorded", () => {
  assert.equal(buzzOf(OPEN, ["buzzing"]).state, "sending");
  assert.equal(buzzOf(viewOf("held"), ...answered({ ok: true, v: 5 })).state, "recorded");
});

for (const [code, state, problem] of [
  ["no_change", "recorded", ""],
  ["too_late", "refused", "too_late"],
  ["replaced", "sending", ""],
]) {
  test(`press answered by ${code} is ${state}`, () => {
    const buzz = buzzOf(viewOf("held"), ...answered({ ok: false, code }));
    assert.deepEqual([buzz.state, buzz.problem], [state, problem]);
  });
}

test("buzz that the server has cleared meanwhile is none", () => {
  const buzz = buzzOf(viewOf("held"), ...answered({ ok: true, v: 5 }));
  const told = (v) => buzzAfter(stateOf(viewOf("clock", {}, v), buzz), "view", {}).state;
  assert.deepEqual([told(4), told(5)], ["recorded", ""]);
});

test("buzz is gone with its run", () => {
  const buzz = buzzOf(viewOf("held"), ...answered({ ok: true, v: 5 }));
  const next = viewOf("clock", { missed: [OTHER] }, 6);
  assert.equal(buzzAfter(stateOf(next, buzz), "view", next).state, "");
});

test("press on its way is none to the question asked again, and neither is its answer", () => {
  const again = { ...OPEN, v: 7, question: { ...OPEN.question, asked: 71 } };
  const told = buzzAfter(stateOf(again, buzzOf(OPEN, ["buzzing"])), "view", again);
  assert.equal(told.state, "");
  const late = buzzAfter(stateOf(again, told), "buzzed", { run: RUN, ack: { ok: true, v: 8 } });
  assert.equal(late.state, "");
});

for (const [what, view, buzz, now, bell] of [
  ["before it opens", OPEN, "", 1_999, "early"],
  ["once it is open", OPEN, "", 2_000, "ready"],
  ["at the deadline", OPEN, "", 9_000, "ready"],
  ["after it", OPEN, "", 9_001, "over"],
  ["while one reads, where early ones count", viewOf("shown"), "", 2_000, "ready"],
  ["while one reads, where they do not", viewOf("shown", { opens_at: 0 }), "", 2_000, "early"],
  ["in a pause", viewOf("paused"), "", 3_000, "paused"],
  ["pressed", OPEN, "sending", 3_000, "sending"],
  ["recorded", OPEN, "recorded", 3_000, "recorded"],
]) {
  test(`bell ${what} is ${bell}`, () => assert.equal(bellOf(stateOf(view, { state: buzz }), now), bell));
}

test("bell of who may not press is off", () => {
  const state = { ...stateOf(OPEN, { state: "" }), seat: { ...ME, parts: {} } };
  assert.equal(bellOf(state, 3_000), "off");
});

for (const [what, changes, turns] of [
  ["of others", { phase: "answering", answering: [OTHER] }, [false, false, false]],
  ["of mine", { phase: "answering", answering: [ME, OTHER] }, [true, true, false]],
  ["that was mine", { missed: [ME] }, [false, true, false]],
  ["that was right", { right: [ME], answering: [ME] }, [false, true, true]],
]) {
  test(`turn ${what} is had, was had, was right: ${turns}`, () => {
    const state = { view: viewOf("held", changes), seat };
    assert.deepEqual([hasTurn(state), hadTurn(state), wasRight(state)], turns);
  });
}
