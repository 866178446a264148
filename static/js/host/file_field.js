// Fields for a file in the page's own words: a browser's are in its own language.

import { el, setText } from "../shared/dom.js";

/**
 * A button for the field, and what was chosen; the field stays there, unseen.
 * @param {HTMLInputElement} input
 */
function word(input) {
  const name = el("span.soft.small", { role: "status" });
  const about = input.getAttribute("aria-describedby");
  const button = el("button.button", { type: "button", onclick: () => input.click() }, input.dataset.words);
  if (about) button.setAttribute("aria-describedby", about);
  input.classList.add("unseen");
  input.tabIndex = -1;
  input.before(el("span.row", button, name));
  input.addEventListener("change", () => setText(name, input.files?.[0]?.name ?? ""));
}

for (const input of document.querySelectorAll("input[data-words]")) word(/** @type {HTMLInputElement} */ (input));
