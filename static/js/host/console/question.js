// The question as the audience sees it, with what only the host sees: key, reason, source.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { questionPicture, smaller } from "../../shared/picture.js";
import { shape } from "../../shared/shapes.js";
import { letter, t } from "../../shared/words.js";
import { answerGroups, correctKey } from "./corrections.js";
import { panel } from "./panel.js";
import { openPreview } from "./previews.js";

/** @import { AskingDesk } from "../../shared/pages.d.ts" */
/** @import { KeyView, QuestionView, Reveal } from "../../shared/protocol.d.ts" */

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
    draft.picture && questionPicture(smaller(draft.picture)),
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
    el("p.small", el("span.badge", t("host_only")), key.is_secondary && el("span.badge.doubtful", t("secondary"))),
    el("p", el("strong", t("key_is", { key: key.key_text }))),
    key.explanation && el("p", key.explanation),
    el("p.small.soft", key.citation),
  );
}

/** @param {AskingDesk} desk */
function answers(desk) {
  const { answers: groups, draft, hall } = desk.view;
  const open = ["text", "number"].includes(draft.kind);
  return answerGroups(desk, { round: hall.round.index - 1, entry: -1 }, groups, { open });
}

/**
 * What can be put right about this question.
 * @param {AskingDesk} desk
 */
function acts(desk) {
  const { hall, draft, key } = desk.view;
  const round = hall.round.index - 1;
  const voided = hall.reveal?.voided ?? false;
  const words = t(voided ? "unvoid" : "void");
  const void_ = () => openPreview(desk, words, "void", { round, entry: -1, voided: !voided });
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
    hall.life === "revealed" && button(words, void_),
  );
}
