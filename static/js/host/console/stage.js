// The middle of the console: one panel for where the contest is.

import { fill } from "../../shared/dom.js";
import { all, own } from "../../shared/formats.js";
import { between } from "./between.js";
import { ceremony } from "./ceremony.js";
import { lobby, showArrivals } from "./lobby.js";
import { question } from "./question.js";

/** Each panel is drawn again only when what it is `drawnFrom` has changed. */
const PANELS = {
  lobby: { draw: lobby, drawnFrom: ({ place, view }) => [place, view.locked] },
  question: {
    draw: question,
    drawnFrom: ({ view }) => [view.draft, view.key, view.answers, view.hall.life, view.hall.reveal, view.can, view.hall.parts, view.parts],
  },
  between: {
    draw: between,
    drawnFrom: ({ view }) => [view.hall, view.log.length, view.parts, view.can, view.left_audience].map((part) => ({ ...part, v: 0, now: 0 })),
  },
  ceremony: {
    draw: ceremony,
    drawnFrom: ({ view }) => [view.hall.prizes, view.hall.standings, view.hall.scene],
  },
};

export function makeStage(desk) {
  const box = document.getElementById("stage");
  const panels = Object.assign({}, PANELS, ...all().map(([, { makePanels }]) => makePanels?.(desk)));
  let seen = [];
  let drawn = "";

  function place() {
    const { hall, draft } = desk.view;
    if (hall.stage === "lobby") return "lobby";
    if (hall.stage === "finished") return "ceremony";
    if (draft) return "question";
    return own(hall).panelOf?.(desk.view) ?? "between";
  }

  function refresh() {
    const name = place();
    const from = [desk.view, desk.roster, desk.place];
    // The counters come four times a second, and none of the panels is drawn from them.
    if (from.some((part, index) => part !== seen[index])) update(name);
    seen = from;
    if (name === "lobby") showArrivals(desk);
  }

  function update(name) {
    const state = JSON.stringify([name, panels[name].drawnFrom(desk)]);
    if (state === drawn) return;
    drawn = state;
    draw(name);
  }

  function draw(name) {
    for (const [other, { leave }] of Object.entries(panels)) if (other !== name) leave?.();
    fill(box, panels[name].draw(desk));
    box.dataset.panel = name;
  }

  return { refresh, overruled: () => panels[place()].overruled?.() ?? null };
}
