// The questions of an import: nothing typed is lost by leaving, and parts are shown where they count.

const mend = document.querySelector("form.mend");
let changed = false;

if (mend) {
  mend.addEventListener("input", () => {
    changed = true;
  });
  mend.addEventListener("submit", () => {
    changed = false;
  });
  document.querySelector("[data-leave]").addEventListener("click", () => {
    changed = false;
  });
  if (!location.hash) mend.scrollIntoView({ block: "start" });
}

window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});

for (const part of document.querySelectorAll("[data-shown-by]")) {
  const choice = document.getElementById(part.dataset.shownBy);
  const show = () => {
    part.hidden = choice.value !== part.dataset.shownFor;
  };
  choice.addEventListener("change", show);
  show();
}
