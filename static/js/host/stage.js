// The middle of the console: one panel for where the contest is.

import { fill } from "../dom.js";
import { between } from "./between.js";
import { ceremony } from "./ceremony.js";
import { lobby, showArrivals } from "./lobby.js";
import { question } from "./question.js";
import { makeRescue } from "./rescue.js";

export function makeStage(desk) {
  const box = document.getElementById("stage");
  const rescue = makeRescue(desk);
  const panels = { lobby, question, between, ceremony, rescue: rescue.panel };
  let seen = [];
  let drawn = "";

  function place() {
    const { hall, draft, rescue: offer } = desk.view;
    if (hall.stage === "lobby") return "lobby";
    if (hall.stage === "finished") return "ceremony";
    if (draft) return "question";
    return offer?.open ? "rescue" : "between";
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
    const state = JSON.stringify([name, stateOf[name](desk)]);
    if (state === drawn) return;
    drawn = state;
    draw(name);
  }

  function draw(name) {
    if (name !== "rescue") rescue.forget();
    fill(box, panels[name](desk));
    box.dataset.panel = name;
  }

  return { refresh, overruled: () => (place() === "rescue" ? rescue.chosen() : null) };
}

/** What each panel is drawn from; it is drawn again only when this has changed. */
const stateOf = {
  lobby: ({ place, view }) => [place, view.locked],
  question: ({ view }) => [view.draft, view.key, view.answers, view.hall.life, view.hall.reveal, view.can, view.hall.buzzer, view.buzzes],
  rescue: ({ view, roster }) => [view.rescue, roster.filter(({ state }) => state !== "in").map(({ number }) => number)],
  between: ({ view }) => [view.hall, view.log.length, view.rescue, view.can, view.left_audience].map((part) => ({ ...part, v: 0, now: 0 })),
  ceremony: ({ view }) => [view.hall.prizes, view.hall.standings.length, view.hall.scene],
};
