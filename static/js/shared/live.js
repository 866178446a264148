// The socket to the server: it reconnects for ever, keeps the server's clock, and sends a
// message again with the same id until the server has answered it.

import { io } from "../../vendor/socket.io.esm.min.js";
import { makeClock, measure, whenServer } from "./clock.js";
import { newId } from "./ids.js";
import { makeNewest } from "./newest.js";
import { makeReturning } from "./returning.js";

/** @import { Answer } from "./pages.d.ts" */
/** @import { Pushes } from "./protocol.d.ts" */

/**
 * A message on its way, until `finish` is called with its answer.
 * @typedef {{
 *   event: string,
 *   payload: object,
 *   again: string[],
 *   flying: boolean,
 *   over: boolean,
 *   finish: (answer: Answer) => void,
 * }} Job
 */

/** A receipt missing for so long says that the path is dead, though nobody has said so. */
const RECEIPT_MS = 2_000;
/** The same for who has just picked the device up. */
const WAKE_MS = 1_000;
/** Of a slow line so many of its shortest round trips, if that is longer. */
const TRIPS = 4;
/** How often the wait is doubled while receipts go on missing: then it is the server that is slow. */
const DOUBLED = 2;
/** So long after a deadline all have heard what became of it. */
const DUE_MS = 1_000;
const AGAIN_MS = 1_000;
/** What the server says when it will not have us; trying again would not help. */
const FINAL = new Set(["no_seat", "seat_moved", "not_allowed", "no_such_contest"]);
/** Except that a seat taken away comes back when the host takes that back. */
const SEATLESS = "refusedno_seat";

/** @param {number} ms */
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} contest */
const options = (contest) => ({
  transports: ["websocket"],
  auth: { contest },
  // The library's longest pause is the same for all: see returning.js.
  reconnection: false,
  timeout: 10_000,
  autoConnect: false,
});

/**
 * Open `namespace` ("/play", "/host" or "/projector") for one contest.
 *
 * `on` maps an event to a listener; what is older than what was already seen of its event is
 * dropped. `status(name, code)` hears "connecting", "online", "lost" and "refused"; after the code
 * `no_seat` it is tried again, ever more seldom, and `status` hears "online" should it succeed.
 *
 * Returns
 *   send(event, payload, {slot, again}) → Promise of the server's answer, `{ok, …}`; it never
 *     rejects and never gives up. A newer send of the same `slot` replaces the older one,
 *     which then resolves to `{ok: false, code: "replaced"}`. Codes in `again` are no answer:
 *     the message goes out once more a second later.
 *   After a break it comes back spread as the server told.
 *   now() the server's time (ms); whenServer(ms, fn) → cancel; resync(); close().
 * @template {keyof Pushes} N
 * @param {{
 *   namespace: N,
 *   contest: string,
 *   on: { [E in keyof Pushes[N]]?: (payload: Pushes[N][E]) => void },
 *   status: (name: string, code: string) => void,
 * }} way
 */
export function connect({ namespace, contest, on, status }) {
  const socket = io(namespace, options(contest));
  const clock = makeClock();
  /** @type {Map<string, Job>} */
  const waiting = new Map();
  /** @type {Record<string, ((payload: any) => void) | undefined>} */
  const heard = on;
  const newest = makeNewest();
  const returning = makeReturning();
  let current = "";
  let online = false;
  let closed = false;
  let misses = 0;
  let measured = 0;
  let measuring = Promise.resolve();
  let again = 0;
  let opened = 0;
  let hurried = false;
  let cancelDue = () => {};

  /**
   * @param {string} name
   * @param {string} code
   */
  const say = (name, code = "") => {
    if (current === name + code) return;
    current = name + code;
    status(name, code);
  };

  /** @param {number} least */
  const patience = (least) => Math.max(least, TRIPS * clock.trip()) * 2 ** Math.min(misses, DOUBLED);

  /**
   * @param {string} event
   * @param {object} payload
   * @param {number} least
   */
  const ask = (event, payload = {}, least = RECEIPT_MS) => socket.timeout(patience(least)).emitWithAck(event, payload);

  /**
   * As `ask`; without an answer the path is dead, and another one is opened.
   * @param {string} event
   * @param {object} payload
   * @param {{ least?: number, hurry?: boolean }} how
   */
  const askSurely = async (event, payload, { least, hurry = false } = {}) => {
    const mine = opened;
    try {
      const answer = await ask(event, payload, least);
      misses = 0;
      return answer;
    } catch (problem) {
      if (socket.connected && mine === opened) {
        misses += 1;
        hurried = hurry;
        socket.io.engine?.close();
      }
      throw problem;
    }
  };

  /** @param {Job} job */
  const attempt = async (job) => {
    if (!socket.connected || job.flying || job.over) return;
    job.flying = true;
    try {
      const answer = await askSurely(job.event, job.payload);
      if (job.again.includes(answer?.code)) await rest(AGAIN_MS);
      else job.finish(answer);
    } catch {
      // It goes out again on the next connection.
    } finally {
      job.flying = false;
    }
    attempt(job);
  };

  /**
   * @param {string} event
   * @param {Record<string, any>} payload
   * @param {{ slot?: string, again?: string[] }} how
   * @returns {Promise<Answer>}
   */
  const send = (event, payload = {}, { slot = "", again = ["slow_down"] } = {}) =>
    new Promise((resolve) => {
      const id = payload.id ?? newId();
      const key = slot || id;
      waiting.get(key)?.finish({ ok: false, code: "replaced" });
      /** @type {Job} */
      const job = { event, payload: { ...payload, id }, again, flying: false, over: false, finish: () => {} };
      job.finish = (answer) => {
        if (job.over) return;
        job.over = true;
        if (waiting.get(key) === job) waiting.delete(key);
        resolve(answer);
      };
      waiting.set(key, job);
      attempt(job);
    });

  // One measurement after the other: the server reads the round trip off the gaps between them.
  const renewClock = () => {
    measured += 1;
    const mine = measured;
    const next = () => (mine === measured ? ask("clock") : Promise.reject());
    measuring = measuring.then(() => measure(clock, next));
  };

  /** @param {{ least?: number, hurry?: boolean }} how */
  const resync = (how = {}) => askSurely("resync", {}, how).catch(() => {});

  /**
   * Ask when a deadline has brought nothing: the path may be dead.
   * @param {any} view
   */
  const expect = (view) => {
    cancelDue();
    const { life, clock: times } = view.hall ?? view;
    if (life !== "clock" || !times) return;
    cancelDue = whenServer(clock, times.deadline + DUE_MS + returning.share(), () => resync());
  };

  const wake = () => {
    if (document.visibilityState !== "visible" || closed) return;
    if (socket.connected) {
      resync({ least: WAKE_MS, hurry: true });
      renewClock();
    } else if (!current.startsWith("refused") || current === SEATLESS) {
      // Do not sit out the pause between two tries while somebody is looking.
      clearTimeout(again);
      socket.disconnect().connect();
    }
  };

  const comeBack = () => {
    clearTimeout(again);
    const pause = hurried ? 0 : current === SEATLESS ? returning.later() : returning.pause();
    hurried = false;
    again = setTimeout(() => closed || socket.connected || socket.connect(), pause);
  };

  /** The network is there again, for the whole hall at one moment. */
  const networkIsBack = () => {
    if (closed || current.startsWith("refused")) return;
    if (socket.connected) {
      wake();
      return;
    }
    returning.back();
    comeBack();
  };

  /**
   * @param {string} event
   * @param {any} payload
   */
  const hear = (event, payload) => {
    const told = payload?.now ?? payload?.view?.now;
    if (told) clock.hint(told);
    if (told && clock.isOff(told)) renewClock();
    const within = payload?.view?.back_within_ms ?? payload?.back_within_ms;
    if (within !== undefined) returning.within(within);
    if (!newest.passes(event, payload)) return;
    if (event === "view" || event === "welcome") expect(payload.view ?? payload);
    heard[event]?.(payload);
  };

  for (const event of [...Object.keys(heard), "come_back"]) socket.on(event, (payload) => hear(event, payload));

  socket.on("connect", () => {
    online = true;
    opened += 1;
    clearTimeout(again);
    returning.back();
    say("online");
    renewClock();
    for (const job of [...waiting.values()]) attempt(job);
  });

  socket.on("disconnect", (reason) => {
    if (closed || reason === "io client disconnect") return;
    say("lost");
    comeBack();
  });

  socket.on("connect_error", (error) => {
    if (FINAL.has(error.message)) {
      // Whoever lost the right to see this page is not left looking at it. One that never had
      // it would come back to the same refusal, again and again.
      if (error.message === "not_allowed" && online) location.reload();
      say("refused", error.message);
      if (current === SEATLESS) comeBack();
      return;
    }
    // Whoever has no seat is not told of the line, which is nothing to them.
    if (current !== SEATLESS) say(online ? "lost" : "connecting");
    comeBack();
  });

  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", networkIsBack);
  window.addEventListener("pageshow", (event) => event.persisted && wake());

  say("connecting");
  socket.connect();

  return {
    send,
    resync: () => resync(),
    now: clock.now,
    whenServer: (/** @type {number} */ ms, /** @type {() => void} */ fn) => whenServer(clock, ms, fn),
    close() {
      closed = true;
      cancelDue();
      socket.disconnect();
    },
  };
}
