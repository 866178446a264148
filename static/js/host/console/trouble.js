// Tells the host that nothing can be stored, why, and what to do; it goes away by itself.

import { setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** A listener for `trouble` of the server that shows its code in `banner`. */
export function makeTrouble(banner) {
  return ({ code }) => {
    banner.hidden = !code;
    setText(banner, code ? `${t("trouble.title")} ${t(`trouble.${code}`)}` : "");
  };
}
