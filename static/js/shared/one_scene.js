// What a page shows one at a time: a screen of the phone, a scene of the hall, a panel of the
// console. Each page has scenes of its own, and the format of a round adds to them by name.

import { own } from "./formats.js";

/** @import { Scene, Scenes } from "./pages.d.ts" */

/**
 * Goes from one scene to the next. `shared` are the page's own: each is made by `(now, tools)` and
 * is `{node, update(now, tools), leave()}`, the last one optional. `put(node, before)` shows a node
 * in place of the one before (undefined at first).
 * @param {Scenes} shared
 * @param {(node: Node, before: any) => void} put
 */
export function makeStage(shared, put) {
  /** @type {unknown} */
  let key = null;
  /** @type {Scene | null} */
  let scene = null;

  /**
   * Show the scene that `name` means in this view, made for `now`. Where `next` is the key of the
   * scene that is on, it goes on. Returns whether another one came.
   * @param {Parameters<typeof own>[0]} view
   * @param {string} name
   * @param {unknown} next
   * @param {any} now
   * @param {any} [tools]
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
  /** The one that is on, once there is one. */
  const current = () => /** @type {Scene} */ (scene);

  return { show, scene: current };
}
