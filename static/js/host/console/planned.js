// The main questions of a round as they are asked: a dropped one is replaced at the end, by the
// last of the reserve questions.

/** @import { DeskData, PlannedQuestion } from "../../shared/pages.d.ts" */

/**
 * @param {DeskData["rounds"][number]} round
 * @param {number} replaced how many were dropped and replaced
 * @returns {PlannedQuestion[]}
 */
export function mains({ questions: { main, reserve } }, replaced) {
  return [...main, ...reserve.slice(reserve.length - replaced).reverse()];
}

/**
 * The question of a pool with this number.
 * @param {DeskData["rounds"][number]} round
 * @param {"main" | "reserve" | "audience"} pool
 * @param {number} ordinal
 */
export function plannedAt(round, pool, ordinal) {
  const all = pool === "main" ? mains(round, round.questions.reserve.length) : round.questions[pool];
  return all[ordinal - 1];
}
