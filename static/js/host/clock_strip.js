// The clock as the host sees it: seconds left, how many have answered, time controls.

import { secondsLeft } from "../clock.js";
import { el, fill, setText } from "../dom.js";
import { t } from "../words.js";

const TICK_MS = 200;
const RUNNING = ["clock", "answering"];
const CONTROLS = [
  ["pause", "pause", "pause"],
  ["resume", "resume", "resume"],
  ["add_time", "add_time", "add_time"],
  ["close", "close_now", "close_now"],
];

export function makeClockStrip(desk) {
  const strip = document.getElementById("clock");
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
    const ms = { clock: running, answering: running, paused: clock.left_ms, buzzed: clock.left_ms, shown: full }[life] ?? 0;
    setText(seconds, secondsLeft(ms));
    strip.classList.toggle("ending", RUNNING.includes(life) && ms <= 5_000);
  }

  function refresh() {
    const { hall } = desk.view;
    strip.hidden = !hall.life || hall.life === "drawn";
    strip.dataset.life = hall.life ?? "";
    setText(note, t(`life.${hall.life}`));
    const { answered: done = 0, eligible = 0 } = desk.counts ?? {};
    setText(answered, hall.buzzer ? t(...buzzed(desk.view, eligible)) : t("answered", { done, eligible }));
    bar.hidden = Boolean(hall.buzzer);
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
    const button = ([, act, words]) =>
      el("button.button.small", { type: "button", onclick: () => desk.act(act) }, t(`time.${words}`));
    fill(controls, possible.map(button));
  }

  setInterval(tick, TICK_MS);
  return { refresh };
}

/** What is true of the buzzes now: whether they count yet, how many may, how many did. */
function buzzed({ hall, buzzes }, eligible) {
  const { buzzer, life } = hall;
  if (life === "buzzed") return ["buzzed.waiting"];
  if (buzzes.length) return ["buzzed.count", { count: buzzes.length }];
  if (buzzer.answering.length) return ["buzzed.called"];
  if (life === "shown") return buzzer.opens_at ? ["buzzed.early", { may: eligible }] : ["buzzed.not_yet"];
  if (["locked", "revealed"].includes(life)) return ["buzzed.over"];
  return ["buzzed.none", { may: eligible - buzzer.missed.length }];
}
