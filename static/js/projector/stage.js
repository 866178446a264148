/** One scene at a time, the next one fading in over the last. */
import { makeStage as makeScenes } from "../shared/one_scene.js";
import { sceneKey } from "./scene_key.js";
import { SCENES } from "./scenes.js";

/** @import { Hall } from "../shared/pages.d.ts" */

const FADE_MS = 240;

/** @param {HTMLElement} place */
export function makeStage(place) {
  const scenes = makeScenes(SCENES, (node, before) => {
    if (!before) {
      place.replaceChildren(node);
      return;
    }
    place.append(node);
    before.classList.add("going");
    before.setAttribute("aria-hidden", "true");
    setTimeout(() => before.remove(), FADE_MS);
  });

  /**
   * Show what `hall` says: in place where the scene goes on, else as a new scene.
   * @param {Hall} hall
   */
  function show(hall) {
    const { view } = hall;
    if (!scenes.show(view, view.scene, sceneKey(view), hall)) scenes.scene().update(hall);
  }

  /**
   * New counts, or the place: for the scenes that show them.
   * @param {Hall} hall
   */
  const learn = (hall) => scenes.scene()?.learn?.(hall);

  return { show, learn };
}
