// The standings as the host sees them.

import { el } from "../../shared/dom.js";
import { restWords, tieBreaks, wholePlaces } from "../../shared/places.js";
import { t } from "../../shared/words.js";

/** @import { HostView, MoreView, ProjectorView, StandingRow } from "../../shared/protocol.d.ts" */

/**
 * The standings; before anybody was right their order is that of the lot, so none.
 * @param {{ stage: ProjectorView["stage"], standings: StandingRow[], more: MoreView | null }} told
 */
export function ranked({ stage, standings, more }) {
  const some =
    stage === "finished" || more?.has_something || standings.some(({ correct, points }) => correct || points);
  return some ? standings : [];
}

/**
 * The newest standings, whatever the hall is shown.
 * @param {HostView} view
 */
export const live = ({ hall, standings, more }) => ranked({ stage: hall.stage, standings, more });

/**
 * The first rows of the newest standings, no place and no prize cut; what is left out in words.
 * @param {HostView} view
 * @param {number} most
 */
export function first(view, most) {
  const { rows, rest } = wholePlaces(live(view), Math.max(most, view.hall.prized), view.more);
  const told = rows.length > 0 || view.more?.has_something;
  return [table(rows), told && rest && el("p.small.soft", restWords(rest))];
}

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
        el(
          "span.soft.small.tie",
          tieBreaks(row, rows).map((said) => ` · ${said}`),
        ),
        prize && [" ", el("span.badge.key", prize)],
      ),
      numbers.map((column) => el("td.number", String(row[column]))),
    );
  };
  return el("table.standings", el("thead", el("tr", head)), el("tbody", rows.map(line)));
}
