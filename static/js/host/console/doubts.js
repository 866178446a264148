// What a host should know of the prizes before they are given: a lot decides, or too few take one.

import { el } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { DoubtView, HostView } from "../../shared/protocol.d.ts" */

/** @param {HostView} view */
export function doubts({ doubts: all }) {
  if (!all.length) return null;
  return el("div.note.warn.doubts", el("b", t("doubts")), el("ul.plain", all.map(doubt)));
}

/** @param {DoubtView} about */
function doubt({ kind, prize, count, total, people }) {
  const names = people.map(({ number, name }) => `${number} ${name}`).join(", ");
  const cut = total > people.length ? "…" : "";
  return el("li", t(`doubt.${kind}`, { prize, count, people: total }), names && el("span.small", ` ${names}${cut}`));
}
