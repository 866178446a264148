// Who has the same name in the same team as somebody else: perhaps one person with two numbers.

/** @import { RowView } from "../../shared/protocol.d.ts" */

/**
 * The numbers of these; neither case nor white space makes another name.
 * @param {RowView[]} roster
 */
export function namesakes(roster) {
  /** @type {Map<string, number[]>} */
  const known = new Map();
  for (const { number, name, team } of roster) {
    const key = `${name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim()}\n${team}`;
    known.set(key, [...(known.get(key) ?? []), number]);
  }
  return new Set([...known.values()].filter((numbers) => numbers.length > 1).flat());
}
