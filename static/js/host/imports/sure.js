// Nothing is thrown away before somebody has said so twice.

for (const form of document.querySelectorAll("form[data-sure]"))
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.sure)) event.preventDefault();
  });
