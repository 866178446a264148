// The questions of an import: nothing typed is lost by leaving, and parts are shown where they count.

import { byId } from "../../shared/dom.js";

const mend = document.querySelector("form.mend");
let changed = false;

if (mend) {
  mend.addEventListener("input", () => {
    changed = true;
  });
  mend.addEventListener("submit", () => {
    changed = false;
  });
  document.querySelector("[data-leave]")?.addEventListener("click", () => {
    changed = false;
  });
  if (!location.hash) mend.scrollIntoView({ block: "start" });
}

window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});

/** @type {NodeListOf<HTMLElement>} */
const parts = document.querySelectorAll("[data-shown-by]");
for (const part of parts) {
  /** @type {HTMLInputElement} */
  const choice = byId(part.dataset.shownBy ?? "");
  const show = () => {
    part.hidden = choice.value !== part.dataset.shownFor;
  };
  choice.addEventListener("change", show);
  show();
}
