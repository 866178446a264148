// What a page shows one at a time: a screen of the phone, a scene of the hall, a panel of the
// console. Each page has scenes of its own, and the format of a round adds to them by name.

import { own } from "./formats.js";

/**
 * Goes from one scene to the next. `shared` are the page's own: each is made by `(now, tools)` and
 * is `{node, update(now, tools), leave()}`, the last one optional. `put(node, before)` shows a node
 * in place of the one before (undefined at first).
 */
export function makeStage(shared, put) {
  let key = null;
  let scene = null;

  /**
   * Show the scene that `name` means in this view, made for `now`. Where `next` is the key of the
   * scene that is on, it goes on. Returns whether another one came.
   */
  function show(view, name, next, now, tools) {
    if (next === key) return false;
    const before = scene;
    before?.leave?.();
    key = next;
    scene = (own(view).scenes?.[name] ?? shared[name] ?? shared.blank)(now, tools);
    put(scene.node, before?.node);
    return true;
  }
  return { show, scene: () => scene };
}
