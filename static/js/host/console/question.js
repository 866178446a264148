// The question as the audience sees it, with what only the host sees: key, reason, source.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { questionPicture } from "../../shared/picture.js";
import { shape } from "../../shared/shapes.js";
import { letter, t } from "../../shared/words.js";
import { correctKey } from "./corrections.js";
import { panel } from "./panel.js";

/** @import { AskingDesk } from "../../shared/pages.d.ts" */
/** @import { AnswerGroup, KeyView, QuestionView, Reveal } from "../../shared/protocol.d.ts" */

/** @type {unknown[]} */
const CLOSED = ["locked", "revealed"];

/** @param {AskingDesk} desk */
function draw(desk) {
  const { draft, key, hall } = desk.view;
  const { spoken = false, panel: more } = own(hall).question?.(desk) ?? {};
  return [
    el(
      "header.row.spread",
      el(
        "p.question-place",
        el("strong", t(`pool_of.${draft.pool}`, draft)),
        el("span.soft", ` · ${t(`kind.${draft.kind}`)} · ${t("seconds", draft)}`),
      ),
      el("span.badge", t(hall.life === "drawn" ? "unseen" : "seen")),
    ),
    el("p.question-text", draft.text),
    draft.picture && questionPicture(draft.picture),
    draft.options.length > 0 && options(draft, key, spoken ? null : hall.reveal),
    more,
    keyPanel(key),
    CLOSED.includes(hall.life) && !spoken && answers(desk),
    acts(desk),
  ];
}

export const question = panel(draw, ({ view }) => [
  view.draft,
  view.key,
  view.answers,
  view.hall.life,
  view.hall.reveal,
  view.can,
  view.hall.parts,
  view.parts,
]);

/**
 * @param {QuestionView} question
 * @param {KeyView} key
 * @param {Reveal | null} reveal
 */
function options({ kind, options: texts }, { key }, reveal) {
  /** @param {number} position */
  const right = (position) =>
    kind !== "order" && /** @type {number[][]} */ (key).some((answer) => answer.includes(position));
  return el(
    "ol.host-options.plain",
    texts.map((text, position) =>
      el(
        `li${right(position) ? ".right" : ""}`,
        { data: { option: position } },
        el("span.plate", shape(position), letter(position)),
        el("span.option-words", text),
        right(position) && el("span.badge.key", t("key")),
        reveal && reveal.counts.length > 0 && el("b.number", { title: t("chose") }, String(reveal.counts[position])),
      ),
    ),
  );
}

/** @param {KeyView} key */
function keyPanel(key) {
  return el(
    "aside.key-panel",
    { "aria-label": t("host_only") },
    el(
      "p.small",
      el("span.badge", t("host_only")),
      key.source_status !== "verified" && el("span.badge.doubtful", t("secondary")),
    ),
    el("p", el("strong", t("key_is", { key: key.key_text }))),
    key.explanation && el("p", key.explanation),
    el("p.small.soft", key.citation),
  );
}

/**
 * Equal answers together: for complaints, and to accept one more.
 * @param {AskingDesk} desk
 */
function answers(desk) {
  const groups = desk.view.answers;
  if (!groups.length) return el("p.soft", t("answers.none"));
  return el(
    "details.answers",
    { open: ["text", "number"].includes(desk.view.draft.kind) },
    el("summary", t("answers.title", { count: groups.length })),
    el(
      "ul.plain",
      groups.map((group) => answerLine(desk, group)),
    ),
  );
}

/**
 * @param {AskingDesk} desk
 * @param {AnswerGroup} group
 */
function answerLine(desk, { answer, text, count, right }) {
  const accept = () => desk.act("accept_answer", { round: desk.view.hall.round.index - 1, entry: -1, answer });
  return el(
    "li.answer-line",
    el("b.number", String(count)),
    el("span.answer-text", text),
    right
      ? el("span.badge.key", t("right"))
      : el("button.button.small", { type: "button", onclick: accept }, t("accept")),
  );
}

/**
 * What can be put right about this question.
 * @param {AskingDesk} desk
 */
function acts(desk) {
  const { hall, draft, key } = desk.view;
  const round = hall.round.index - 1;
  const void_ = () => desk.act("void", { round, entry: -1, voided: !voided });
  const voided = hall.reveal?.voided ?? false;
  /**
   * @param {string} words
   * @param {() => void} onclick
   */
  const button = (words, onclick) => el("button.button.small", { type: "button", onclick }, words);
  return el(
    "div.row.question-acts",
    own(hall).questionActs?.(desk),
    desk.can("skip") && button(t("skip"), () => desk.act("skip")),
    CLOSED.includes(hall.life) &&
      button(t("correct_key"), () => correctKey(desk, { round, entry: -1, question: draft, key: key.key })),
    hall.life === "revealed" && button(t(voided ? "unvoid" : "void"), void_),
  );
}
