// The list of questions: a choice in a filter is taken at once, the button is for words; the menu
// of rarer acts closes like every menu.

import { byId } from "../../shared/dom.js";

/** @type {HTMLFormElement} */
const filters = byId("filters");

const more = /** @type {HTMLDetailsElement} */ (filters.querySelector(".filter-more"));
// On a phone the list comes first, unless it is filtered already.
if (matchMedia("(width < 40rem)").matches && more.dataset.used === "0") more.open = false;
filters.addEventListener("change", (/** @type {any} */ { target }) => {
  if (target.type !== "search") filters.requestSubmit();
});
// An address without empty fields can be read and passed on.
filters.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

/** @type {HTMLDetailsElement | null} */
const menu = document.querySelector(".menu");
document.addEventListener("click", (/** @type {any} */ { target }) => {
  if (menu && !menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
