// What a buzzer round adds to console and prompter: buzzes, turns, and judging by ear.

import { actForm } from "../../host/console/dialogs.js";
import { el } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { buzzed, buzzes } from "./host_buzzes.js";
import { script } from "./host_script.js";
import { makeVerdict } from "./host_verdict.js";

/** @import { BuzzerDesk, BuzzerHall } from "./types.d.ts" */
/** @import { HostView, RowView } from "../../shared/protocol.d.ts" */

/**
 * An audience question of the round has no buzzer.
 * @param {Pick<HostView, "parts">} view
 */
const has = ({ parts }) => Boolean(parts.buzzer);

/** @param {BuzzerDesk} desk */
function step({ view, round }) {
  if (!has(view.hall)) return undefined;
  const judging = view.step === "judge";
  return {
    key: stepKey(view, round().settings),
    deliberate: view.step === "close",
    // Only the two buttons judge: say which keys they have.
    elsewhere: judging && t("judge.not_space"),
  };
}

/**
 * @param {BuzzerDesk["view"]} view
 * @param {Record<string, any>} settings
 */
function stepKey({ step: name, hall }, { clock, early }) {
  if (name === "show") return clock === "at_once" ? "show_at_once_buzzer" : early ? "show_early" : "show";
  if (name === "start_clock") return early ? "start_clock_early" : "start_clock_buzzer";
  if (name === "close") return hall.parts.buzzer.phase === "answering" ? "close_answering" : "close_buzzer";
  if (name === "none") return "buzzed";
  return name === "judge" ? name : `${name}_buzzer`;
}

/** @param {BuzzerDesk} desk */
function question(desk) {
  if (!has(desk.view.hall)) return undefined;
  return { panel: buzzes(desk), spoken: !desk.view.answers.length };
}

/**
 * The turn at a question, for somebody who raised a hand instead.
 * @param {BuzzerDesk} desk
 * @param {RowView} row
 */
function turnForm(desk, { number, state }) {
  const { missed = [], answering = [] } = desk.view.hall.parts.buzzer ?? {};
  const had = [...missed, ...answering].some((person) => person.number === number);
  if (!desk.can("give_turn") || had || !["in", "returned"].includes(state)) return null;
  return actForm(
    { words: t("contestant.turn") },
    () => desk.act("give_turn", { number }),
    el("p.hint", t("contestant.turn_hint")),
  );
}

/**
 * Only for who has the turn, and not for what is said aloud.
 * @param {BuzzerHall} hall
 * @param {number} number
 */
function mayEnter({ parts: { buzzer } }, number) {
  if (!buzzer) return undefined;
  return !buzzer.aloud && buzzer.answering.some((person) => person.number === number);
}

register("buzzer", {
  makeParts: [makeVerdict],
  step,
  question,
  answered: (view, eligible) => (has(view.hall) ? t(...buzzed(view, eligible)) : undefined),
  running: ["answering"],
  contestantForm: turnForm,
  mayEnter,
  // Answers are judged by ear unless the round says otherwise.
  regradeHint: ({ aloud }) => aloud !== false && t("regrade.aloud"),
  help: ["judge"],
  how: ({ penalty }) => (penalty > 0 ? "buzzer_penalty" : "buzzer"),
  script,
  heard: (hall) => has(hall) && hall.parts.buzzer.aloud && hall.parts.buzzer.phase === "answering",
});
