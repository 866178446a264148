// The clock as the host sees it: seconds left, how many have answered, time controls.

import { secondsLeft } from "../../shared/clock.js";
import { byId, el, fill, setText } from "../../shared/dom.js";
import { momentOf, own, timeRuns } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

/** @import { Desk } from "../../shared/pages.d.ts" */

const TICK_MS = 200;
/** @type {[can: string, act: any, words: string][]} */
const CONTROLS = [
  ["pause", "pause", "pause"],
  ["resume", "resume", "resume"],
  ["add_time", "add_time", "add_time"],
  ["close", "close_now", "close_now"],
];

/** @param {Desk} desk */
export function makeClockStrip(desk) {
  const strip = byId("clock");
  const seconds = el("b.clock-seconds.number");
  const note = el("span.clock-note");
  const answered = el("span.number");
  const bar = el("progress", { max: 1, value: 0 });
  const controls = el("div.row.clock-controls", { role: "group", "aria-label": t("time_controls") });
  fill(strip, el("p.clock-time", seconds, note), el("label.clock-answered", answered, bar), controls);
  let offered = "";

  function tick() {
    const { view, live } = desk;
    const { life, clock } = view?.hall ?? {};
    if (!clock || !live) return;
    const full = (view.draft?.seconds ?? 0) * 1000;
    const running = clock.deadline - Math.max(live.now(), clock.opens_at);
    const runs = timeRuns(view.hall);
    /** @type {Record<string, number>} */
    const left = { paused: clock.left_ms, held: clock.left_ms, shown: full };
    const ms = runs ? running : (left[life ?? ""] ?? 0);
    setText(seconds, secondsLeft(ms));
    strip.classList.toggle("ending", runs && ms <= 5_000);
  }

  function refresh() {
    const { hall } = desk.view;
    strip.hidden = !hall.life || hall.life === "drawn";
    strip.dataset.life = momentOf(hall) ?? "";
    setText(note, strip.hidden ? "" : t(`life.${momentOf(hall)}`));
    const { answered: done = 0, eligible = 0 } = desk.counts ?? {};
    const told = own(hall).answered?.(desk.view, eligible, done);
    setText(answered, told ?? t("answered", { done, eligible }));
    bar.hidden = told !== undefined;
    bar.value = eligible ? done / eligible : 0;
    showControls();
    tick();
  }

  /** Only those that help now; the primary button already locks or resumes. */
  function showControls() {
    const { step } = desk.view;
    const possible = CONTROLS.filter(([name]) => desk.can(name) && name !== step);
    const next = possible.map(([name]) => name).join();
    if (next === offered && controls.childElementCount) return;
    offered = next;
    /** @param {typeof CONTROLS[number]} control */
    const button = ([, act, words]) =>
      el("button.button.small", { type: "button", onclick: () => desk.act(act) }, t(`time.${words}`));
    fill(controls, possible.map(button));
  }

  setInterval(tick, TICK_MS);
  return { refresh };
}
