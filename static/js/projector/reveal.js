/** What is said once the key is in the open. */
import { el } from "../shared/dom.js";
import { number, t } from "../shared/words.js";
import { fit } from "./fit.js";

/** @import { Reveal } from "../shared/protocol.d.ts" */

/**
 * How many were right, large; or that the question counts for nobody.
 * @param {Reveal} reveal
 */
export function outcome({ right, eligible, answered, voided }) {
  if (voided) return el("div", { class: "outcome" }, el("p", { class: "outcome-void" }, t("voided")));
  const silent = eligible - answered;
  const share = el("p", { class: "outcome-number" }, el("b", {}, number(right)), `/${number(eligible)}`);
  fit(share, 2, 9);
  return el(
    "div",
    { class: "outcome" },
    share,
    el("p", { class: "outcome-words" }, t("were_right")),
    silent > 0 && el("p", { class: "outcome-silent" }, t("no_answer", { count: silent })),
  );
}

/**
 * Why, and where it is written, small; nothing when the bank has neither.
 * @param {Reveal} reveal
 */
export function explanation({ explanation: why, citation }) {
  if (!why && !citation) return [];
  return [
    el(
      "footer",
      { class: "because" },
      Boolean(why) && el("p", { class: "because-why" }, why),
      Boolean(citation) && el("p", { class: "because-where" }, citation),
    ),
  ];
}
