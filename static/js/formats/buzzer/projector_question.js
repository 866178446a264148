/** The buzzer in the hall: the bell that waits, who has the turn, who had it. */

import { fit } from "../../projector/fit.js";
import { el, setText } from "../../shared/dom.js";
import { momentOf } from "../../shared/formats.js";
import { bell, cross, tick } from "../../shared/shapes.js";
import { t } from "../../shared/words.js";

/** @import { BuzzerAsked } from "./types.d.ts" */
/** @import { BuzzerView, Person, Reveal } from "../../shared/protocol.d.ts" */

/** Names of those who had their turn that are spelled out, the latest ones. */
const MISSED = 3;
/** @type {Set<unknown>} */
const TOLD_IN_BAND = new Set(["buzzed", "answering", "locked"]);

/**
 * All that a buzzer adds to the scene of a question; `show(view)` follows it.
 * @param {() => number} now
 */
export function makeBuzzer(now) {
  const hint = bellHint(now);
  const parts = [hint, turnBand(), missedList()];
  const [below, band, beside] = parts.map(({ element }) => element);
  /** @param {BuzzerAsked} view */
  const show = (view) => {
    for (const part of parts) part.show(view);
  };
  const pad = { sign: bell, words: t("buzz_to_answer") };
  return { below, band, beside, pad, show, counted: false, outcome, stop: hint.stop };
}

/**
 * Under the ring: the bell, and whether it can be pressed.
 * @param {() => number} now
 */
function bellHint(now) {
  const words = el("span");
  const element = el("p", { class: "bell-hint" }, bell(), words);
  let timer = 0;

  /** @param {BuzzerAsked} view */
  function show(view) {
    const { buzzer } = view.parts;
    clearTimeout(timer);
    const wait = buzzer.opens_at - now();
    if (buzzer.opens_at && wait > 0) timer = setTimeout(show, wait, view);
    const state = buzzer.opens_at && wait <= 0 ? "open" : "closed";
    element.dataset.state = state;
    setText(words, t(`bell_${state}`));
    element.hidden = TOLD_IN_BAND.has(momentOf(view));
  }
  return { element, show, stop: () => clearTimeout(timer) };
}

/** A band across the hall: who has the turn, large; in gold with a tick once right. */
function turnBand() {
  const lead = el("p", { class: "turn-lead" });
  const people = el("ul", { class: "turn-people" });
  const element = el("div", { class: "turn", hidden: true }, lead, people);
  const fitPeople = fit(people, 1, 4.6);
  let drawn = "";

  /** @param {BuzzerAsked} view */
  function show(view) {
    const said = view.reveal ? null : bandOf(momentOf(view), view.parts.buzzer);
    element.hidden = !said;
    if (!said || JSON.stringify(said) === drawn) return;
    drawn = JSON.stringify(said);
    element.dataset.state = said.state;
    lead.replaceChildren(sign(said.state), el("span", {}, t(`turn_${said.state}`)));
    people.replaceChildren(...said.people.map(who));
    people.hidden = !said.people.length;
    fitPeople();
  }
  return { element, show };
}

/**
 * @param {unknown} moment
 * @param {BuzzerView} buzzer
 */
function bandOf(moment, { answering, right, missed, aloud }) {
  if (moment === "buzzed") return { state: "rung", people: [] };
  if (moment === "answering") return { state: "answering", people: answering };
  if (moment !== "locked") return null;
  if (right.length) return { state: "right", people: right };
  if (answering.length) return { state: aloud ? "wrong" : "over", people: answering };
  return { state: missed.length ? "none_right" : "nobody", people: [] };
}

/** @param {string} state */
function sign(state) {
  /** @type {Record<string, () => Node>} */
  const signs = { right: tick, wrong: cross, rung: bell, answering: bell };
  return signs[state]?.() ?? "";
}

/** @param {Person} person */
function who({ number: place, name, team }) {
  const words = el("span", { class: "turn-who" }, el("b", {}, name), team && el("small", {}, team));
  return el("li", {}, el("b", { class: "turn-number" }, place), words);
}

/** Who had the turn and was not right: small, crossed out. */
function missedList() {
  const element = el("ul", { class: "turn-missed", hidden: true });

  /** @param {BuzzerAsked} view */
  function show({
    parts: {
      buzzer: { missed },
    },
    reveal,
  }) {
    element.hidden = !missed.length || Boolean(reveal?.voided);
    const earlier = missed.length - MISSED;
    const names = missed.slice(-MISSED).map(({ name }) => el("li", {}, cross(), el("s", {}, name)));
    const more = earlier > 0 ? [el("li", {}, t("missed_more", { count: earlier }))] : [];
    element.replaceChildren(...names, ...more);
  }
  return { element, show };
}

/**
 * After the reveal, beside the question: who was right, or that nobody was.
 * @param {BuzzerAsked & { reveal: Reveal }} view
 */
function outcome({
  parts: {
    buzzer: { missed, right },
  },
  reveal,
}) {
  if (reveal.voided) return null;
  if (!right.length) {
    const words = t(missed.length ? "turn_none_right" : "turn_nobody");
    return el("div", { class: "outcome turned none" }, el("p", { class: "outcome-nobody" }, words));
  }
  const names = el(
    "ul",
    { class: "outcome-names" },
    right.map((person) => el("li", {}, el("b", {}, person.name), el("small", {}, whose(person)))),
  );
  fit(names, 1, 4);
  const words = el("p", { class: "outcome-words" }, t("were_right"));
  return el("div", { class: "outcome turned" }, tick(), names, words);
}

/** @param {Person} person */
function whose({ number: place, team }) {
  return [t("number", { number: String(place) }), team].filter(Boolean).join(" · ");
}
