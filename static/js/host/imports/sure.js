// Nothing is thrown away before somebody has said so twice.

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll("form[data-sure]");
for (const form of forms)
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.sure)) event.preventDefault();
  });
