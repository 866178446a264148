/** One scene at a time, the next one fading in over the last. */
import { makeScene, sceneKey } from "./scenes.js";

const FADE_MS = 240;

export function makeStage(place) {
  let key = null;
  let scene = null;

  /** Show what `hall` says: in place where the scene goes on, else as a new scene. */
  function show(hall) {
    const next = sceneKey(hall.view);
    if (next === key) {
      scene.refresh(hall);
      return;
    }
    const old = scene;
    key = next;
    scene = makeScene(hall);
    old?.stop?.();
    if (!old) {
      place.replaceChildren(scene.element);
      return;
    }
    place.append(scene.element);
    old.element.classList.add("going");
    old.element.setAttribute("aria-hidden", "true");
    setTimeout(() => old.element.remove(), FADE_MS);
  }

  /** New counts, or the place: for the scenes that show them. */
  function learn(hall) {
    scene?.learn?.(hall);
  }
  return { show, learn };
}
