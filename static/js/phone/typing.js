// Answering by typing: a short text or a number.

import { el } from "../shared/dom.js";
import { t } from "../shared/words.js";

/** @import { Answering, Input } from "../shared/pages.d.ts" */
/** @import { QuestionView } from "../shared/protocol.d.ts" */

const LONGEST = 200;

/**
 * A field and a send button; Enter sends too.
 * @param {QuestionView} question
 * @param {(answer: string) => void} send
 * @param {Pick<Answering, "changed">} answering
 * @returns {Input}
 */
export function typed(question, send, { changed } = { changed: () => {} }) {
  const isNumber = question.kind === "number";
  /** @type {string | null} */
  let given = null;
  let enabled = false;
  let touched = false;
  const input = el("input.input.typed", {
    id: "typed",
    type: "text",
    inputmode: isNumber ? "decimal" : "text",
    maxlength: LONGEST,
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "send",
    oninput: () => {
      touched = true;
      refresh();
      changed();
    },
  });
  const submit = el("button.button.primary.big.wide", { type: "submit" });
  const text = () => input.value.normalize("NFC").trim();
  const refresh = () => {
    submit.textContent = given === null ? t("send") : t("send.again");
    submit.disabled = !enabled || text() === "" || text() === given;
    input.readOnly = !enabled;
  };
  /** @param {SubmitEvent} event */
  const onsubmit = (event) => {
    event.preventDefault();
    if (!submit.disabled) send(text());
  };
  return {
    node: el(
      "form.options.send",
      { onsubmit, novalidate: true, autocomplete: "off" },
      el("label.label", { for: "typed" }, t(isNumber ? "number.label" : "text.label")),
      input,
      submit,
    ),
    isUnsent: () => enabled && text() !== "" && text() !== given,
    show(answer, { open, over }) {
      if (over || !touched) input.value = answer ?? "";
      given = answer;
      enabled = open;
      refresh();
    },
  };
}
