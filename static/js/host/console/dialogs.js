// Native dialogs: a title, what is inside, a way out. They vanish when closed.

import { byId, el, setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { Child } from "../../shared/pages.d.ts" */

/**
 * Open a dialog; `build(close)` gives what is inside.
 * @param {string} title
 * @param {(close: () => void) => Child} build
 */
export function openDialog(title, build) {
  const close = () => dialog.close();
  const dialog = el(
    "dialog.card.dialog",
    { "aria-label": title },
    el("header.row.spread", el("h2", title), el("button.button.quiet", { type: "button", onclick: close }, t("close"))),
  );
  dialog.append(el("div.stack", build(close)));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  document.body.append(dialog);
  // Opened by a click: when it closes, the space bar is the next step again, not this button.
  if (!document.activeElement?.matches(":focus-visible"))
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
  dialog.showModal();
  return dialog;
}

let fields = 0;

/**
 * A labelled input; `input` is an element, `label` its words.
 * @param {string} label
 * @param {HTMLElement} input
 */
export function labelled(label, input) {
  fields += 1;
  input.id ||= `field-${fields}`;
  return el("div.field", el("label", { for: input.id }, label), input);
}

/**
 * A small form: when it is sent, `send` runs, and the dialog closes if that went well.
 * @param {{ words: string, danger?: boolean }} button
 * @param {() => Promise<boolean>} send
 * @param {...Child} children
 */
export function actForm({ words, danger = false }, send, ...children) {
  const button = el(`button.button${danger ? ".danger" : ""}`, words);
  const error = el("p.field-error", { role: "alert", hidden: true });
  const form = el("form.act-form", children, error, button);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await send()) {
      form.closest("dialog")?.close();
      return;
    }
    // The page behind a dialog cannot be read out: say here what it says there.
    setText(error, byId("refusal").textContent);
    error.hidden = !error.textContent;
  });
  return form;
}

/** @param {Record<string, any>} props */
export const textInput = (props = {}) => el("input.input", { type: "text", autocomplete: "off", ...props });
