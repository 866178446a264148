// Who holds which role: asked again and again, so that the host sees it taken up and connected.

import { copyOut } from "../../shared/copying.js";
import { byId } from "../../shared/dom.js";

const EVERY_MS = 3_000;
const PARTS = ["fresh", "holders"];

// Of the whole page: a link that was made in another tab brings a button of its own.
document.addEventListener("click", (/** @type {any} */ { target }) => {
  const button = target.closest("#copy");
  if (button) copyOut(/** @type {HTMLInputElement} */ (byId("fresh-link")), button, button.dataset.copied);
});

// Read as text once more: what a browser makes of the page differs from what was sent.
/**
 * @param {Document} page
 * @returns {(string | undefined)[]}
 */
const sent = (page) =>
  PARTS.map((id) => page.getElementById(id)?.outerHTML.replace(/name="csrf_token" value="[^"]*"/g, ""));
let before = sent(document);

async function look() {
  try {
    const answer = await fetch(location.href);
    // Signed out meanwhile: the page as it is stays, its buttons say so.
    if (answer.ok && !answer.redirected) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // The network was away for a moment: the next question finds it again.
  }
  setTimeout(look, EVERY_MS);
}

/**
 * Put in place what changed, and nothing else: somebody may be about to press.
 * @param {Document} page
 */
function show(page) {
  const now = sent(page);
  PARTS.forEach((id, place) => {
    if (now[place] && now[place] !== before[place])
      byId(id).replaceWith(/** @type {HTMLElement} */ (page.getElementById(id)));
  });
  before = now;
}

setTimeout(look, EVERY_MS);
