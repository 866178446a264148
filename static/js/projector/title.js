/** A title that is broken after its colon or dash first, and only then between words; no years are. */
import { el } from "../shared/dom.js";

const SHORT = 36;

/** @param {string} title */
export function clauses(title) {
  return title.split(/(?<=[:–—])\s+(?!\d)/u).flatMap((clause, place) => {
    const kept = clause.length <= SHORT ? "clause whole" : "clause";
    return [place > 0 && " ", el("span", { class: kept }, clause)];
  });
}
