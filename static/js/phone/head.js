// The top of the phone: who this is, and the banner of a broken connection.

import { el, fill, setText } from "../shared/dom.js";
import { t } from "../shared/words.js";

/** @import { PhoneState } from "../shared/pages.d.ts" */

const LONG_MS = 15_000;

/**
 * Show number, name and team.
 * @param {HTMLElement} node
 * @param {string} title
 * @returns {(state: PhoneState) => void}
 */
export function makeHead(node, title) {
  let shown = "";
  return ({ seat }) => {
    const next = JSON.stringify([seat?.number, seat?.name, seat?.team]);
    if (!seat || next === shown) return;
    shown = next;
    const label = t("number", { number: String(seat.number) });
    fill(
      node,
      el("span.head-number.number", { "aria-label": label }, seat.number),
      el("div.head-who", el("b.head-name", seat.name), el("span.head-team", seat.team || title)),
    );
  };
}

/**
 * Show the banner while the line is broken, and say when it takes long.
 * @param {HTMLElement} node
 * @returns {(state: PhoneState) => void}
 */
export function makeBanner(node) {
  let timer = 0;
  return ({ status, taken }) => {
    // Taken over or refused: the screen itself says so.
    const name = taken || status === "refused" ? "online" : status;
    if (node.dataset.status === name) return;
    clearTimeout(timer);
    node.dataset.status = name;
    if (name === "online") return;
    setText(node, t(`connection.${name}`));
    timer = setTimeout(() => setText(node, t("connection.long")), LONG_MS);
  };
}
