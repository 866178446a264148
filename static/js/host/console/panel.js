// A scene of the console that is drawn, and drawn again only when it must be.

import { el, fill } from "../../shared/dom.js";

/** @import { Child, Desk, Scene } from "../../shared/pages.d.ts" */

/**
 * `draw(desk)` gives what is inside; it is called again when `drawnFrom(desk)` is another.
 * @param {(desk: any) => Child} draw
 * @param {(desk: any) => unknown} drawnFrom
 * @returns {() => Scene}
 */
export const panel = (draw, drawnFrom) => () => {
  const node = el("div.panel");
  /** @type {unknown[]} */
  let seen = [];
  let drawn = "";

  /** @param {Desk} desk */
  function update(desk) {
    const from = [desk.view, desk.roster, desk.place];
    // The counters come four times a second, and none of the panels is drawn from them.
    if (from.every((part, index) => part === seen[index])) return;
    seen = from;
    const state = JSON.stringify(drawnFrom(desk));
    if (state === drawn) return;
    drawn = state;
    fill(node, draw(desk));
  }
  return { node, update };
};
