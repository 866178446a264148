// A file that is still being read: how far, asked again and again, until there is something to see.

import { byId, setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

const EVERY_MS = 400;
const reading = byId("reading");
const bar = /** @type {HTMLProgressElement} */ (reading.querySelector("progress"));
const words = /** @type {HTMLElement} */ (reading.querySelector("p"));

async function ask() {
  try {
    const answer = await fetch(reading.dataset.progress ?? "");
    const { share } = answer.ok ? await answer.json() : { share: 1 };
    if (share >= 1) {
      location.reload();
      return;
    }
    bar.value = share;
    setText(words, share ? t("import.reading", { share: Math.floor(share * 100) }) : t("import.opening"));
  } catch {
    // The network was away for a moment: the next question finds it again.
  }
  setTimeout(ask, EVERY_MS);
}

ask();
