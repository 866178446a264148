// A link to open on another machine, with a button that copies it.

import { copyOut } from "../../shared/copying.js";
import { el } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/**
 * The way in for a machine that shows the hall's page and is not signed in.
 * @param {string} address
 */
export function projectorLink(address) {
  const field = el("input.input", { id: "projector-link", type: "text", readonly: true, value: address });
  const button = el(
    "button.button",
    { type: "button", onclick: () => copyOut(field, button, t("link.copied")) },
    t("link.copy"),
  );
  return el(
    "div.field.link",
    el("label", { for: field.id }, t("link.projector")),
    el("div.row", field, button),
    el("p.hint", t("link.hint")),
  );
}

/**
 * The page where roles are handed out; none for whoever was handed one.
 * @param {string} address
 */
export function rolesLink(address) {
  return address ? el("p", el("a", { href: address, target: "_blank" }, `${t("link.roles")} ↗`)) : null;
}
