// The drop zone: a file dragged in or chosen is sent at once, and how far it is sent is shown.

import { announce, byId, setText } from "../../shared/dom.js";
import { number, t } from "../../shared/words.js";

/** @type {HTMLFormElement} */
const form = byId("drop");
/** @type {HTMLInputElement} */
const input = byId("file");
const problem = byId("problem");
const sending = byId("sending");
const bar = /** @type {HTMLProgressElement} */ (sending.querySelector("progress"));
const words = /** @type {HTMLElement} */ (sending.querySelector("p"));
const button = /** @type {HTMLButtonElement} */ (form.querySelector("button.primary"));

/** @param {string} text */
function say(text) {
  problem.hidden = !text;
  setText(problem, text);
}

/** @param {number} share */
function show(share) {
  bar.value = share;
  const text = share < 1 ? t("import.sending", { share: Math.floor(share * 100) }) : t("import.opening");
  setText(words, text);
}

/** @param {boolean} on */
function busy(on) {
  sending.hidden = !on;
  input.disabled = on;
  button.disabled = on;
}

/**
 * The page that the server answered with: another one, or this one with the reason.
 * @param {XMLHttpRequest} request
 */
function arrived(request) {
  if (request.status === 200) {
    location.assign(request.responseURL);
    return;
  }
  busy(false);
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const large = request.status === 413 && t("import.large", { name: input.files?.[0]?.name ?? "" });
  say(page.getElementById("problem")?.textContent || large || t("import.failed"));
}

function send() {
  const file = input.files?.[0];
  if (!file) return;
  if (file.size > Number(form.dataset.most)) {
    say(t("import.large", { name: file.name }));
    return;
  }
  say("");
  const body = new FormData(form);
  busy(true);
  show(0);
  announce(t("import.sending", { share: number(0) }));
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ loaded, total }) => show(loaded / total));
  request.addEventListener("load", () => arrived(request));
  request.addEventListener("error", () => {
    busy(false);
    say(t("import.failed"));
  });
  request.open("POST", form.action);
  request.send(body);
}

// A file is sent as soon as it is chosen; the button is for browsers without scripts.
button.hidden = true;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
input.addEventListener("change", send);

/** A file dropped beside the zone must not take the browser away from the page. */
for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
form.addEventListener("dragenter", () => form.classList.add("over"));
form.addEventListener("dragleave", (event) => {
  if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) form.classList.remove("over");
});
form.addEventListener("drop", ({ dataTransfer }) => {
  form.classList.remove("over");
  if (input.disabled || !dataTransfer?.files.length) return;
  if (dataTransfer.files.length > 1) {
    say(t("import.one"));
    return;
  }
  input.files = dataTransfer.files;
  send();
});
