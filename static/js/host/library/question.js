// The question editor: what is typed is shown at once as phone and projector will show it, and
// nobody leaves the page with unsaved words unwarned.

import { byId } from "../../shared/dom.js";
import { questionOf, read, revealOf } from "./question_view.js";

const WAIT_MS = 150;

/** @type {HTMLFormElement} */
const form = byId("question");
const preview = byId("preview");
const frames = [...preview.querySelectorAll("iframe")];
const when = /** @type {HTMLElement[]} */ ([...preview.querySelectorAll("[data-when]")]);
let moment = "question";
let sentPicture = "";
let timer = 0;
let changed = false;

function picture() {
  const removed = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("remove_picture"));
  if (removed?.checked) return sentPicture;
  return sentPicture || (preview.dataset.picture ?? "");
}

function told() {
  const { title, name, round, yes = "", no = "" } = preview.dataset;
  const found = read(form, { yes, no, picture: picture() });
  const reveal = moment === "reveal" ? revealOf(found) : null;
  return { title, name, round, question: questionOf(found), reveal };
}

function show() {
  const message = told();
  for (const { contentWindow } of frames) contentWindow?.postMessage(message, location.origin);
}

function showSoon() {
  clearTimeout(timer);
  timer = setTimeout(show, WAIT_MS);
}

/**
 * A picture that was chosen, before it is sent.
 * @param {HTMLInputElement} input
 */
async function readPicture({ files }) {
  const file = files?.[0];
  sentPicture = file ? await dataOf(file) : "";
  show();
}

/**
 * @param {File} file
 * @returns {Promise<any>}
 */
function dataOf(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.addEventListener("error", () => resolve(""));
    reader.readAsDataURL(file);
  });
}

addEventListener("message", ({ origin, source, data }) => {
  const own = origin === location.origin && frames.some(({ contentWindow }) => contentWindow === source);
  if (own && data.ready) show();
});
for (const button of when)
  button.addEventListener("click", () => {
    moment = button.dataset.when ?? "";
    for (const other of when) other.setAttribute("aria-pressed", String(other === button));
    show();
  });
for (const event of ["input", "change"])
  form.addEventListener(event, (/** @type {any} */ { target }) => {
    changed = true;
    if (target.name === "picture") readPicture(target);
    else showSoon();
  });
form.addEventListener("click", showSoon);
form.addEventListener("submit", () => {
  changed = false;
});
addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
preview.hidden = false;
show();
