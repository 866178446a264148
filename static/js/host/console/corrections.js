// Putting a question right, the current one or one of the record: key, accepted answers, void.

import { el, fill } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { letter, t } from "../../shared/words.js";
import { labelled, openDialog, textInput } from "./dialogs.js";
import { plannedAt } from "./planned.js";
import { answerLine, openPreview, previewForm } from "./previews.js";

/** @import { Desk, Given, PlannedQuestion } from "../../shared/pages.d.ts" */
/** @import { AnswerGroup, AskedView, LogRow, QuestionView } from "../../shared/protocol.d.ts" */

/** @typedef {{ round: number, entry: number }} Asking */

/**
 * A question of the record, by its line in the run of show.
 * @param {Desk} desk
 * @param {LogRow} row
 */
export function openPastQuestion(desk, row) {
  const question = plannedAt(desk.data.rounds[row.round], row.pool ?? "main", row.ordinal);
  const place = { round: row.round, entry: row.entry };
  openDialog(t(`pool.${row.pool}`, row), () => [
    el("p", el("strong", row.text)),
    el("p.soft", row.voided ? t("log.voided") : t("log.facts", row)),
    given(desk, place),
    previewForm(desk, { words: t(row.voided ? "unvoid" : "void") }, "void", () => ({ ...place, voided: !row.voided })),
    judged(desk, place, row.judged),
    acceptForm(desk, place, question),
    keyForm(desk, place, question, []),
    el("p.hint", t("regrade_hint")),
    formatsHint(desk, row.round),
  ]);
}

/**
 * What was answered, and the key that counts now: each answer can be accepted from here.
 * @param {Desk} desk
 * @param {Asking} place
 */
function given(desk, place) {
  const section = el("section.stack");
  desk.ask("look_up", place).then((answer) => {
    if (!answer.ok) return;
    /** @type {AskedView} */
    const { key_text, answers } = answer.asked;
    fill(section, el("p", el("strong", t("key_is", { key: key_text }))), answerGroups(desk, place, answers));
  });
  return section;
}

/**
 * Equal answers together: for complaints, and to accept one more.
 * @param {Desk} desk
 * @param {Asking} place
 * @param {AnswerGroup[]} groups
 * @param {{ open?: boolean }} how
 */
export function answerGroups(desk, place, groups, { open = true } = {}) {
  if (!groups.length) return el("p.soft", t("answers.none"));
  return el(
    "details.answers",
    { open },
    el("summary", t("answers.title", { count: groups.length })),
    el(
      "ul.plain",
      groups.map((group) => acceptable(desk, place, group)),
    ),
  );
}

/**
 * @param {Desk} desk
 * @param {Asking} place
 * @param {AnswerGroup} group
 */
function acceptable(desk, place, group) {
  const accept = () => openPreview(desk, t("accept"), "accept_answer", { ...place, answer: group.answer });
  return answerLine(group, el("button.button.small", { type: "button", onclick: accept }, t("accept")));
}

/**
 * Replace the key of the current question.
 * @param {Desk} desk
 * @param {Asking & { question: PlannedQuestion, key: Given[] }} asking
 */
export function correctKey(desk, { round, entry, question, key }) {
  openDialog(t("correct_key"), () => [
    el("p", el("strong", question.text)),
    keyForm(desk, { round, entry }, question, key),
    acceptForm(desk, { round, entry }, question),
    el("p.hint", t("regrade_hint")),
    formatsHint(desk, round),
  ]);
}

/**
 * What was judged aloud, each to be judged the other way.
 * @param {Desk} desk
 * @param {Asking} place
 * @param {LogRow["judged"]} verdicts
 */
function judged(desk, place, verdicts) {
  if (!verdicts.length) return null;
  /** @param {number} wanted */
  const name = (wanted) => desk.roster.find(({ number }) => number === wanted)?.name ?? "";
  const rows = verdicts.map(([number, right]) => {
    const said = el("p", t(right ? "judged.right" : "judged.wrong", { number, name: name(number) }));
    const words = t(right ? "judged.to_wrong" : "judged.to_right");
    return previewForm(desk, { words }, "correct_judgement", () => ({ ...place, number, right: !right }), said);
  });
  return el("section.stack", el("h3.small", t("judged.title")), rows);
}

/**
 * What the round's format says of answers judged anew.
 * @param {Desk} desk
 * @param {number} index
 */
function formatsHint({ data }, index) {
  const round = data.rounds[index];
  const words = own({ round }).regradeHint?.(round.settings);
  return words && el("p.hint", words);
}

/**
 * @param {Desk} desk
 * @param {Asking} place
 * @param {PlannedQuestion} question
 * @param {Given[]} key
 */
function keyForm(desk, place, question, key) {
  const answer = answerInput(question, key[0]);
  const fields = () => ({ ...place, key: [answer.value()] });
  return previewForm(
    desk,
    { words: t("correct_key_send") },
    "correct_key",
    fields,
    labelledGroup(t("new_key"), answer),
  );
}

/**
 * @param {Desk} desk
 * @param {Asking} place
 * @param {PlannedQuestion} question
 */
function acceptForm(desk, place, question) {
  const answer = answerInput(question);
  const fields = () => ({ ...place, answer: answer.value() });
  return previewForm(desk, { words: t("accept") }, "accept_answer", fields, labelledGroup(t("accept_more"), answer));
}

/**
 * @param {string} label
 * @param {ReturnType<typeof answerInput>} input
 */
const labelledGroup = (label, { node, single }) =>
  single ? labelled(label, node) : el("fieldset.field", el("legend", label), node);

let groups = 0;

/**
 * An input for an answer to this question, and how to read it.
 * @param {Pick<QuestionView, "kind" | "options">} question
 * @param {Given} chosen
 * @returns {{ node: HTMLElement, single: boolean, value: () => Given }}
 */
export function answerInput({ kind, options }, chosen = []) {
  if (kind === "text" || kind === "number") {
    const node = textInput({ required: true, maxlength: 120, value: typeof chosen === "string" ? chosen : "" });
    return { node, single: true, value: () => node.value.trim() };
  }
  if (kind === "order") {
    const letters = /** @type {number[]} */ (chosen).map(letter).join("");
    const node = textInput({
      required: true,
      value: letters,
      placeholder: "ABCD",
      maxlength: options.length,
      autocapitalize: "characters",
    });
    return { node, single: true, value: () => [...node.value.toUpperCase()].map((each) => "ABCDEF".indexOf(each)) };
  }
  groups += 1;
  const type = kind === "several" ? "checkbox" : "radio";
  const inputs = options.map((_, position) =>
    el("input", {
      type,
      name: `answer-${groups}`,
      required: type === "radio",
      checked: /** @type {number[]} */ (chosen).includes(position),
    }),
  );
  const node = el(
    "div.choices.tight",
    options.map((text, position) =>
      el("label.choice", inputs[position], el("span", el("b", `${letter(position)}. `), text)),
    ),
  );
  const value = () => inputs.flatMap((input, position) => (input.checked ? [position] : []));
  return { node, single: false, value };
}
