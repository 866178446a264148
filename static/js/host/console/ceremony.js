// The end: prizes from the last one up, then the final standings.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { prizesBy } from "../../shared/prizes_by.js";
import { t } from "../../shared/words.js";
import { doubts } from "./doubts.js";
import { panel } from "./panel.js";
import { first } from "./standings.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { PrizeView } from "../../shared/protocol.d.ts" */

/** @param {Desk} desk */
function draw(desk) {
  const ways = desk.data.afterwards;
  const { hall } = desk.view;
  const { prizes } = hall;
  const [result, basis] = [own(hall).result?.(hall), prizesBy(hall)];
  const over = prizes.every((prize) => prize.shown);
  return [
    el("h2", t(over ? "ceremony.over" : "ceremony.title")),
    over && el("p.note.right", t("ceremony.done")),
    result && el("p.winner", result),
    basis && el("p.small.soft", basis),
    doubts(desk.view),
    over &&
      el(
        "p.row",
        ways.map(([name, href]) => el("a.button", { href }, t(`afterwards.${name}`))),
      ),
    el("ol.prizes.plain", [...prizes].reverse().map(prize)),
    over && first(desk.view, 8),
  ];
}

export const ceremony = panel(draw, ({ view }) =>
  [view.hall, view.standings, view.more, view.doubts].map((part) => ({ ...part, v: 0, now: 0 })),
);

/** @param {PrizeView} prize */
function prize({ name, count, shown, winners }) {
  const who = winners.map(({ number, name: person, team }) =>
    el("li", el("b.number", `${number} `), person, team && el("span.soft", ` · ${team}`)),
  );
  return el(
    `li.prize${shown ? ".shown" : ""}`,
    el("h3", t("ceremony.prize", { name, count })),
    shown
      ? el("ul.plain", who.length ? who : el("li.soft", t("ceremony.nobody")))
      : el("p.soft.small", t("ceremony.waiting")),
  );
}
