// The form of a new contest: teams filled in as an example, and fields shown where they count.

import { byId } from "../../shared/dom.js";
import { followQuotas } from "./quotas.js";

const button = byId("example-teams");
/** @type {HTMLTextAreaElement} */
const teams = byId("teams");

button.addEventListener("click", () => {
  teams.value = button.dataset.example ?? "";
  teams.focus();
});

/**
 * A part marked `data-shown-by` is shown while that choice has one of the values named.
 * @type {NodeListOf<HTMLElement>}
 */
const parts = document.querySelectorAll("[data-shown-by]");
for (const part of parts) {
  /** @type {HTMLInputElement} */
  const choice = byId(part.dataset.shownBy ?? "");
  const values = part.dataset.shownFor?.split(" ") ?? [];
  const show = () => {
    part.hidden = !values.includes(choice.value);
  };
  choice.addEventListener("change", show);
  show();
}

followQuotas();
