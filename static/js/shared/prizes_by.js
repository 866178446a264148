// What gives the prizes of a contest of several rounds, in a sentence.

import { t } from "./words.js";

/** @import { ProjectorView } from "./protocol.d.ts" */

/**
 * Empty where there is one round, or no prize: then nothing was chosen.
 * @param {Pick<ProjectorView, "prizes_by">} hall
 */
export function prizesBy({ prizes_by: basis }) {
  return basis ? t(`prizes_by_${basis.kind}`, basis) : "";
}
