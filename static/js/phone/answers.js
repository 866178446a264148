// Answers in words: a question's options, and what somebody gave.

import { letter, t } from "../shared/words.js";

/** @import { Given } from "../shared/pages.d.ts" */
/** @import { QuestionView } from "../shared/protocol.d.ts" */

/**
 * "Câu 7/20", or the kind of question it is.
 * @param {Pick<QuestionView, "pool" | "ordinal" | "of">} question
 */
export function questionName({ pool, ordinal, of }) {
  if (pool === "reserve") return t("question.reserve", { ordinal });
  if (pool === "audience") return t("question.audience", { ordinal });
  return of ? t("question.of", { ordinal, of }) : t("question", { ordinal });
}

/**
 * An answer as a person would say it: "B. Lạng Sơn", "C → A → B", "1930".
 * @param {QuestionView} question
 * @param {Given} answer
 */
export function answerText(question, answer) {
  if (typeof answer === "string") return answer;
  if (question.kind === "order") return answer.map(letter).join(" → ");
  return answer.map((position) => `${letter(position)}. ${question.options[position] ?? ""}`).join("; ");
}
