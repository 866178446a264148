// Places of the standings: shown whole, and what tells those apart who look equal.

import { seconds, t } from "./words.js";

/** @import { MoreView, StandingRow } from "./protocol.d.ts" */

/**
 * The first `most` rows, but no place cut: one that more people share is the rest. `more` is what
 * comes after all rows.
 * @template {{ rank: number }} Row
 * @param {Row[]} rows
 * @param {number} most
 * @param {Pick<MoreView, "rank" | "people"> | null} [more]
 * @returns {{ rows: Row[], rest: Pick<MoreView, "rank" | "people"> | null }}
 */
export function wholePlaces(rows, most, more = null) {
  if (rows.length <= most) return { rows, rest: more };
  const { rank } = rows[most];
  const people = rows.filter((row) => row.rank === rank).length;
  return { rows: rows.slice(0, most).filter((row) => row.rank < rank), rest: { rank, people } };
}

/**
 * What is left out, in words.
 * @param {Pick<MoreView, "rank" | "people"> | null} rest
 */
export const restWords = (rest) =>
  rest && t(rest.people > 1 ? "places_rest" : "places_on", { rank: String(rest.rank), people: rest.people });

/**
 * The figures by which a row stands before or after rows that are equal to it otherwise.
 * @param {StandingRow} row
 * @param {StandingRow[]} rows
 */
export function tieBreaks(row, rows) {
  /** @param {StandingRow} other */
  const equal = ({ number: who, points, correct, survived }) =>
    who !== row.number && points === row.points && correct === row.correct && survived === row.survived;
  if (!rows.some(equal)) return [];
  return [
    row.reserve > 0 && t("tie_reserve", { count: row.reserve }),
    row.correct > 0 && t("tie_time", { seconds: seconds(row.time_ms) }),
    row.by_lot && t("tie_lot"),
  ].filter((said) => said !== false);
}
