// The round formats of this page's contest. What one adds to a page stands in its own folder, in
// `formats/<name>/<page>.js`; the page loads it before its own script.

/** @import { Additions, View } from "./pages.d.ts" */

/** @type {Additions} */
const NOTHING = {};
/** @type {Map<string | undefined, Additions>} */
const formats = new Map();

/**
 * What a format adds to this page; docs/formats.md lists what there is to add.
 * @param {string} name
 * @param {Additions} additions
 */
export function register(name, additions) {
  formats.set(name, additions);
}

/**
 * What the format of this view's round adds to the page; nothing where it has no script.
 * @param {{ round: { format: string } | null } | null} view
 */
export const own = (view) => formats.get(view?.round?.format) ?? NOTHING;

/** What the formats of the contest add, as pairs of a name and its additions. */
export const all = () => [...formats];

/**
 * Where the open question is: its life, or what its format says of it while it is held.
 * @param {Pick<View, "life" | "round" | "parts">} view
 */
export function momentOf({ life, round, parts }) {
  return (life === "held" && round && /** @type {any} */ (parts[round.format])?.phase) || life;
}

/**
 * Whether time runs down now.
 * @param {View} view
 */
export function timeRuns(view) {
  return view.life === "clock" || (own(view).running ?? []).includes(momentOf(view));
}
