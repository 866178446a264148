// When to call a server that is gone: spread over the time that it told, then ever more seldom.

const SOONEST_MS = 250;
const SHORT_MS = 500;
const LONGEST_MS = 3_000;
const SEATLESS_MS = 15_000;
const SEATLESS_LONGEST_MS = 240_000;

/**
 * `within(ms)`: over how long all phones are to spread; `pause()`: how long to wait before the
 * next try; `back()` once connected; `share()`: this page's place in that time; `later()`: the same for who has no seat any more, and may
 * have it again when a removal is taken back, from 15 s on to 4 minutes. Every pause has its share of chance, the longest too, so
 * that thousands never come at one moment.
 */
export function makeReturning(random = Math.random) {
  let within = 0;
  let failures = 0;
  let refusals = 0;

  return {
    /** @param {number} ms */
    within(ms) {
      within = ms;
    },
    share: () => random() * within,
    back() {
      failures = 0;
      refusals = 0;
    },
    later() {
      refusals += 1;
      const growing = Math.max(SEATLESS_MS, within) * 2 ** (refusals - 1);
      return (0.5 + random() / 2) * Math.min(SEATLESS_LONGEST_MS, growing);
    },
    pause() {
      failures += 1;
      if (failures === 1) return SOONEST_MS + random() * Math.max(SHORT_MS, within);
      const growing = Math.max(SHORT_MS, within / 4) * 2 ** (failures - 1);
      return (0.5 + random() / 2) * Math.min(Math.max(LONGEST_MS, within), growing);
    },
  };
}
