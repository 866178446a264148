// The form of a new contest: teams filled in as an example, and fields shown where they count.

import { followQuotas } from "./quotas.js";

const button = document.getElementById("example-teams");
const teams = document.getElementById("teams");

button.addEventListener("click", () => {
  teams.value = button.dataset.example;
  teams.focus();
});

/** A part marked `data-shown-by` is shown while that choice has one of the values named. */
for (const part of document.querySelectorAll("[data-shown-by]")) {
  const choice = document.getElementById(part.dataset.shownBy);
  const values = part.dataset.shownFor.split(" ");
  const show = () => {
    part.hidden = !values.includes(choice.value);
  };
  choice.addEventListener("change", show);
  show();
}

followQuotas();
