// Copying out of a field.

import { setText } from "./dom.js";

const SAID_MS = 2_500;

/**
 * Copy what a field holds; its button says so for a moment.
 * @param {HTMLInputElement} field
 * @param {HTMLElement} button
 * @param {string} copied
 */
export async function copyOut(field, button, copied) {
  button.dataset.idle ??= button.textContent;
  const { idle } = button.dataset;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Plain http has no clipboard; the old way copies what is selected.
    document.execCommand("copy");
  }
  setText(button, copied);
  setTimeout(() => setText(button, idle), SAID_MS);
}
