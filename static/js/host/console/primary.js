// The one primary button: what it says, when it asks for a second press, and its keys.
//
// While the clock runs, its step is "lock the answers now". A stray space must not cut people
// off, so that step (and starting or ending a round) needs a second press within 4 s, unless
// everybody has answered. Undo by key always needs a second press. A format may change what a step
// says and when it may be pressed, and may have a step that other buttons do: then the keys here
// only say so.

import { announce, byId, fill, setText } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { STILL_MS } from "./desk.js";

/** @import { Desk, PrompterDesk } from "../../shared/pages.d.ts" */

const ARMED_MS = 4_000;
const FORWARD = new Set([" ", "PageDown", "ArrowRight"]);
const BACK = new Set(["PageUp", "ArrowLeft"]);

/**
 * What the format says of the step: `{key, values, deliberate, ready, elsewhere}`, all optional.
 * @param {Desk | PrompterDesk} desk
 */
const ownStep = (desk) => own(desk.view.hall).step?.(desk) ?? {};

/** @param {Desk} desk */
function deliberate(desk) {
  const { step } = desk.view;
  const { answered = 0, eligible = 0 } = desk.counts ?? {};
  if (step === "close") return !(eligible > 0 && answered >= eligible);
  return ["start_round", "finish_round", "finish"].includes(step);
}

/**
 * The words on the button and the line below it.
 * @param {Desk | PrompterDesk} desk
 */
export function stepWords(desk) {
  const { view } = desk;
  const { step, hall } = view;
  const { key = variant(desk), values: more } = ownStep(desk);
  const values = {
    round: nextRound(desk)?.name ?? "",
    next: nextOrdinal(desk, step === "draw_reserve" ? "reserve" : "main"),
    seconds: view.draft?.seconds ?? 0,
    prize: hall.prizes.find((prize) => prize.is_next)?.name ?? "",
    ...more,
  };
  return { words: t(`step.${key}`, values), hint: t(`hint.${key}`, values) };
}

/** @param {Desk | PrompterDesk} desk */
function variant(desk) {
  const { step, hall, draft } = desk.view;
  if (step === "show" && desk.round().settings.clock === "at_once") return "show_at_once";
  if (step === "start_clock" && draft?.pool === "audience") return "start_clock_audience";
  if (step === "settle" && draft?.pool === "audience") return "settle_audience";
  if (step === "settle" && !hall.round?.eliminates) return "settle_points";
  return step;
}

/** @param {Desk | PrompterDesk} desk */
const nextRound = ({ data, view }) => data.rounds[view.hall.round?.index ?? 0];

/**
 * @param {Desk | PrompterDesk} desk
 * @param {"main" | "reserve"} pool
 */
function nextOrdinal(desk, pool) {
  const { left_main: main, left_reserve: reserve, replaced } = desk.view;
  const moved = pool === "main" ? replaced - main : -replaced - reserve;
  return desk.round().questions[pool].length + moved + 1;
}

/** @param {Desk} desk */
export function makePrimary(desk) {
  const button = byId("primary");
  const undo = byId("undo");
  const hint = byId("primary-hint");
  /** @type {{ what: string, acted: number, at: number } | null} */
  let armed = null;

  /** @param {string} what */
  const arm = (what) => {
    armed = { what, acted: desk.view.acted, at: performance.now() };
    refresh();
    setTimeout(() => refresh(), ARMED_MS + 50);
  };
  /** @param {string} what */
  const isArmed = (what) =>
    armed?.what === what && armed.acted === desk.view.acted && performance.now() - armed.at < ARMED_MS;

  const ready = () =>
    desk.view && !desk.busy && !desk.settling && desk.view.step !== "none" && (ownStep(desk).ready ?? true);

  /** @param {string} what */
  function confirmed(what) {
    if (!armed || !isArmed(what)) {
      arm(what);
      return false;
    }
    if (performance.now() - armed.at < STILL_MS) return false;
    armed = null;
    return true;
  }

  function press() {
    if (!ready()) return;
    const { step } = desk.view;
    const { elsewhere, deliberate: asks = deliberate(desk) } = ownStep(desk);
    if (elsewhere) {
      arm(step);
      announce(elsewhere);
      return;
    }
    if (asks && !confirmed(step)) return;
    desk.act("advance");
  }

  /** @param {boolean} byKey */
  function back(byKey) {
    if (!desk.view || desk.busy || desk.settling || !desk.can("undo")) return;
    if (byKey && !confirmed("undo")) return;
    desk.act("undo", { steps: true });
  }

  button.addEventListener("click", press);
  undo.addEventListener("click", () => back(false));
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector("dialog[open]") || occupied(event)) return;
    if (FORWARD.has(event.key)) press();
    else if (BACK.has(event.key)) back(true);
    else return;
    event.preventDefault();
  });

  function refresh() {
    if (!desk.view) return;
    const { words, hint: line } = stepWords(desk);
    const asks = isArmed(desk.view.step);
    fill(button, desk.busy ? t("sending") : asks ? t("again", { words }) : words);
    button.setAttribute("aria-disabled", String(!ready()));
    button.classList.toggle("armed", asks);
    button.classList.toggle("careful", desk.view.step === "close");
    const elsewhere = asks && ownStep(desk).elsewhere;
    setText(hint, elsewhere || line);
    hint.classList.toggle("armed", Boolean(elsewhere));
    undo.hidden = !desk.can("undo");
    undo.setAttribute("aria-disabled", String(desk.busy || desk.settling));
    const name = undo.hidden ? "" : t(`undo.${desk.view.undoes}`);
    undo.classList.toggle("armed", isArmed("undo"));
    setText(undo, t(isArmed("undo") ? "undo_again" : "undo", { name }));
  }
  return { refresh, press };
}

/**
 * Is this key somebody typing, or pressing the button they went to with the keyboard?
 * @param {{ key: string, target: any }} event
 */
function occupied({ key, target }) {
  if (target.closest("input, textarea, select, [contenteditable]")) return true;
  return key === " " && Boolean(target.closest("button, a, summary"));
}
