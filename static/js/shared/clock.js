// The server's clock, as this device can best know it. All times in ms.

/** @import { ClockView } from "./protocol.d.ts" */

const SAMPLES = 5;
/** A frame whose time is further from ours (ms) says that a clock was set, or a device slept. */
const OFF_MS = 1_000;

/** @typedef {ReturnType<typeof makeClock>} Clock */

/**
 * A clock that knows how far the server's is from the local one.
 * @param {() => number} local the device's own time, which nobody can set
 */
export function makeClock(local = () => performance.now()) {
  let offset = 0;
  let best = Infinity;
  let trip = 0;

  return {
    /** The server's time now. */
    now: () => local() + offset,
    local,
    /** The shortest round trip of the samples (ms), those before a renewal too; 0 without any. */
    trip: () => trip,
    /**
     * A first rough idea, from a time inside a message; kept only until a real sample.
     * @param {number} serverNow
     */
    hint(serverNow) {
      if (best === Infinity) offset = serverNow - local();
    },
    /**
     * One sample: the shortest round trip tells the offset best.
     * @param {number} sent
     * @param {number} received
     * @param {number} serverNow
     */
    sample(sent, received, serverNow) {
      const took = received - sent;
      if (took < 0 || took >= best) return;
      best = took;
      trip = took;
      offset = serverNow - (sent + received) / 2;
    },
    /**
     * Whether a time inside a message shows that the samples hold no more.
     * @param {number} serverNow
     */
    isOff: (serverNow) => best !== Infinity && Math.abs(serverNow - local() - offset) > OFF_MS,
    /** Forget how good the old samples were (after sleep or a reconnect). */
    renew() {
      best = Infinity;
    },
  };
}

/**
 * Ask the server's time five times; `ask()` resolves to `{now}` or rejects.
 * @param {Clock} clock
 * @param {() => Promise<{ now: number }>} ask
 */
export async function measure(clock, ask) {
  clock.renew();
  for (let i = 0; i < SAMPLES; i += 1) {
    const sent = clock.local();
    try {
      const { now } = await ask();
      clock.sample(sent, clock.local(), now);
    } catch {
      return;
    }
  }
}

/**
 * Run `fn` when the server's clock shows `ms` (at once if it already does); returns a cancel.
 * @param {Pick<Clock, "now">} clock
 * @param {number} ms
 * @param {() => void} fn
 */
export function whenServer(clock, ms, fn) {
  let timer = 0;
  const look = () => {
    const wait = ms - clock.now();
    // Looks again before a long wait is over: the offset may have become better known.
    if (wait <= 0) fn();
    else timer = setTimeout(look, Math.min(wait, 2_000));
  };
  look();
  return () => clearTimeout(timer);
}

/**
 * Whole seconds a person is shown for `ms` left: 0 only when the time is up.
 * @param {number} ms
 */
export function secondsLeft(ms) {
  return Math.max(0, Math.ceil(ms / 1000));
}

/**
 * The time (ms) of a clock while a format holds the question: the way to the phones left out.
 * @param {ClockView} clock
 */
export function heldTime({ opens_at, deadline }) {
  const span = deadline - opens_at;
  return Math.floor(span / 1000) * 1000 || span;
}

/**
 * Call `show({ms, seconds, part})` four times a second until `deadline`; `part` goes 1 → 0 of
 * `total` ms. Returns a stop.
 * @param {() => number} now
 * @param {{ deadline: number, total: number }} of
 * @param {(left: { ms: number, seconds: number, part: number }) => void} show
 */
export function countdown(now, { deadline, total }, show) {
  let timer = 0;
  const tick = () => {
    const ms = Math.max(0, deadline - now());
    show({ ms, seconds: secondsLeft(ms), part: total > 0 ? Math.min(1, ms / total) : 0 });
    if (ms <= 0) return;
    timer = setTimeout(tick, Math.min(250, ms % 1000 || 250));
  };
  tick();
  return () => clearTimeout(timer);
}
