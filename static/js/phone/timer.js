// The ring that empties, with the seconds in it.

import { announce, el, setText, svg } from "../shared/dom.js";
import { t } from "../shared/words.js";

const URGENT = 5;
const MARKS = [10, 5];

/** `show({seconds, part})`: the seconds left, and the part (1 → 0) of the time. */
export function makeRing() {
  const seconds = el("b.ring-seconds.number");
  const track = svg("circle", { class: "ring-track", cx: 32, cy: 32, r: 28 });
  const rest = svg("circle", { class: "ring-rest", cx: 32, cy: 32, r: 28, pathLength: 100 });
  const node = el(
    "div.ring",
    { role: "timer", "aria-live": "off" },
    svg("svg", { viewBox: "0 0 64 64", "aria-hidden": "true" }, track, rest),
    seconds,
    el("span.unseen", t("seconds")),
  );
  return {
    node,
    /** @param {{ seconds: number, part: number }} now */
    show({ seconds: left, part }) {
      setText(seconds, left);
      rest.style.strokeDashoffset = String(100 - 100 * part);
      node.classList.toggle("urgent", left <= URGENT);
    },
  };
}

/** Tells screen readers the seconds left, at the marks alone and each once. */
export function makeTeller() {
  let said = 0;
  /** @param {number} seconds */
  return (seconds) => {
    if (seconds === said || !MARKS.includes(seconds)) return;
    said = seconds;
    announce(t(`left.${seconds}`));
  };
}
