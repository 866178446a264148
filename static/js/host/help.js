// The keys, and what the primary button guards against.

import { el } from "../dom.js";
import { t } from "../words.js";
import { openDialog } from "./dialogs.js";
import { projectorLink, rolesLink } from "./link.js";

const KEYS = ["forward", "back", "judge", "question", "escape"];

export function showHelp({ projector, roles, rounds }) {
  const buzzes = rounds.some(({ format }) => format === "buzzer");
  openDialog(t("help.title"), () => [
    el("dl.keys", KEYS.filter((name) => name !== "judge" || buzzes).map((name) => [el("dt", t(`help.${name}_key`)), el("dd", t(`help.${name}`))])),
    el("p", t("help.second_press")),
    el("p", t("help.correct")),
    el("p", t("help.two_consoles")),
    projectorLink(projector),
    rolesLink(roles),
  ]);
}
