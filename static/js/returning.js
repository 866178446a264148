// When to call a server that is gone: spread over the time that it told, then ever more seldom.

const SOONEST_MS = 250;
const SHORT_MS = 500;
const LONGEST_MS = 3_000;

/**
 * `within(ms)`: over how long all phones are to spread; `pause()`: how long to wait before the
 * next try; `back()` once connected. Every pause has its share of chance, the longest too, so
 * that thousands never come at one moment.
 */
export function makeReturning(random = Math.random) {
  let within = 0;
  let failures = 0;

  return {
    within(ms) {
      within = ms;
    },
    back() {
      failures = 0;
    },
    pause() {
      failures += 1;
      if (failures === 1) return SOONEST_MS + random() * Math.max(SHORT_MS, within);
      const growing = Math.max(SHORT_MS, within / 4) * 2 ** (failures - 1);
      return (0.5 + random() / 2) * Math.min(Math.max(LONGEST_MS, within), growing);
    },
  };
}
