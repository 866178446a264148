// The keys, and what the primary button guards against.

import { el } from "../../shared/dom.js";
import { all } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { openDialog } from "./dialogs.js";
import { projectorLink, rolesLink } from "./link.js";

/** @import { DeskData } from "../../shared/pages.d.ts" */

/** @param {DeskData} data */
export function showHelp({ projector, roles }) {
  const added = all().flatMap(([, { help = [] }]) => help);
  const keys = ["forward", "back", ...added, "question", "escape"];
  openDialog(t("help.title"), () => [
    el(
      "dl.keys",
      keys.map((name) => [el("dt", t(`help.${name}_key`)), el("dd", t(`help.${name}`))]),
    ),
    el("p", t("help.second_press")),
    el("p", t("help.correct")),
    el("p", t("help.two_consoles")),
    projectorLink(projector),
    rolesLink(roles),
  ]);
}
