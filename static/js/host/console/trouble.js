// Tells the host that nothing can be stored, why, and what to do, or that this was put right by
// itself; it goes away by itself.

import { setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { TroubleView } from "../../shared/protocol.d.ts" */

/**
 * A listener for `trouble` of the server that shows its code in `banner`.
 * @param {HTMLElement} banner
 * @returns {(trouble: TroubleView) => void}
 */
export function makeTrouble(banner) {
  return ({ code }) => {
    banner.hidden = !code;
    const why = code && t(`trouble.${code}`);
    setText(banner, code && code !== "put_back" ? [t("trouble.title"), why, t("trouble.kept")].join(" ") : why);
  };
}
