/** Rescue: some are about to come back to the floor; who, the floor shows once it is decided. */

import { el } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { Scene } from "../../shared/pages.d.ts" */

/** @returns {Scene} */
export function rescue() {
  const note = el("p", { class: "rescue-note" }, t("rescue_waiting"));
  const title = el("h1", { class: "scene-title" }, t("rescue"));
  return { node: el("section", { class: "scene rescue" }, title, note), update() {} };
}
