// Native dialogs: a title, what is inside, a way out. They vanish when closed.

import { el, setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** Open a dialog; `build(close)` gives what is inside. */
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
  if (!document.activeElement?.matches(":focus-visible")) document.activeElement?.blur();
  dialog.showModal();
  return dialog;
}

let fields = 0;

/** A labelled input; `input` is an element, `label` its words. */
export function labelled(label, input) {
  fields += 1;
  input.id ||= `field-${fields}`;
  return el("div.field", el("label", { for: input.id }, label), input);
}

/** A small form: when it is sent, `send` runs, and the dialog closes if that went well. */
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
    error.hidden = false;
    setText(error, document.getElementById("refusal").textContent);
  });
  return form;
}

export const textInput = (props = {}) => el("input.input", { type: "text", autocomplete: "off", ...props });
