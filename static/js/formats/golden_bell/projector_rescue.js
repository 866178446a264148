/** Rescue: who is about to come back to the floor. */

import { fitGrid } from "../../projector/fit.js";
import { el } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { BellHall } from "./types.d.ts" */
/** @import { Scene } from "../../shared/pages.d.ts" */
/** @import { Person } from "../../shared/protocol.d.ts" */

const NAMES_UP_TO = 40;

/**
 * @param {{ view: BellHall }} hall
 * @returns {Scene}
 */
export function rescue(hall) {
  const note = el("p", { class: "rescue-note" });
  const grid = el("ol", { class: "floor-grid rescue-grid" });
  const element = el("section", { class: "scene rescue" }, el("h1", { class: "scene-title" }, t("rescue")), note, grid);
  /** @type {Person[]} */
  let people = [];
  const fitPeople = fitGrid(
    grid,
    () => people.length,
    1.6,
    () => innerHeight / 3.2,
  );

  /** @param {{ view: BellHall }} hall */
  function update({ view }) {
    // In order of number, so that people find themselves among many.
    people = (view.parts.golden_bell.rescue ?? []).toSorted((one, other) => one.number - other.number);
    element.classList.toggle("waiting", !people.length);
    note.textContent = people.length ? t("rescue_returning", { count: people.length }) : t("rescue_waiting");
    const named = people.length <= NAMES_UP_TO;
    grid.classList.toggle("named", named);
    grid.replaceChildren(...people.map((person) => square(person, named)));
    fitPeople();
  }
  update(hall);
  return { node: element, update };
}

/**
 * @param {Person} person
 * @param {boolean} named
 */
function square({ number, name }, named) {
  const words = named ? [el("span", {}, name)] : [];
  return el("li", { class: "square", "data-state": "rescued" }, el("b", {}, String(number)), ...words);
}
