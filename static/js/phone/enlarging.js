// The question's picture on a phone: beside the text, and large over everything when tapped.

import { el, setText } from "../shared/dom.js";
import { questionPicture, smaller } from "../shared/picture.js";
import { t } from "../shared/words.js";

/**
 * `node` is empty without a picture; `tell(seconds)` keeps the time in sight, `leave()` closes.
 * @param {string} src
 */
export function enlargeable(src) {
  const time = el("p.enlarged-time.number", { role: "timer", "aria-live": "off" });
  /** @type {HTMLDialogElement | null} */
  let dialog = null;

  function open() {
    dialog = enlarged(src, time);
    dialog.addEventListener("close", () => {
      dialog?.remove();
      dialog = null;
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  return {
    node: src ? questionPicture(smaller(src), { onclick: open, words: t("picture.enlarge") }) : null,
    /** @param {number} seconds */
    tell: (seconds) => setText(time, seconds > 0 ? t("picture.seconds", { seconds }) : ""),
    leave: () => dialog?.close(),
  };
}

/**
 * @param {string} src
 * @param {Node} time
 */
function enlarged(src, time) {
  const image = el("img", { src: smaller(src), alt: t("picture") });
  const look = el(
    "button.enlarged-picture",
    {
      type: "button",
      "aria-label": t("picture.closer"),
      onclick: (/** @type {MouseEvent} */ event) => {
        lookCloser(look, event);
        sharpen(image, src);
      },
    },
    image,
  );
  const close = el("button.button", { type: "button", onclick: () => look.closest("dialog")?.close() }, t("close"));
  const hint = el("p.enlarged-hint", t("picture.closer"));
  return el("dialog.enlarged", { "aria-label": t("picture") }, el("header.enlarged-head", time, close), look, hint);
}

/**
 * Put the whole picture in the place of the smaller one, once it has come.
 * @param {HTMLImageElement} image
 * @param {string} src
 */
function sharpen(image, src) {
  const whole = new Image();
  whole.onload = () => {
    image.src = src;
  };
  whole.src = src;
}

/**
 * Close up around the place that was tapped, or the whole picture again.
 * @param {HTMLElement} look
 * @param {MouseEvent} event
 */
function lookCloser(look, { clientX, clientY }) {
  const box = look.getBoundingClientRect();
  const [x, y] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  look.classList.toggle("close-up");
  look.scrollTo(x * look.scrollWidth - box.width / 2, y * look.scrollHeight - box.height / 2);
}
