// The door is full for a moment: the same form again, when the server said to come.

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-again-ms]"));

setTimeout(() => form.submit(), Number(form.dataset.againMs));
