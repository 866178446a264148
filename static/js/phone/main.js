// The phone page: listens to the server, shows one screen at a time, sends what is given.

import { byId, fill, pageData } from "../shared/dom.js";
import { connect } from "../shared/live.js";
import { makeStage } from "../shared/one_scene.js";
import { keepAwake } from "./awake.js";
import { ENDING } from "./ending.js";
import { makeBanner, makeHead } from "./head.js";
import { questionScreen } from "./question.js";
import { revealScreen } from "./reveal.js";
import { STANDING } from "./standing.js";
import { after, askedOf, awaitsSeat, START, sceneOf } from "./state.js";

/** @import { Asked, Given, Line, PhoneState, PhoneTools } from "../shared/pages.d.ts" */

const SCREENS = { ...STANDING, ...ENDING, question: questionScreen, reveal: revealScreen };
/** What the server says when the same message may still be taken. */
const AGAIN = ["slow_down", "storage_failed"];
/** How long a screen waits for the seat that follows a view. */
const SEAT_MS = 600;

const { contest, door } = pageData();
const main = byId("main");
const showHead = makeHead(byId("head"), document.title);
const showBanner = makeBanner(byId("connection"));

const stage = makeStage(SCREENS, (node) => {
  fill(main, node);
  window.scrollTo(0, 0);
});

/** @type {PhoneState} */
let state = START;
let cancelShow = () => {};
let held = 0;

/**
 * @param {string} event
 * @param {any} [payload]
 */
function put(event, payload) {
  const hold = event === "view" && awaitsSeat(state, payload);
  state = after(state, event, payload);
  // Calling back would take the seat from the page that has it now, to and fro for ever.
  if (state.taken) live.close();
  clearTimeout(held);
  if (hold) held = setTimeout(render, SEAT_MS);
  else render();
}

/** @param {Given} answer */
async function send(answer) {
  const { view } = /** @type {Asked} */ (state);
  const { pool, ordinal } = view.question;
  const asked = askedOf(view);
  put("sending", { answer });
  const ack = await emit("answer", { pool, ordinal, asked, answer }, `answer ${asked}`);
  put("sent", { asked, answer, ack });
}

/**
 * Send a message; a newer one of the same `slot` takes its place.
 * @type {PhoneTools["emit"]}
 */
const emit = (event, payload, slot) => live.send(event, payload, { slot, again: AGAIN });

function render() {
  showHead(state);
  showBanner(state);
  const name = sceneOf(state, live.now());
  /** @type {PhoneTools} */
  const tools = { live, send, emit, put, current: () => state, awake, door };
  stage.show(state.view, name, `${name}:${askedOf(state.view)}`, state, tools);
  stage.scene().update(state, tools);
  cancelShow();
  // The instant may have come since the screen was chosen: then it is drawn again at once.
  const { view } = /** @type {Asked} */ (state);
  const shownSoon = name === "prepare" && view.life !== "drawn";
  if (shownSoon) cancelShow = live.whenServer(view.clock.show_at, render);
}

const on = Object.fromEntries(
  ["welcome", "view", "seat", "taken_over"].map((event) => [
    event,
    (/** @type {any} */ payload) => put(event, payload),
  ]),
);
/** @type {any} */
const noLine = { now: () => 0 };
/** @type {Line} */
let live = noLine;
/** @type {Parameters<typeof connect>[0]["status"]} */
const status = (name, code) => put("status", { name, code });
const awake = keepAwake(() => render());
live = connect({ namespace: "/play", contest, on, status });
