// The list of questions: a choice in a filter is taken at once, the button is for words; the menu
// of rarer acts closes like every menu.

const filters = document.getElementById("filters");

const more = filters.querySelector(".filter-more");
// On a phone the list comes first, unless it is filtered already.
if (matchMedia("(width < 40rem)").matches && more.dataset.used === "0") more.open = false;
filters.addEventListener("change", ({ target }) => {
  if (target.type !== "search") filters.requestSubmit();
});
// An address without empty fields can be read and passed on.
filters.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

const menu = document.querySelector(".menu");
document.addEventListener("click", ({ target }) => {
  if (menu && !menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
