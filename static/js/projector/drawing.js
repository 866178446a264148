/** The hall's large drawings: the bell, medals, a phone with a pen. */
import { svg } from "../shared/dom.js";

/**
 * @param {string} box
 * @param {string} className
 * @param {...Node} children
 */
const drawing = (box, className, ...children) =>
  svg("svg", { viewBox: box, class: className, "aria-hidden": "true" }, ...children);

/**
 * @param {string} className
 * @param {string} d
 */
const path = (className, d) => svg("path", { class: className, d });

/**
 * The bell hangs from its yoke at (100, 26) and swings about it; the clapper lags.
 * @param {string} className
 */
export function bellDrawing(className) {
  return drawing(
    "0 0 200 220",
    className,
    goldDefinitions(),
    svg("rect", { class: "yoke", x: 52, y: 12, width: 96, height: 13, rx: 6.5, fill: "url(#gold-dark)" }),
    svg(
      "g",
      { class: "bell-swing" },
      svg(
        "g",
        { class: "clapper" },
        svg("rect", { x: 97, y: 120, width: 6, height: 62, fill: "url(#gold-dark)" }),
        svg("circle", { cx: 100, cy: 187, r: 13, fill: "url(#gold-dark)" }),
      ),
      svg("path", {
        fill: "none",
        stroke: "url(#gold-dark)",
        "stroke-width": 8,
        d: "M86 44 C80 22 120 22 114 44",
      }),
      svg("path", {
        fill: "url(#gold-body)",
        d: "M100 40 C132 40 146 66 148 98 C150 132 156 152 178 168 C184 173 184 180 177 181 C150 186 50 186 23 181 C16 180 16 173 22 168 C44 152 50 132 52 98 C54 66 68 40 100 40 Z",
      }),
      path("bell-band", "M54 84 C84 90 116 90 146 84"),
      path("bell-band", "M50 122 C82 129 118 129 150 122"),
      path("bell-band", "M34 158 C76 166 124 166 166 158"),
      svg("path", { class: "bell-star", d: star(100, 105, 13) }),
      svg("path", {
        class: "bell-shine",
        d: "M76 58 C66 76 66 108 62 136 C60 146 56 152 52 156 C66 152 72 140 74 124 C76 100 76 76 84 58 Z",
      }),
    ),
  );
}

function goldDefinitions() {
  return svg(
    "defs",
    {},
    gradient("gold-body", 0, ["bright", "gold", "deep", "gold", "dark"]),
    gradient("gold-dark", 90, ["gold", "dark"]),
  );
}

/**
 * @param {string} id
 * @param {number} angle
 * @param {string[]} tones
 */
function gradient(id, angle, tones) {
  const stops = tones.map((tone, place) => svg("stop", { class: `tone-${tone}`, offset: place / (tones.length - 1) }));
  return svg("linearGradient", { id, gradientTransform: `rotate(${angle})` }, ...stops);
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function star(x, y, radius) {
  return polygon(10, (corner) => (corner % 2 ? radius * 0.4 : radius), x, y);
}

/**
 * @param {number} corners
 * @param {(corner: number) => number} radiusOf
 * @param {number} x
 * @param {number} y
 */
function polygon(corners, radiusOf, x, y, start = -90) {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = ((start + (360 / corners) * corner) * Math.PI) / 180;
    const radius = radiusOf(corner);
    return `${(x + radius * Math.cos(angle)).toFixed(2)} ${(y + radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join(" L")} Z`;
}

/**
 * A medal with a ribbon; `place` 0 is gold, 1 silver, the others bronze.
 * @param {number} place
 */
export function medalDrawing(place) {
  return drawing(
    "0 0 100 120",
    `medal medal-${Math.min(place, 2)}`,
    path("ribbon", "M30 2 L46 2 L58 46 L42 52 Z"),
    path("ribbon ribbon-front", "M70 2 L54 2 L42 46 L58 52 Z"),
    svg("circle", { class: "medal-rim", cx: 50, cy: 78, r: 38 }),
    svg("circle", { class: "medal-face", cx: 50, cy: 78, r: 30 }),
    svg("path", { class: "medal-star", d: star(50, 79, 20) }),
  );
}

/** A phone with a pen: the answer is written there. */
export function penDrawing() {
  return drawing(
    "0 0 100 100",
    "pen",
    svg("rect", { x: 18, y: 6, width: 46, height: 88, rx: 8 }),
    path("", "M30 30 H52 M30 46 H46"),
    path("pen-tip", "M86 36 L54 72 L48 86 L62 80 L94 44 Z"),
  );
}
