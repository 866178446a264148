// The drawn signs: a shape for each option (beside its letter and colour) and the bell.

import { svg } from "./dom.js";

const SHAPES = [
  "M12 2.5 22.5 21h-21z", // triangle
  "M12 1.5 22.5 12 12 22.5 1.5 12z", // diamond
  "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z", // circle
  "M3 3h18v18H3z", // square
  "m12 1.6 3.1 6.9 7.5.8-5.6 5 1.6 7.4L12 17.9l-6.6 3.8L7 14.3l-5.6-5 7.5-.8z", // star
  "M6.5 2.5h11L23 12l-5.5 9.5h-11L1 12z", // hexagon
];

const TICK = "M9.2 19.4 2.6 12.8l2.7-2.7 3.9 3.9L18.7 4.5l2.7 2.7z";
const CROSS = "m5.2 2.6 6.8 6.7 6.8-6.7 2.6 2.6-6.7 6.8 6.7 6.8-2.6 2.6-6.8-6.7-6.8 6.7-2.6-2.6L9.3 12 2.6 5.2z";
const BELL_BODY = "M24 6c8.6 0 12.6 6.4 12.6 14 0 9 2.4 12.4 5.4 15.4H6c3-3 5.4-6.4 5.4-15.4C11.4 12.4 15.4 6 24 6z";
const BELL_CLAPPER = "M18.6 38.6h10.8a5.4 5.4 0 0 1-10.8 0z";
const BELL_KNOB = "M24 2.4a3 3 0 1 1 0 6 3 3 0 0 1 0-6z";

/** @param {string} path */
const sign = (path) =>
  svg("svg", { class: "shape", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: path }));

/**
 * The shape of the option at `position` (from 0): ▲◆●■★⬢.
 * @param {number} position
 */
export function shape(position) {
  return sign(SHAPES[position % SHAPES.length]);
}

export const tick = () => sign(TICK);

export const cross = () => sign(CROSS);

/** The bell; `class="bell"` gives size and colour. */
export function bell() {
  return svg(
    "svg",
    { class: "bell", viewBox: "0 0 48 48", "aria-hidden": "true", "stroke-width": "1.4", "stroke-linejoin": "round" },
    svg("path", { class: "bell-clapper", d: BELL_CLAPPER }),
    svg("path", { class: "bell-knob", d: BELL_KNOB }),
    svg("path", { class: "bell-body", d: BELL_BODY }),
  );
}
