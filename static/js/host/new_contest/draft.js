// A step of a contest that is being made: saved while it is typed, its buttons done in place.

import { announce, byId } from "../../shared/dom.js";
import { t } from "../../shared/words.js";
import { fillTeams, showWhereItCounts } from "./form.js";
import { followQuotas } from "./quotas.js";

const PAUSE_MS = 700;
/** Buttons that change the questions and leave one where one is. */
const IN_PLACE = ["swap", "up", "down", "to", "move", "drop"];
/** @type {HTMLFormElement} */
const form = byId("draft");
const saved = byId("saved");
let typed = 0;
let kept = 0;
let timer = 0;
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** @param {string} text */
function clock(text) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" }).format(new Date(text));
}

/** @param {FormData} data */
async function send(data) {
  const answer = await fetch(form.action, { method: "POST", body: data });
  if (!answer.ok || !answer.url.startsWith(`${location.origin}/host/drafts/`)) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * Take over what the server says anew, but for what is typed into just now.
 * @param {Document} page
 */
function refresh(page) {
  for (const part of document.querySelectorAll("[data-fresh]")) {
    const fresh = page.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
  }
  for (const error of document.querySelectorAll(".field-error[id]")) {
    if (page.getElementById(error.id)) continue;
    document.getElementById(error.id.replace(/-error$/, ""))?.removeAttribute("aria-invalid");
    error.remove();
  }
}

/** Everything typed so far is kept when this is done. */
function save() {
  clearTimeout(timer);
  if (kept === typed) return last;
  const now = typed;
  last = last.then(async () => {
    if (kept >= now) return;
    saved.textContent = t("draft.saving");
    const data = new FormData(form);
    data.set("do", "save");
    try {
      const page = await send(data);
      kept = Math.max(kept, now);
      if (typed === now) refresh(page);
      saved.textContent = t("draft.saved", { time: clock(new Date().toISOString()) });
    } catch {
      saved.textContent = t("draft.not_saved");
      timer = setTimeout(save, 5000);
    }
  });
  return last;
}

form.addEventListener("input", ({ target }) => {
  // A number typed at a question is for its button.
  if (/** @type {Element} */ (target).closest("[data-fresh]")) return;
  typed += 1;
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE_MS);
});

/**
 * Do what a button of a question says without leaving the page.
 * @param {HTMLButtonElement} button
 */
async function actInPlace(button) {
  const data = new FormData(form, button);
  const number = [...document.querySelectorAll(`button[name="${button.name}"]`)].indexOf(button);
  const line = button.closest("li");
  const top = line?.getBoundingClientRect().top ?? 0;
  const at = line ? [...document.querySelectorAll(".drawn-question")].indexOf(line) : 0;
  await save();
  try {
    refresh(await send(data));
  } catch {
    saved.textContent = t("draft.not_saved");
    return;
  }
  stay(button, number, at, top);
}

/**
 * Keep the eyes and the focus where they were: a question that moved is followed.
 * @param {HTMLButtonElement} button
 * @param {number} number
 * @param {number} at
 * @param {number} top
 */
function stay(button, number, at, top) {
  const id = button.name === "swap" || button.name === "drop" ? "" : button.value.split(" ")[0];
  const lines = document.querySelectorAll(".drawn-question");
  const line = (id && document.getElementById(`q-${id}`)) || lines[Math.min(at, lines.length - 1)];
  if (line && !id) scrollBy(0, line.getBoundingClientRect().top - top);
  else line?.scrollIntoView({ block: "nearest" });
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (
    document.querySelectorAll(`button[name="${button.name}"]`)
  );
  const same = id ? line?.querySelector(`button[name="${button.name}"]:enabled`) : buttons[number];
  const next = same ?? line?.querySelector("button:enabled");
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  saved.textContent = t("draft.saved", { time: clock(new Date().toISOString()) });
  announce(line?.querySelector(".drawn-text")?.textContent?.trim() ?? "");
}

form.addEventListener("submit", (event) => {
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  clearTimeout(timer);
  if (button && IN_PLACE.includes(button.name)) {
    event.preventDefault();
    actInPlace(button);
    return;
  }
  kept = typed;
});

// Whatever else leads away waits until all is kept.
document.addEventListener("submit", (event) => {
  const other = /** @type {HTMLFormElement} */ (event.target);
  if (other === form || kept === typed) return;
  event.preventDefault();
  save().then(() => other.requestSubmit(event.submitter));
});
document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || kept === typed || link.target) return;
  event.preventDefault();
  save().then(() => location.assign(link.href));
});
addEventListener("pagehide", () => {
  if (kept === typed) return;
  const data = new FormData(form);
  data.set("do", "save");
  navigator.sendBeacon(form.action, data);
});

fillTeams();
showWhereItCounts();
followQuotas();
