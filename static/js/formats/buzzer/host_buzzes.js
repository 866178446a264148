// Who buzzed, in which order, who has the turn and who had it.

import { el } from "../../shared/dom.js";
import { momentOf } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

/** @import { BuzzerDesk } from "./types.d.ts" */
/** @import { Person } from "../../shared/protocol.d.ts" */

const SHOWN = 8;
/** @type {unknown[]} */
const LATER = ["locked", "revealed"];

/**
 * What a buzzer question's panel shows of it.
 * @param {BuzzerDesk} desk
 */
export function buzzes({ view: { hall, parts } }) {
  const {
    life,
    parts: { buzzer },
  } = hall;
  const { buzzes: rows } = parts.buzzer;
  if (life === "drawn") return null;
  const called = rows.some(({ turn }) => turn) ? [] : buzzer.answering;
  /** @param {Person} person */
  const right = ({ number }) =>
    buzzer.right.some((person) => person.number === number) || (buzzer.aloud && life === "locked" ? false : null);
  const nobody =
    LATER.includes(life) && !rows.length && !buzzer.missed.length && !buzzer.right.length && !called.length;
  return el(
    "section.buzzes",
    { "aria-label": t("buzzes.title") },
    called.length > 0 &&
      line(
        "buzzes.called",
        called.map((person) => chip(person, null, { turn: true, right: right(person) })),
      ),
    rows.length > 0 &&
      line(
        "buzzes.title",
        rows.slice(0, SHOWN).map((row) => chip(row, row.behind_ms, { ...row, silent: life === "locked" })),
      ),
    rows.length > SHOWN && el("p.small.soft", t("buzzes.more", { count: rows.length - SHOWN })),
    buzzer.missed.length > 0 && el("p", t("buzzes.missed", { people: buzzer.missed.map(named).join(", ") })),
    nobody && el("p.soft", t("buzzes.nobody")),
  );
}

/** @param {Person} person */
const named = ({ number, name }) => `${number} ${name}`;

/**
 * @param {string} title
 * @param {Node[]} chips
 */
const line = (title, chips) => [el("h3.small", t(title)), el("ol.buzz-list.plain", chips)];

/**
 * @param {Person} person
 * @param {number | null} behind
 * @param {{ turn: boolean, right?: boolean | null, silent?: boolean }} how
 */
function chip(person, behind, { turn, right = null, silent = false }) {
  const verdict = right === null ? turn && (silent ? "silent" : "turn") : right ? "right" : "wrong";
  return el(
    `li.buzz${turn ? ".turn" : ""}`,
    el("span", el("b.number", `${person.number} `), person.name),
    behind !== null && el("span.number.soft", when(behind)),
    verdict && el(`span.badge${verdict === "right" ? ".key" : ""}`, t(`buzzes.${verdict}`)),
  );
}

/** @param {number} ms */
const when = (ms) => (ms ? t("buzzes.behind", { seconds: ms / 1000 }) : t("buzzes.first"));

/**
 * What is true of the buzzes now: whether they count yet, how many may, how many did.
 * @param {BuzzerDesk["view"]} view
 * @param {number} eligible
 * @returns {[key: string, values?: object]}
 */
export function buzzed({ hall, parts }, eligible) {
  const {
    life,
    parts: { buzzer },
  } = hall;
  const { buzzes: rows } = parts.buzzer;
  if (momentOf(hall) === "buzzed") return ["buzzed.waiting"];
  if (rows.length) return ["buzzed.count", { count: rows.length }];
  if (buzzer.answering.length) return ["buzzed.called"];
  if (life === "shown") return buzzer.opens_at ? ["buzzed.early", { may: eligible }] : ["buzzed.not_yet"];
  if (LATER.includes(life)) return ["buzzed.over"];
  return ["buzzed.none", { may: eligible - buzzer.missed.length }];
}
