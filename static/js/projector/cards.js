/** Title cards: a round begins, a question comes, nothing but the title. */
import { el } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { bellDrawing } from "./drawing.js";
import { fit } from "./fit.js";
import { questionLabel } from "./question.js";
import { clauses } from "./title.js";

/** @import { Child, Hall } from "../shared/pages.d.ts" */

/** @param {Hall} hall */
export function prepare({ view }) {
  return card(
    el("p", { class: "card-lead" }, t("prepare")),
    el("h1", { class: "card-title" }, view.question ? questionLabel(view.question) : (view.round?.name ?? "")),
    el("p", { class: "card-note" }, t("prepare_note")),
  );
}

/** @param {Hall} hall */
export function round(hall) {
  const { view } = hall;
  if (!view.round) return blank(hall);
  const { name, format, index, of } = view.round;
  return card(
    el("p", { class: "card-lead" }, of > 1 ? t("round_of", { index, of }) : view.title),
    el("h1", { class: "card-title" }, clauses(name)),
    el("p", { class: "card-note" }, t(`format_${format}`)),
  );
}

/** @param {Hall} hall */
export function blank({ view }) {
  return card(bellDrawing("great-bell"), el("h1", { class: "card-title" }, clauses(view.title)));
}

/** @param {...Child} children */
function card(...children) {
  const element = el("section", { class: "scene title-card" }, children);
  fit(element, 2.4, 7, /** @type {HTMLElement[]} */ ([element, ...element.querySelectorAll(".card-title")]));
  return { node: element, update() {} };
}
