/** The operator's side of the hall page: cursor, full screen, permission for sound. */
import { allowSound, soundAllowed } from "./sound.js";

const IDLE_MS = 2000;

/**
 * The pointer and the operator's hint are seen only while the mouse moves.
 * @param {HTMLElement} page
 */
export function watchOperator(page) {
  let timer = 0;
  const awake = () => {
    page.classList.remove("idle");
    clearTimeout(timer);
    timer = setTimeout(() => page.classList.add("idle"), IDLE_MS);
  };
  addEventListener("pointermove", awake);
  awake();
}

/**
 * F or a double click: full screen, there and back.
 * @param {HTMLElement} page
 */
export function watchFullScreen(page) {
  const toggle = () => {
    // A browser may refuse; the show goes on in its window.
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    else page.requestFullscreen?.().catch(() => {});
  };
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "f" && !event.ctrlKey && !event.metaKey && !event.altKey) toggle();
  });
  addEventListener("dblclick", toggle);
}

/**
 * The first click or key lets sound in; `hint` tells the operator until then.
 * @param {HTMLElement} hint
 */
export function watchSound(hint) {
  const ask = async () => {
    await allowSound();
    if (!soundAllowed()) return;
    hint.hidden = true;
    removeEventListener("pointerdown", ask);
    removeEventListener("keydown", ask);
  };
  addEventListener("pointerdown", ask);
  addEventListener("keydown", ask);
}
