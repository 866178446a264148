/** The ceremony: from the last prize up to the first, the newest one large. */
import { el } from "../shared/dom.js";
import { prizesBy } from "../shared/prizes_by.js";
import { t } from "../shared/words.js";
import { medalDrawing } from "./drawing.js";
import { fit } from "./fit.js";
import { paged, pagesOf } from "./pages.js";

/** @import { Hall, Scene } from "../shared/pages.d.ts" */
/** @import { Person, PrizeView, ProjectorView } from "../shared/protocol.d.ts" */

/** Winners on a page: with long names they need more room. */
const [SHORT, LONG] = [9, 6];
const LONG_FROM = 24;
const NAMED = 3;

/**
 * @param {Hall} hall
 * @returns {Scene}
 */
export function prizes(hall) {
  const element = el("section", { class: "scene prizes" });
  let drawn = "";
  let list = el("ul", {});
  const pages = paged((/** @type {Person[]} */ page) => {
    list.replaceChildren(...page.map(winner));
    fit(list, 1.6, 6)();
  });

  /** @param {Hall} hall */
  function update({ view }) {
    const state = JSON.stringify(view.prizes);
    if (state === drawn) return;
    drawn = state;
    // Prizes are listed from the highest down and shown from the last up.
    // One that nobody takes has no step of its own.
    const newest = view.prizes.findIndex(({ shown, winners }) => shown && winners.length);
    if (newest < 0) {
      pages.stop();
      element.replaceChildren(...opening(view));
      if (view.prizes.length) element.append(shelf(view.prizes, -1));
      return;
    }
    const { name, winners } = view.prizes[newest];
    const long = winners.some(isLong);
    const parts = pagesOf(winners, long ? LONG : SHORT);
    list = el("ul", { class: "prize-winners" });
    element.classList.toggle("many", winners.length > 2);
    const columns = long || parts[0].length < LONG ? 2 : 3;
    list.style.setProperty("--columns", String(columns));
    list.classList.toggle("pairs", winners.length > 2 && columns === 2);
    element.replaceChildren(newestPrize(name, newest, list, pages.mark), shelf(view.prizes, newest));
    pages.put(parts);
  }
  update(hall);
  return { node: element, update, leave: pages.stop };
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
 * @param {string} name
 * @param {number} place
 * @param {HTMLElement} list
 * @param {HTMLElement} mark
 */
function newestPrize(name, place, list, mark) {
  return el("div", { class: "prize-newest" }, medalDrawing(place), el("h1", { class: "prize-name" }, name, mark), list);
}

/** @param {Person} person */
const isLong = ({ name, team }) => Math.max(name.length, team.length) > LONG_FROM;

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
  if (winners.length > NAMED) return t("prize_people", { people: winners.length });
  return winners.map(({ name }) => name).join(" · ");
}
