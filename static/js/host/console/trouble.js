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
    setText(
      banner,
      code
        ? words(code)
            .map((key) => t(`trouble.${key}`))
            .join(" ")
        : "",
    );
  };
}

/**
 * What is said of a trouble: that nothing was lost, and what to do after it, only where it passes.
 * @param {string} code
 */
function words(code) {
  if (code === "put_back") return [code];
  return code === "damaged" ? ["title", code] : ["title", code, "kept"];
}
