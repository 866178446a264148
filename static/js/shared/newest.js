// Which messages still say something new: views, seats and counters carry the contest's version.

/** `passes(event, payload)` is false for one older than what was already seen of its event. */
export function makeNewest() {
  /** @type {Record<string, number>} */
  const seen = {};
  /**
   * @param {string} event
   * @param {{ v: number }} of
   */
  const note = (event, { v }) => (seen[event] = Math.max(v, seen[event] ?? v));

  return {
    /**
     * @param {string} event
     * @param {any} payload
     */
    passes(event, payload) {
      if (event === "welcome") {
        note("view", payload.view);
        note("seat", payload.seat);
      } else if (typeof payload?.v === "number") {
        if (payload.v < (seen[event] ?? payload.v)) return false;
        note(event, payload);
      }
      return true;
    },
  };
}
