// How the MC says things: people with number and unit, a question, a key. Shared with formats.

import { el } from "../../shared/dom.js";
import { questionPicture, smaller } from "../../shared/picture.js";
import { letter, t } from "../../shared/words.js";

/** @import { Child } from "../../shared/pages.d.ts" */
/** @import { Person, QuestionView, Reveal } from "../../shared/protocol.d.ts" */

/** So many are read by name, more by number. */
const NAMED = 8;

/**
 * A sentence to be read out.
 * @param {Child} text
 */
export const say = (text) => el("p.say", text);

/**
 * "Trần Văn An, số 7, Tổ 1".
 * @param {Person} person
 */
export const who = ({ name, number, team }) =>
  team && team !== name
    ? t("say.who_of", { name, number: String(number), team })
    : t("say.who", { name, number: String(number) });

/** @param {Person[]} people */
export const names = (people) => people.map(who).join("; ");

/** @param {Person[]} people */
export const numbers = (people) =>
  people
    .map(({ number }) => number)
    .sort((a, b) => a - b)
    .join(", ");

/**
 * One person in a sentence, a few one below the other, many by number; nothing for nobody.
 * @param {Person[]} people
 * @param {{ one: (who: string) => string, few: string, many: (count: number, numbers: string) => string }} words
 */
export function sayPeople(people, { one, few, many }) {
  if (!people.length) return null;
  if (people.length > NAMED) return say(many(people.length, numbers(people)));
  return people.length > 1 ? [say(few), list(people)] : say(one(names(people)));
}

/** @param {Person[]} people */
export const list = (people) =>
  el(
    "ul.say-options.say-people",
    people.map((person) => el("li", who(person))),
  );

/** Kinds that are answered otherwise than by one option. */
const OTHERWISE = new Set(["several", "order", "text", "number"]);

/**
 * The question as it is read out: its number, its text, its options.
 * @param {QuestionView} question
 * @param {{ coming?: boolean }} [when] `coming`: nobody sees it yet, so it is not read out
 * @returns {Child[]}
 */
export function questionSaid({ pool, ordinal, kind, text, options, picture }, { coming = false } = {}) {
  return [
    coming ? el("p.say-label", t("say.coming")) : say(t(`say.ask_${pool}`, { ordinal })),
    el("p.say.question", text),
    picture && questionPicture(smaller(picture)),
    OTHERWISE.has(kind) && say(t(`say.${kind}`)),
    options.length > 0 &&
      el(
        "ol.say-options",
        options.map((option, position) => el("li", el("b", `${letter(position)}.`), " ", option)),
      ),
  ];
}

/**
 * A sentence with its end; what an organizer wrote may have one.
 * @param {string} text
 */
const sentence = (text) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/**
 * The key in words, with its explanation.
 * @param {Reveal} reveal
 * @returns {Child[]}
 */
export function keySaid({ key_text: key, explanation, citation }) {
  return [
    el("p.say.key", t("say.key", { key }).replace(/([.!?…])\.$/, "$1")),
    explanation && el("p.say", sentence(explanation)),
    citation && el("p.say-label", t("say.citation", { citation }).replace(/\.\.$/, ".")),
  ];
}
