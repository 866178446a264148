// The form of a question as phone and projector will be told it. Pure but for reading the form.

import { letter } from "../../shared/words.js";

/** @import { Kind, QuestionView, Reveal } from "../../shared/protocol.d.ts" */

/**
 * What a form says of a question so far.
 * @typedef {{
 *   kind: Kind,
 *   rows: { text: string, right: boolean, place: number }[],
 *   picture: string,
 *   text: string,
 *   options: string[],
 *   truth: string,
 *   typed: string[],
 *   explanation: string,
 *   citation: string,
 *   seconds: number,
 * }} Found
 */

const LETTERED = new Set(["one", "several", "order"]);
const SECONDS = 15;
/** People in a made-up hall, and how many of them were right. */
const HALL = { eligible: 100, answered: 97, right: 63 };

/**
 * @param {ParentNode} row
 * @param {string} selector
 */
const field = (row, selector) => /** @type {HTMLInputElement} */ (row.querySelector(selector));

/**
 * The options that are filled in: text, whether ticked, place in the right order.
 * @param {HTMLFormElement} form
 */
function rowsOf(form) {
  return [...form.querySelectorAll("[data-option-row]")]
    .map((row) => ({
      text: field(row, ".option-text").value.trim(),
      right: field(row, 'input[type="checkbox"]').checked,
      place: Number(field(row, 'input[type="number"]').value),
    }))
    .filter(({ text }) => text !== "");
}

/** @param {string} text */
const lines = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * What is known of the question so far; what is not filled in yet is empty.
 * @param {HTMLFormElement} form
 * @param {{ yes: string, no: string, picture: string }} words
 * @returns {Found}
 */
export function read(form, { yes, no, picture }) {
  /** @param {string} name */
  const value = (name) => /** @type {any} */ (form.elements)[name]?.value.trim() ?? "";
  const kind = value("kind");
  const rows = LETTERED.has(kind) ? rowsOf(form) : [];
  return {
    kind,
    rows,
    picture,
    text: value("text"),
    options: kind === "true_false" ? [yes, no] : rows.map(({ text }) => text),
    truth: /** @type {any} */ (form.elements).truth?.value ?? "",
    typed: kind === "number" ? lines(value("number")) : lines(value("answers")),
    explanation: value("explanation"),
    citation: value("citation"),
    seconds: Number(value("seconds")) || SECONDS,
  };
}

/**
 * The question before the reveal; three dots stand for what is not written yet.
 * @param {Found} found
 * @returns {QuestionView}
 */
export function questionOf({ kind, text, options, picture, seconds }) {
  return { pool: "main", ordinal: 1, of: 10, kind, text: text || "…", options, picture, seconds, asked: 0 };
}

/** @param {Found} found */
function positions({ kind, rows, truth }) {
  const all = rows.map((_, position) => position);
  if (kind === "true_false") return truth ? [truth === "true" ? 0 : 1] : [];
  if (kind === "order") return all.sort((one, other) => rows[one].place - rows[other].place);
  return all.filter((position) => rows[position].right);
}

/**
 * @param {Found} found
 * @param {number[]} key
 */
function keyText({ kind, options, typed }, key) {
  if (kind === "text" || kind === "number") return typed.join(" / ") || "…";
  if (kind === "order") return key.map(letter).join(" → ");
  if (kind === "several") return key.map(letter).join(", ");
  return key.map((position) => `${letter(position)}. ${options[position]}`).join("") || "…";
}

/**
 * The reveal, with the answers of a made-up hall.
 * @param {Found} read
 * @returns {Reveal}
 */
export function revealOf(read) {
  const tapped = ["one", "true_false", "several"].includes(read.kind);
  const key = positions(read);
  const others = Math.max(1, read.options.length - key.length);
  const rest = Math.floor((HALL.answered - HALL.right) / others);
  return {
    ...HALL,
    key: read.options.length ? [key] : read.typed,
    key_text: keyText(read, key),
    explanation: read.explanation,
    citation: read.citation,
    counts: tapped ? read.options.map((_, position) => (key.includes(position) ? HALL.right : rest)) : [],
    voided: false,
  };
}
