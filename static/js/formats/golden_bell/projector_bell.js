/** The golden bell rings for the winner, or stays silent. */

import { bellDrawing } from "../../projector/drawing.js";
import { fit } from "../../projector/fit.js";
import { el } from "../../shared/dom.js";
import { prizesBy } from "../../shared/prizes_by.js";
import { t } from "../../shared/words.js";

/** @import { BellHall } from "./types.d.ts" */
/** @import { Scene } from "../../shared/pages.d.ts" */
/** @import { Person } from "../../shared/protocol.d.ts" */

/**
 * @param {{ view: BellHall }} hall
 * @returns {Scene}
 */
export function bell(hall) {
  const element = el("section", { class: "scene bell-scene" });

  /** @param {{ view: BellHall }} hall */
  function update({ view }) {
    const { winner, bell_silent: silent } = view.parts.golden_bell;
    const state = winner ? "ringing" : silent ? "silent" : "waiting";
    if (element.dataset.state === state && element.dataset.number === String(winner?.number ?? "")) return;
    element.dataset.state = state;
    element.dataset.number = String(winner?.number ?? "");
    const name = el("h1", { class: "bell-name" }, winner?.name ?? t(`bell_${state}`));
    element.replaceChildren(
      el("div", { class: "bell-place" }, el("span", { class: "bell-light" }), bellDrawing("great-bell")),
      el("p", { class: "bell-lead" }, winner && t("bell_rings")),
      name,
      el("p", { class: "bell-who" }, winner && whose(winner)),
      el("p", { class: "bell-prizes" }, state !== "waiting" && prizesBy(view)),
    );
    fit(name, 3, 7)();
  }
  update(hall);
  return { node: element, update };
}

/** @param {Person} person */
function whose({ number, team }) {
  return [t("number", { number: String(number) }), team].filter(Boolean).join(" · ");
}
