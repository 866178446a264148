// Between questions and rounds: what just happened, what may be done besides the next step.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

const NAMED = 40;

export function between(desk) {
  const { hall } = desk.view;
  const { result, news, offer } = own(hall);
  const [said, happened] = [result?.(hall), news?.(hall)];
  return [
    said && el("p.winner", said),
    hall.round?.eliminates && el("p.floor-left", el("b.number", String(hall.floor.left)), " ", t("floor_left", hall.floor)),
    happened && el("p.note.info", happened),
    changes(hall.squares, "leaving"),
    changes(hall.squares, "returned"),
    offer?.(desk),
    acts(desk),
    table(ranked(hall).slice(0, 8)),
  ];
}

function changes(squares, state) {
  const people = squares.filter((square) => square.state === state);
  if (!people.length) return null;
  const names = people.slice(0, NAMED).map(({ number, name }) => `${number} ${name}`).join(", ");
  return el(`div.changes.${state}`, el("h3", t(`changes.${state}`, { count: people.length })), el("p.small", names, people.length > NAMED && "…"));
}

function acts(desk) {
  const { hall, step, left_audience: audience } = desk.view;
  const offers = [
    ["audience", "draw_audience_question", t("draw_audience", { left: audience })],
    ...(own(hall).acts?.(desk) ?? []),
    ["finish_round", "finish_round", t("finish_early")],
  ];
  const wanted = ([can]) => desk.can(can) && can !== step;
  return el("div.row", offers.filter(wanted).map(([, act, words]) => el("button.button", { type: "button", onclick: () => desk.act(act) }, words)));
}

/** The standings; before anybody was right their order is that of the lot, so none. */
export function ranked({ stage, standings }) {
  const told = stage === "finished" || standings.some(({ correct, points }) => correct || points);
  return told ? standings : [];
}

/** The first rows of the standings. */
export function table(rows) {
  if (!rows.length) return null;
  // Where nobody leaves the floor, how far one came says nothing.
  const numbers = rows.some((row) => row.survived) ? ["survived", "correct", "points"] : ["correct", "points"];
  const head = ["rank", "who", ...numbers].map((name) => el("th", { scope: "col" }, t(`table.${name}`)));
  const line = (row) => {
    const { rank, number, name, team, prize } = row;
    return el(
      "tr",
      el("td.number", String(rank)),
      el("td", el("b.number", `${number} `), name, team && el("span.soft.small", ` · ${team}`), prize && el("span.badge.key", prize)),
      numbers.map((column) => el("td.number", String(row[column]))),
    );
  };
  return el("table.standings", el("thead", el("tr", head)), el("tbody", rows.map(line)));
}
