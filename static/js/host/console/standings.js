// The standings as the host sees them.

import { el } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { HostView, ProjectorView, StandingRow } from "../../shared/protocol.d.ts" */

/**
 * The standings; before anybody was right their order is that of the lot, so none.
 * @param {{ stage: ProjectorView["stage"], standings: StandingRow[] }} told
 */
export function ranked({ stage, standings }) {
  const some = stage === "finished" || standings.some(({ correct, points }) => correct || points);
  return some ? standings : [];
}

/**
 * The newest standings, whatever the hall is shown.
 * @param {HostView} view
 */
export const live = ({ hall, standings }) => ranked({ stage: hall.stage, standings });

/**
 * The first rows of the standings.
 * @param {StandingRow[]} rows
 */
export function table(rows) {
  if (!rows.length) return null;
  // Where nobody leaves the floor, how far one came says nothing.
  /** @type {("survived" | "correct" | "points")[]} */
  const numbers = rows.some((row) => row.survived) ? ["survived", "correct", "points"] : ["correct", "points"];
  const head = ["rank", "who", ...numbers].map((name) => el("th", { scope: "col" }, t(`table.${name}`)));
  /** @param {StandingRow} row */
  const line = (row) => {
    const { rank, number, name, team, prize } = row;
    return el(
      "tr",
      el("td.number", String(rank)),
      el(
        "td",
        el("b.number", `${number} `),
        name,
        team && el("span.soft.small", ` · ${team}`),
        prize && el("span.badge.key", prize),
      ),
      numbers.map((column) => el("td.number", String(row[column]))),
    );
  };
  return el("table.standings", el("thead", el("tr", head)), el("tbody", rows.map(line)));
}
