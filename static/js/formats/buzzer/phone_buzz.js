// The buzz as the phone knows it: pressed, recorded, refused. Pure: no page, no socket.

/** @import { Buzz, BuzzerPhoneView, BuzzerState } from "./types.d.ts" */
/** @import { Answer } from "../../shared/pages.d.ts" */
/** @import { Person, SeatView } from "../../shared/protocol.d.ts" */

/** @typedef {{ view: BuzzerPhoneView, seat: SeatView }} Turn */

/** @type {Buzz} */
const UNPRESSED = { run: "", state: "", v: 0, problem: "" };

/** @type {Set<unknown>} */
const BEFORE_A_BUZZ = new Set(["drawn", "shown", "clock", "paused"]);
/**
 * @param {Person[]} people
 * @param {SeatView} seat
 */
const has = (people, seat) => people.some(({ number }) => number === seat.number);

/**
 * The question and how many had their turn: a buzz is good for one run of the clock.
 * @param {BuzzerPhoneView} view
 */
export function askedRun({ question, parts: { buzzer } }) {
  return buzzer && question ? `${question.asked}/${buzzer.missed.length}` : "";
}

/**
 * The buzz as it still stands under this view; none once the server has cleared it.
 * @param {Buzz} buzz
 * @param {BuzzerPhoneView} view
 */
function buzzFor(buzz, view) {
  if (buzz.run !== askedRun(view)) return UNPRESSED;
  const cleared = buzz.state !== "sending" && view.v >= buzz.v && BEFORE_A_BUZZ.has(view.life);
  return cleared ? UNPRESSED : buzz;
}

/**
 * The buzz just pressed.
 * @param {BuzzerPhoneView} view
 * @returns {Buzz}
 */
function pressed(view) {
  return { ...UNPRESSED, run: askedRun(view), state: "sending" };
}

/**
 * The buzz after the server's answer; a second one after a reload is recorded already.
 * @param {Buzz} buzz
 * @param {{ run: string, ack: Answer }} answered
 * @param {BuzzerPhoneView} view
 * @returns {Buzz}
 */
function rung(buzz, { run, ack }, view) {
  if (run !== buzz.run || buzz.state !== "sending" || ack.code === "replaced") return buzz;
  const recorded = ack.ok || ack.code === "no_change";
  if (!recorded) return { ...buzz, state: "refused", problem: ack.code, v: view.v + 1 };
  return buzzFor({ ...buzz, state: "recorded", v: ack.v ?? view.v + 1 }, view);
}

/**
 * The buzz after `event` with its payload; `state` is the phone's after it.
 * @param {{ view: BuzzerPhoneView, parts: { buzzer?: Buzz } }} state
 * @param {string} event
 * @param {any} payload
 * @returns {Buzz}
 */
export function buzzAfter({ view, parts: { buzzer: buzz = UNPRESSED } }, event, payload) {
  switch (event) {
    case "welcome":
    case "view":
      return buzzFor(buzz, view);
    case "buzzing":
      return pressed(view);
    case "buzzed":
      return rung(buzz, payload, view);
    default:
      return buzz;
  }
}

/**
 * Whether this contestant answers now.
 * @param {Turn} state
 */
export function hasTurn({ view, seat }) {
  return view.parts.buzzer.phase === "answering" && has(view.parts.buzzer.answering, seat);
}

/**
 * Whether this contestant had a turn at the question.
 * @param {Turn} state
 */
export function hadTurn({ view, seat }) {
  const { answering, missed, right } = view.parts.buzzer;
  return has([...answering, ...missed, ...right], seat);
}

/**
 * Whether this contestant is known to have answered right.
 * @param {Turn} state
 */
export function wasRight({ view, seat }) {
  return has(view.parts.buzzer.right, seat);
}

/**
 * How the bell is at server time `now` (ms): sending, recorded, ready, early (not open yet),
 * paused, over, or off for who has no right to it.
 * @param {BuzzerState} state
 * @param {number} now
 */
export function bellOf({ view, seat, parts: { buzzer: buzz } }, now) {
  if (buzz.state === "sending" || buzz.state === "recorded") return buzz.state;
  if (!seat.parts.buzzer?.may_buzz) return "off";
  if (view.life === "paused") return "paused";
  const opensAt = view.parts.buzzer.opens_at;
  if (!opensAt || now < opensAt) return "early";
  return view.life === "shown" || now <= view.clock.deadline ? "ready" : "over";
}
