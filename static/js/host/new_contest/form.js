// Parts of the form: teams filled in as an example, fields shown where they count.

import { byId } from "../../shared/dom.js";

/** Let a button fill in teams, where the page has one; call once. */
export function fillTeams() {
  const button = document.getElementById("example-teams");
  if (!button) return;
  /** @type {HTMLTextAreaElement} */
  const teams = byId("teams");
  button.hidden = false;
  button.addEventListener("click", () => {
    const lines = new Set(teams.value.split("\n").filter((line) => line.trim()));
    for (const line of (button.dataset.example ?? "").split("\n")) lines.add(line);
    teams.value = [...lines].join("\n");
    teams.dispatchEvent(new Event("input", { bubbles: true }));
    teams.focus();
  });
}

/** Show a part marked `data-shown-by` while that choice has one of the values named; call once. */
export function showWhereItCounts() {
  /** @type {NodeListOf<HTMLElement>} */
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
}
