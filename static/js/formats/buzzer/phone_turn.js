// Whose turn it is, whose it was, and what is known of their answers.

import { el } from "../../shared/dom.js";
import { bell, cross, tick } from "../../shared/shapes.js";
import { t } from "../../shared/words.js";
import { hadTurn, hasTurn, wasRight } from "./phone_buzz.js";

/** @import { BuzzerState } from "./types.d.ts" */
/** @import { Child } from "../../shared/pages.d.ts" */
/** @import { Person, Reveal } from "../../shared/protocol.d.ts" */

/** @param {Person} person */
const fullName = ({ name, team }) => (team ? `${name} (${team})` : name);

/**
 * "An, Bình".
 * @param {Person[]} people
 */
export const shortNames = (people) => people.map(({ name }) => name).join(", ");

/**
 * "An (Đội Đỏ)", or "An, Bình" where there are several.
 * @param {Person[]} people
 */
export const names = (people) => (people.length === 1 ? fullName(people[0]) : shortNames(people));

/**
 * By how much one was slower than who has the turn; nothing for who did not buzz.
 * @param {BuzzerState} state
 */
function behind({ seat, parts }) {
  const { behind_ms: ms = -1 } = seat.parts.buzzer ?? {};
  if (ms > 0) return t("turn.behind", { seconds: Math.max(1, Math.round(ms / 10)) / 100 });
  return parts.buzzer.problem === "too_late" ? t("buzz.code.too_late") : "";
}

/**
 * @param {string} tone
 * @param {Child} sign
 * @param {string} title
 * @param {...Child} lines
 */
function panel(tone, sign, title, ...lines) {
  const words = lines.filter(Boolean).map((line) => (line instanceof Node ? line : el("p", line)));
  return el("div.turn", { data: { tone } }, sign, el("h2.turn-title", title), words);
}

/** @param {BuzzerState} state */
function mine(state) {
  const { view, seat } = state;
  const others = view.parts.buzzer.answering.filter(({ number }) => number !== seat.number);
  const shared = others.length > 0 && t("turn.shared", { names: shortNames(others) });
  return panel("mine", bell(), t("turn.you"), t("turn.aloud"), shared);
}

/** @param {BuzzerState} state */
function theirs(state) {
  const people = state.view.parts.buzzer.answering;
  const alone = people.length === 1;
  const who = people.map(({ name, team }) => el("p.turn-who", el("b", name), alone && team && el("span", team)));
  const late = behind(state);
  return panel("theirs", null, t("turn.theirs"), ...who, late && el("p.turn-behind.number", late));
}

/**
 * Locked: what has come out so far, before the key is shown.
 * @param {BuzzerState} state
 */
function over(state) {
  const { view } = state;
  const { answering, missed, right, aloud } = view.parts.buzzer;
  const wait = t("locked");
  if (wasRight(state)) return panel("right", tick(), t("result.right"), wait);
  if (right.length > 0) return panel("theirs", tick(), t("turn.right", { names: names(right) }), wait);
  if (hadTurn(state)) return aloud ? panel("missed", cross(), t("result.wrong"), wait) : ended(state, wait);
  if (answering.length > 0) {
    return panel("theirs", null, t(aloud ? "turn.wrong" : "turn.done", { names: names(answering) }), wait);
  }
  return panel("theirs", null, t(missed.length > 0 ? "turn.none_right" : "turn.nobody"), wait);
}

/**
 * The end of one's own turn on the phone.
 * @param {BuzzerState} state
 * @param {string} wait
 */
function ended({ mine: { recorded } }, wait) {
  return panel("theirs", null, t(recorded ? "turn.recorded" : "locked.none"), recorded && wait);
}

/**
 * The panel of a turn that runs, or that is over.
 * @param {BuzzerState} state
 */
export function turnPanel(state) {
  if (state.view.life === "locked") return over(state);
  return hasTurn(state) ? mine(state) : theirs(state);
}

/**
 * After a buzzer: who was right, unless that is told above already.
 * @param {BuzzerState["view"] & { reveal: Reveal }} view
 * @param {string} [verdict]
 */
export function turnsTold({ parts: { buzzer }, reveal: { voided } }, verdict) {
  if (voided || (verdict === "right" && buzzer.right.length === 1)) return null;
  const { right, missed } = buzzer;
  if (right.length > 0) return el("p.turned", tick(), t("turn.right", { names: names(right) }));
  return el("p.turned", t(missed.length > 0 ? "turn.none_right" : "turn.nobody"));
}
