// The reveal: own verdict, the right answer, why it is right.

import { announce, el, fill } from "../shared/dom.js";
import { own } from "../shared/formats.js";
import { cross, tick } from "../shared/shapes.js";
import { t } from "../shared/words.js";
import { questionName } from "./answers.js";
import { optionFace } from "./choosing.js";
import { enlargeable } from "./enlarging.js";
import { givenText } from "./question.js";
import { askedOf } from "./state.js";

/** @import { Revealed } from "../shared/pages.d.ts" */
/** @import { Reveal } from "../shared/protocol.d.ts" */

/** @type {Record<string, () => Node>} */
const SIGNS = { right: tick, wrong: cross };
const TAPPED = new Set(["one", "true_false", "several"]);

/** @param {Revealed} state */
function verdictOf({ view, seat }) {
  if (view.reveal.voided) return "void";
  return seat.asked === askedOf(view) && seat.verdict ? seat.verdict : "watched";
}

/** @param {string} verdict */
function verdictBanner(verdict) {
  return el("div.verdict", { data: { verdict } }, SIGNS[verdict]?.(), el("h2", t(`result.${verdict}`)));
}

/**
 * @param {boolean} right
 * @param {boolean} mine
 */
function tagOf(right, mine) {
  if (right && mine) return t("answer.both");
  if (right) return t("answer.right");
  return mine ? t("answer.mine") : "";
}

/**
 * The options again, each marked with words: the right one, the chosen one.
 * @param {Revealed} state
 */
function optionList({ view, mine }) {
  const rightOnes = new Set(/** @type {number[][]} */ (view.reveal.key).flat());
  const chosen = new Set(/** @type {number[]} */ (mine.recorded?.answer ?? []));
  return el(
    "ul.options.told",
    view.question.options.map((text, position) => {
      const tag = tagOf(rightOnes.has(position), chosen.has(position));
      const data = { option: position, right: rightOnes.has(position), mine: chosen.has(position) };
      return el("li.option", { data }, optionFace(position, text, tag && el("b.option-tag", tag)));
    }),
  );
}

/**
 * The options in their right order, and the order that was given.
 * @param {Revealed} state
 */
function orderList(state) {
  const { options } = state.view.question;
  const given = givenText(state);
  /**
   * @param {number} position
   * @param {number} place
   */
  const line = (position, place) =>
    el(
      "li.option",
      { data: { option: position, right: true } },
      optionFace(position, options[position]),
      el("b.place.number", place + 1),
    );
  return [
    el("p.label", t("order.right")),
    el("ol.options.told", /** @type {number[][]} */ (state.view.reveal.key)[0].map(line)),
    given && el("p", t("answer.yours", { answer: given })),
  ];
}

/** @param {Revealed} state */
function answerLines(state) {
  const { view } = state;
  const given = givenText(state);
  return [
    el("div.key", el("p.label", t("answer.right")), el("p.key-text", view.reveal.key_text)),
    given && el("p", t("answer.yours", { answer: given })),
  ];
}

/** @param {Revealed} state */
function answersOf(state) {
  const { kind } = state.view.question;
  if (kind === "order") return orderList(state);
  return TAPPED.has(kind) ? optionList(state) : answerLines(state);
}

/** @param {Reveal} reveal */
function explanationOf({ explanation, citation }) {
  if (!explanation && !citation) return null;
  return el(
    "div.explanation",
    el("h3", t("explanation")),
    explanation && el("p", explanation),
    citation && el("p.soft.small", t("citation", { citation })),
  );
}

/** @param {Reveal} reveal */
function shareOf({ right, eligible, voided }) {
  return eligible > 0 && !voided ? el("p.soft.small", t("result.share", { right, eligible })) : null;
}

/**
 * Build the screen; the verdict may come a moment after the reveal, and may be corrected.
 * @param {Revealed} state
 */
export function revealScreen({ view: { question } }) {
  const picture = enlargeable(question.picture);
  const node = el("section.reveal");
  let told = "";
  /** @param {Revealed} state */
  const update = (state) => {
    const { view } = state;
    const verdict = verdictOf(state);
    const { above, below } = own(view).outcome?.(view, verdict) ?? { below: shareOf(view.reveal) };
    fill(
      node,
      el("p.question-name", questionName(view.question)),
      verdictBanner(verdict),
      above,
      el("p.reveal-question", view.question.text),
      picture.node,
      answersOf(state),
      explanationOf(view.reveal),
      below,
    );
    if (verdict === told) return;
    told = verdict;
    announce(`${t(`result.${verdict}`)}. ${t("answer.right")}: ${view.reveal.key_text}`);
    if (verdict === "right") navigator.vibrate?.(80);
    if (verdict === "wrong" || verdict === "none") navigator.vibrate?.([60, 80, 60]);
  };
  return { node, update, leave: picture.leave };
}
