// What a Golden Bell round adds to console and prompter: the bell, the rescue, the lifeline.

import { el } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { helpWords } from "./host_help.js";
import { rescue } from "./host_rescue.js";
import { script } from "./host_script.js";

/** @import { BellDesk, BellHall } from "./types.d.ts" */

/**
 * The rescue is confirmed with how many are ticked now, on whatever console.
 * @param {BellDesk} desk
 */
function rescueStep({ view }) {
  const people = view.parts.golden_bell.numbers.length;
  return people ? { values: { people } } : { key: "rescue_nobody", ready: false };
}

/** @param {BellDesk} desk */
function step(desk) {
  const { step: name, hall } = desk.view;
  if (name === "rescue") return rescueStep(desk);
  if (name !== "ring_bell") return undefined;
  return { key: hall.floor.left === 0 ? "ring_bell_silent" : name, deliberate: hall.floor.left > 1 };
}

/** @param {BellHall} hall */
function result({
  parts: {
    golden_bell: { winner, bell_silent: silent },
  },
}) {
  if (winner) return t("winner", winner);
  return silent && t("bell_silent");
}

/**
 * The bell was taken back, or the rules offer a rescue now.
 * @param {BellDesk} desk
 */
function offer({
  view: {
    parts: { golden_bell: rescue },
  },
}) {
  const gone = rescue?.taken_back ?? null;
  return [
    gone !== null && el("p.note.warn", gone ? t("taken_back", { number: String(gone) }) : t("taken_back_silent")),
    rescue?.offered && el("p.note.warn", t("rescue.offered", { time: rescue.used + 1, allowed: rescue.allowed })),
  ];
}

/**
 * @param {BellDesk} desk
 * @returns {[can: string, act: string, words: string][]}
 */
function acts({
  view: {
    parts: { golden_bell: rescue },
  },
}) {
  /** @type {[can: string, act: string, words: string]} */
  const decline = ["decline_rescue", "decline_rescue", t("rescue.decline")];
  return [["open_rescue", "open_rescue", t("rescue.open")], ...(rescue?.offered ? [decline] : [])];
}

/** @param {BellDesk} desk */
function questionActs(desk) {
  const ask = () => desk.act("use_lifeline");
  return desk.can("lifeline") && el("button.button.gold.small", { type: "button", onclick: ask }, t("lifeline"));
}

/**
 * What the audience chose, for the host, whoever else is told.
 * @param {BellDesk} desk
 */
function question({ view: { hall, parts } }) {
  const { help } = hall.parts.golden_bell;
  return { panel: help && !help.open && el("p.note.warn", helpWords(help, parts.golden_bell.chosen)) };
}

/**
 * While the audience chooses, how many of it have.
 * @param {BellDesk["view"]} view
 */
function answered({ hall }, eligible = 0, done = 0) {
  return hall.parts.golden_bell.help?.open ? t("lifeline.answered", { done, eligible }) : undefined;
}

register("golden_bell", {
  scenes: { rescue },
  sceneOf: ({ parts }) => (parts.golden_bell?.open ? "rescue" : undefined),
  step,
  result,
  news: ({ parts }) => parts.golden_bell.spared && t("spared"),
  offer,
  acts,
  questionActs,
  question,
  answered,
  script,
});
