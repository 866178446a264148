// The bell to press: at the touch, not when the finger lifts; the keyboard works too.

import { el, setText } from "../../shared/dom.js";
import { momentOf } from "../../shared/formats.js";
import { bell as bellSign } from "../../shared/shapes.js";
import { t, tCode } from "../../shared/words.js";
import { hadTurn } from "./phone_buzz.js";
import { shortNames } from "./phone_turn.js";

/** @import { Buzz, BuzzerState } from "./types.d.ts" */

const KEYS = new Set([" ", "Enter"]);
const OWN_WORDS = new Set(["too_early", "too_late", "not_now", "not_on_floor"]);
const PRESSED = new Set(["sending", "recorded"]);
/** @type {Record<string, string>} */
const ON_BELL = { sending: "pressed", recorded: "pressed", ready: "press", over: "closed" };

/** @param {Buzz} buzz */
function problemOf({ problem }) {
  return OWN_WORDS.has(problem) ? t(`buzz.code.${problem}`) : tCode(problem);
}

/**
 * The line under the bell: tone and words.
 * @param {BuzzerState} whole
 * @param {string} state
 */
function statusOf(whole, state) {
  const {
    view,
    parts: { buzzer: buzz },
  } = whole;
  if (PRESSED.has(state)) return [state, t(`buzz.${state}`)];
  if (buzz.problem) return ["problem", problemOf(buzz)];
  if (momentOf(view) === "buzzed") return ["sending", t("buzz.somebody")];
  if (hadTurn(whole)) return ["quiet", t("buzz.had_turn")];
  const { missed } = view.parts.buzzer;
  if (state === "paused" && missed.length > 0) {
    return ["quiet", t("buzz.missed", { names: shortNames(missed.slice(-2)) })];
  }
  if (view.life === "shown" && state === "early") return ["quiet", t("buzz.reading")];
  return ["quiet", t(`buzz.${state}`)];
}

/**
 * `press()` is called at most once while the bell is ready; `leave()` lets the keys go.
 * @param {() => void} press
 */
export function makeBell(press) {
  const words = el("span.bell-words");
  const button = el("button.buzz", { type: "button" }, bellSign(), words);
  const status = el("p.answer-status", { role: "status" });
  const node = el("div.answering.bell-panel", button, status);
  let ready = false;

  const ring = () => {
    if (!ready || !button.isConnected) return;
    ready = false;
    press();
    navigator.vibrate?.(60);
  };
  /** @param {any} event */
  const onkeydown = (event) => {
    const elsewhere = event.target.closest?.("button, a, input, dialog") ?? null;
    if (!KEYS.has(event.key) || event.repeat || (elsewhere && elsewhere !== button)) return;
    if (!ready || !button.isConnected) return;
    event.preventDefault();
    ring();
  };
  button.addEventListener("pointerdown", (event) => event.button === 0 && ring());
  // A screen reader's press is a click without a pointer.
  button.addEventListener("click", (event) => event.detail === 0 && ring());
  document.addEventListener("keydown", onkeydown);

  /**
   * @param {BuzzerState} state
   * @param {string} bell
   */
  function show(state, bell) {
    ready = bell === "ready";
    button.dataset.state = bell;
    button.hidden = bell === "off";
    button.setAttribute("aria-disabled", String(!ready));
    setText(words, t(`bell.${ON_BELL[bell] ?? "wait"}`));
    const [tone, line] = statusOf(state, bell);
    status.dataset.tone = tone;
    setText(status, line);
  }
  return { node, show, leave: () => document.removeEventListener("keydown", onkeydown) };
}
