/** The ring of time, by the server's clock. */
import { heldTime, secondsLeft } from "../shared/clock.js";
import { el, setText, svg } from "../shared/dom.js";
import { momentOf, own, timeRuns } from "../shared/formats.js";
import { t } from "../shared/words.js";
import { tick } from "./sound.js";

/** @import { AskedView } from "../shared/pages.d.ts" */
/** @import { ClockView } from "../shared/protocol.d.ts" */

const LAST_SECONDS = 5;
/** @type {Record<string, string>} */
const LABELS = { shown: "reading", paused: "paused" };

/** @param {() => number} now */
export function makeTimer(now) {
  const arc = svg("circle", { class: "ring-left", cx: 50, cy: 50, r: 45, pathLength: 100 });
  const digits = el("b", { class: "ring-digits" });
  const label = el("span", { class: "ring-label" });
  const element = el(
    "div",
    { class: "ring" },
    svg(
      "svg",
      { viewBox: "0 0 100 100", "aria-hidden": "true" },
      svg("circle", { class: "ring-track", cx: 50, cy: 50, r: 45 }),
      arc,
    ),
    el("p", { class: "ring-words", role: "timer" }, digits, label),
  );
  let frame = 0;
  /** @type {number | null} */
  let last = null;

  /**
   * @param {number} left
   * @param {number} total
   * @param {string} state
   */
  function draw(left, total, state) {
    const seconds = secondsLeft(left);
    setText(digits, state === "locked" ? t("locked") : seconds);
    arc.setAttribute("stroke-dashoffset", (100 * (1 - Math.min(left / total, 1))).toFixed(2));
    const urgent = state === "clock" && seconds > 0 && seconds <= LAST_SECONDS;
    element.dataset.state = urgent ? "urgent" : state;
    if (urgent && last !== null && last !== seconds) {
      tick(seconds);
      restart(digits);
    }
    last = seconds;
  }

  /**
   * @param {Pick<ClockView, "opens_at" | "deadline">} clock
   * @param {number} total
   */
  function run({ opens_at: opensAt, deadline }, total) {
    const left = Math.min(Math.max(deadline - Math.max(now(), opensAt), 0), total);
    draw(left, total, "clock");
    if (left > 0) frame = requestAnimationFrame(() => run({ opens_at: opensAt, deadline }, total));
  }

  /** @param {AskedView} view */
  function show(view) {
    const { life, clock, question } = view;
    const words = { ...LABELS, ...own(view).timeLabels }[momentOf(view)];
    cancelAnimationFrame(frame);
    const total = question.seconds * 1000;
    label.textContent = words ? t(words) : "";
    if (life === "clock" && clock) run(clock, Math.max(total, clock.deadline - clock.opens_at));
    else if (life === "held" && clock && timeRuns(view)) run(clock, heldTime(clock));
    else if ((life === "paused" || life === "held") && clock) {
      draw(clock.left_ms, Math.max(total, clock.left_ms), "paused");
    } else if (life === "shown") draw(total, total, "shown");
    else draw(0, total, "locked");
  }
  return { element, show, stop: () => cancelAnimationFrame(frame) };
}

/**
 * Run an element's CSS animation once more.
 * @param {HTMLElement} element
 */
function restart(element) {
  element.classList.remove("beat");
  void element.offsetWidth;
  element.classList.add("beat");
}
