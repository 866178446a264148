// The list of people, put together from what changed.

/** @import { RosterView, RowView } from "../../shared/protocol.d.ts" */

/**
 * `known` rows with those that changed, without those that are gone, in order of number.
 * @param {RowView[]} known
 * @param {Pick<RosterView, "rows" | "gone">} changed
 */
export function merged(known, { rows, gone }) {
  const all = new Map(known.map((row) => [row.number, row]));
  for (const row of rows) all.set(row.number, row);
  for (const number of gone) all.delete(number);
  return [...all.values()].sort((a, b) => a.number - b.number);
}
