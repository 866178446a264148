// A question's picture: says when it does not come, and fetches it again by itself and when asked.

import { el, fill, svg } from "./dom.js";
import { t } from "./words.js";

const FIRST_MS = 1_500;
const LONGEST_MS = 20_000;

/**
 * Where the same picture is smaller, for phones and consoles; the hall's screen takes it whole.
 * @param {string} src
 */
export const smaller = (src) => src.replace("/picture/", "/picture/small/");

/**
 * The picture at `src` in a frame that keeps its room while it is fetched.
 * `onclick` makes the picture a button called `words`; `shown` is called when it has come.
 * @param {string} src
 * @param {{ classes?: string, onclick?: ((event: MouseEvent) => void) | null, words?: string, shown?: () => void }} as
 */
export function questionPicture(src, { classes = "", onclick = null, words = "", shown = () => {} } = {}) {
  const frame = el("div", { class: `picture ${classes}`, data: { state: "loading" } });
  let wait = FIRST_MS;
  let timer = 0;

  function fetchIt() {
    clearTimeout(timer);
    const image = el("img", { alt: t("picture"), decoding: "async", onload: () => show(image), onerror: fail });
    image.src = src;
    if (frame.dataset.state === "loading") fill(frame, image);
  }

  /** @param {HTMLImageElement} image */
  function show(image) {
    frame.dataset.state = "shown";
    fill(
      frame,
      onclick ? el("button.picture-button", { type: "button", "aria-label": words, onclick }, image, glass()) : image,
    );
    shown();
  }

  function fail() {
    if (frame.dataset.state !== "failed") {
      frame.dataset.state = "failed";
      const again = el("button.button.picture-again", { type: "button", onclick: fetchIt }, t("picture.again"));
      fill(frame, el("p", { role: "status" }, t("picture.failed")), again);
    }
    // Not all of a hall at the same instant.
    timer = setTimeout(() => frame.isConnected && fetchIt(), wait * (0.5 + Math.random()));
    wait = Math.min(2 * wait, LONGEST_MS);
  }

  fetchIt();
  return frame;
}

/** A magnifying glass: the picture may be tapped. */
function glass() {
  return svg(
    "svg",
    { class: "picture-glass", viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", { d: "M10 4a6 6 0 1 1 0 12a6 6 0 0 1 0-12M14.5 14.5L20 20M7.5 10h5M10 7.5v5" }),
  );
}
