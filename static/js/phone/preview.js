// The editor's preview: a question on a phone, drawn by the phone's own screens; nothing is sent.

import { byId, fill } from "../shared/dom.js";
import { makeStage } from "../shared/one_scene.js";
import { hear } from "../shared/preview.js";
import { makeHead } from "./head.js";
import { questionScreen } from "./question.js";
import { revealScreen } from "./reveal.js";
import { askedOf, START } from "./state.js";

/** @import { Asked, PhoneTools } from "../shared/pages.d.ts" */

const main = byId("main");
const showHead = makeHead(byId("head"), "");

/**
 * Time stands still: the clock shows all the seconds there are.
 * @type {PhoneTools["live"]}
 */
const live = {
  now: () => 0,
  whenServer(_, act) {
    act();
    return () => {};
  },
};
const stage = makeStage({ question: questionScreen, reveal: revealScreen }, (node) => fill(main, node));

/**
 * @param {any} told
 * @returns {Asked}
 */
function stateOf({ title, name, question, reveal }) {
  const clock = { show_at: 0, opens_at: 0, deadline: question.seconds * 1000, left_ms: 0 };
  /** @type {any} */
  const view = { question, reveal, clock, life: reveal ? "revealed" : "clock", parts: {} };
  /** @type {any} */
  const seat = { number: 7, name, team: title, may_answer: true, verdict: "right" };
  const asked = askedOf(view);
  return { ...START, view, seat: { ...seat, asked }, mine: { ...START.mine, asked } };
}

hear((told) => {
  let state = stateOf(told);
  /** @type {PhoneTools["send"]} */
  const send = (answer) => {
    state = { ...state, mine: { ...state.mine, recorded: { answer, at: Date.now() } } };
    stage.scene().update(state);
  };
  // Each time anew: any word of it may have changed.
  stage.show(state.view, told.reveal ? "reveal" : "question", Symbol(), state, { live, send });
  stage.scene().update(state);
  showHead(state);
});
