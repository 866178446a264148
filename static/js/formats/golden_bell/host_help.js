// What the audience chose by the lifeline, as the host is told.

import { t } from "../../shared/words.js";
import { inWords } from "./help_words.js";

/** @import { HelpView } from "../../shared/protocol.d.ts" */

/**
 * @param {HelpView} help
 * @param {number[]} chosen
 */
export function helpWords({ aloud, answers }, chosen) {
  if (aloud) return t("lifeline.aloud");
  return answers > 0 ? t("lifeline.chosen", { chosen: inWords(chosen) }) : t("lifeline.nobody");
}
