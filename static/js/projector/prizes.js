/** The ceremony: from the last prize up to the first, the newest one large. */
import { el } from "../shared/dom.js";
import { prizesBy } from "../shared/prizes_by.js";
import { t } from "../shared/words.js";
import { medalDrawing } from "./drawing.js";
import { fit } from "./fit.js";

/** @import { Hall, Scene } from "../shared/pages.d.ts" */
/** @import { Person, PrizeView, ProjectorView } from "../shared/protocol.d.ts" */

/**
 * @param {Hall} hall
 * @returns {Scene}
 */
export function prizes(hall) {
  const element = el("section", { class: "scene prizes" });
  let drawn = "";

  /** @param {Hall} hall */
  function update({ view }) {
    const state = JSON.stringify(view.prizes);
    if (state === drawn) return;
    drawn = state;
    // Prizes are listed from the highest down and shown from the last up.
    const newest = view.prizes.findIndex(({ shown }) => shown);
    if (newest < 0) {
      element.replaceChildren(...opening(view));
      return;
    }
    const large = newestPrize(view.prizes[newest], newest);
    element.replaceChildren(large, shelf(view.prizes, newest));
    fit(/** @type {HTMLElement} */ (large.querySelector(".prize-winners")), 1.6, 6)();
  }
  update(hall);
  return { node: element, update };
}

/** @param {ProjectorView} view */
function opening(view) {
  const { title, prizes: list } = view;
  return [
    el("h1", { class: "card-title" }, t("ceremony")),
    el("p", { class: "card-note" }, list.length ? title : t("prizes_empty"), el("small", {}, prizesBy(view))),
  ];
}

/**
 * @param {PrizeView} prize
 * @param {number} place
 */
function newestPrize({ name, winners }, place) {
  const people = winners.length ? winners.map(winner) : [el("li", { class: "prize-nobody" }, t("prize_nobody"))];
  return el(
    "div",
    { class: "prize-newest" },
    medalDrawing(place),
    el("h1", { class: "prize-name" }, name),
    el("ul", { class: `prize-winners winners-${Math.min(winners.length, 9)}` }, ...people),
  );
}

/** @param {Person} person */
function winner({ number, name, team }) {
  const who = [t("number", { number: String(number) }), team].filter(Boolean).join(" · ");
  return el("li", {}, el("b", {}, name), el("small", {}, who));
}

/**
 * All prizes in a row: those given with their winners, those to come still closed.
 * @param {PrizeView[]} list
 * @param {number} newest
 */
function shelf(list, newest) {
  const items = list.map(({ name, shown, winners }, place) =>
    el(
      "li",
      { "data-state": place === newest ? "newest" : shown ? "shown" : "closed" },
      el("b", {}, name),
      el("small", {}, shown ? names(winners) : t("prize_closed")),
    ),
  );
  return el("ol", { class: "shelf" }, ...items);
}

/** @param {Person[]} winners */
function names(winners) {
  if (!winners.length) return t("prize_nobody");
  return winners.map(({ name }) => name).join(" · ");
}
