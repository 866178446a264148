// What the phone knows, and which screen follows from it. Pure: no page, no socket.

import { all, own } from "../shared/formats.js";

/** @import { Answer, Given, Mine, PhoneState } from "../shared/pages.d.ts" */
/** @import { ClockView, PhoneView } from "../shared/protocol.d.ts" */

/** @type {Record<string, string>} */
const REFUSED = { no_seat: "removed", seat_moved: "moved" };

/** @type {PhoneState} */
export const START = {
  status: "connecting",
  refused: "",
  taken: false,
  view: null,
  seat: null,
  lastMain: 0,
  mine: { asked: 0, recorded: null, sending: null, problem: "", closed: false },
  /** What the formats remember, by their names. */
  parts: {},
};

/**
 * The asking of a view's question, as the server names it; 0 when there is none.
 * @param {Pick<PhoneView, "question"> | null} view
 */
export function askedOf(view) {
  return view?.question?.asked ?? 0;
}

/**
 * @param {PhoneState} state
 * @param {PhoneView} view
 */
function mineFor({ mine, seat }, view) {
  const asked = askedOf(view);
  if (mine.asked === asked && seat && own(view).forgets?.({ view, seat })) return { ...START.mine, asked };
  if (asked === mine.asked && view.life === "clock" && mine.problem === "too_late") return { ...mine, problem: "" };
  // Between questions the old answer is kept: an undo may bring the question back.
  return asked === 0 || asked === mine.asked ? mine : { ...START.mine, asked };
}

/**
 * The ordinal of the last main question this page saw (0: none yet).
 * @param {PhoneState} state
 * @param {PhoneView} view
 */
function lastMainOf(state, view) {
  return view.question?.pool === "main" ? view.question.ordinal : state.lastMain;
}

/**
 * Whether a seat must be on its way behind this view: its screen without the seat would tell
 * somebody who leaves that they stay.
 * @param {PhoneState} state
 * @param {PhoneView} view
 */
export function awaitsSeat({ view: before, seat }, view) {
  if (!before || !seat) return false;
  const said = own(view).awaitsSeat?.({ before, view, seat });
  if (said !== undefined) return said;
  if (view.life === "revealed" && before.life !== "revealed") return seat.may_answer;
  return !view.life && before.life === "revealed" && seat.verdict !== null;
}

/**
 * The state after `event` with its payload.
 * @param {PhoneState} state
 * @param {string} event
 * @param {any} payload
 */
export function after(state, event, payload) {
  const next = happened(state, event, payload);
  const remembered = all().map(([name, { after: remember }]) => [name, remember?.(next, event, payload)]);
  return { ...next, parts: Object.fromEntries(remembered) };
}

/**
 * @param {PhoneState} state
 * @param {string} event
 * @param {any} payload
 * @returns {PhoneState}
 */
function happened(state, event, payload) {
  switch (event) {
    case "welcome": {
      const view = payload.view.v < (state.view?.v ?? -1) ? state.view : payload.view;
      const seat = payload.seat.v < (state.seat?.v ?? -1) ? state.seat : payload.seat;
      const mine = { ...mineFor(state, view), recorded: payload.answer };
      const lastMain = lastMainOf(state, view);
      return { ...state, view, seat, mine, lastMain, refused: "", taken: false };
    }
    case "view":
      return {
        ...state,
        view: payload,
        mine: mineFor(state, payload),
        lastMain: lastMainOf(state, payload),
      };
    case "seat":
      return { ...state, seat: payload };
    case "taken_over":
      return { ...state, taken: true };
    case "status":
      return { ...state, status: payload.name, refused: payload.name === "refused" ? payload.code : "" };
    case "sending":
      return { ...state, mine: { ...state.mine, sending: payload.answer, problem: "" } };
    case "sent":
      return payload.asked === state.mine.asked ? { ...state, mine: settled(state.mine, payload) } : state;
    default:
      return state;
  }
}

/**
 * @param {Mine} mine
 * @param {{ answer: Given, ack: Answer }} sent
 */
function settled(mine, { answer, ack }) {
  if (ack.ok) return { ...mine, sending: null, problem: "", recorded: { answer, at: ack.at } };
  if (ack.code === "replaced") return mine;
  return { ...mine, sending: null, problem: ack.code, closed: mine.closed || ack.code === "no_change" };
}

/**
 * Which screen this state calls for at server time `now` (ms); a format may put its own instead.
 * @param {PhoneState} state
 * @param {number} now
 */
export function sceneOf(state, now) {
  const name = sharedScene(state, now);
  return own(state.view).sceneOf?.(state, name) ?? name;
}

/**
 * @param {PhoneState} state
 * @param {number} now
 */
function sharedScene({ taken, refused, view, seat }, now) {
  if (taken) return "taken";
  if (refused) return REFUSED[refused] ?? "missing";
  if (!view || !seat) return "waiting";
  if (view.stage === "lobby") return "lobby";
  if (view.stage === "finished") return "end";
  if (view.life === "drawn") return "prepare";
  if (view.question && view.life === "revealed") return "reveal";
  if (view.question && view.life) {
    return now < (view.clock?.show_at ?? 0) ? "prepare" : "question";
  }
  return view.stage === "between" ? "between" : "floor";
}

/**
 * Where a shown question is at server time `now`: reading, open, paused or locked.
 * @param {PhoneView & { clock: ClockView }} view
 * @param {number} now
 */
export function phaseOf(view, now) {
  if (view.life === "paused" || view.life === "locked") return view.life;
  if (view.life !== "clock" || now < view.clock.opens_at) return "reading";
  return now < view.clock.deadline ? "open" : "locked";
}

/**
 * Whether no round comes after the one being played or just played.
 * @param {Pick<PhoneView, "round">} view
 */
export function isLastRound({ round }) {
  return !round || round.index === round.of;
}

/**
 * Whether who fails leaves the floor in this round.
 * @param {Pick<PhoneView, "round">} view
 */
export function hasFloor(view) {
  return Boolean(view.round?.eliminates);
}
