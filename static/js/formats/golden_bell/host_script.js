// What the MC says of a Golden Bell round only: the rescue, the lifeline, the bell.

import { say, sayPeople, who } from "../../host/prompter/saying.js";
import { floor } from "../../host/prompter/script.js";
import { el } from "../../shared/dom.js";
import { t } from "../../shared/words.js";
import { inWords } from "./help_words.js";

/** @import { BellDesk, BellHall } from "./types.d.ts" */
/** @import { Child } from "../../shared/pages.d.ts" */
/** @import { HelpView } from "../../shared/protocol.d.ts" */

/**
 * @param {BellDesk} desk
 * @returns {Child[] | undefined}
 */
export function script(desk) {
  const { hall, parts } = desk.view;
  const { help, lifeline, winner, bell_silent: silent } = hall.parts.golden_bell;
  if (help && lifeline) return helping(help);
  if (hall.life) return undefined;
  if (parts.golden_bell?.open) return rescuing(desk);
  if (winner) return [el("p.say.key", t("say.bell", { who: who(winner) })), say(t("say.bell_cheer"))];
  if (silent) return [say(t("say.bell_silent")), say(t("say.bell_ranked"))];
  if (parts.golden_bell?.offered) return [...floor(/** @type {any} */ (hall)), say(t("say.rescue_offered"))];
  return desk.view.step === "ring_bell" ? [...floor(/** @type {any} */ (hall)), say(t("say.bell_soon"))] : undefined;
}

/**
 * @param {HelpView} help
 */
function helping({ asker, open, aloud, answers, chosen }) {
  const name = asker ? who(asker) : "";
  const stands = say(t("say.lifeline_stands"));
  if (aloud) return [say(t("say.lifeline_aloud", { who: name })), stands];
  if (open) return [say(t("say.lifeline_open", { who: name })), say(t("say.lifeline_phones")), stands];
  return [said(answers, chosen, asker?.name ?? ""), say(t("say.lifeline_decide", { who: name }))];
}

/**
 * What the audience chose, where the hall is told.
 * @param {number} answers
 * @param {number[]} chosen
 * @param {string} name
 */
function said(answers, chosen, name) {
  if (!answers) return say(t("say.lifeline_nobody"));
  if (!chosen.length) return say(t("say.lifeline_secret", { answers, name }));
  return say(t("say.lifeline_chosen", { answers, chosen: inWords(chosen) }));
}

/**
 * Which rescue it is, by which rule, and to whom it would fall; their names wait.
 * @param {BellDesk} desk
 */
function rescuing(desk) {
  const { used, numbers: chosen, by_hand: byHand } = desk.view.parts.golden_bell;
  const { how_many: howMany, order } = desk.round().settings.rescues?.[used] ?? {};
  const rule = byHand || !howMany ? "hand" : howMany === "all" ? "all" : order;
  const people = /** @type {BellHall["squares"]} */ (desk.view.hall.squares).filter(({ number }) =>
    chosen.includes(number),
  );
  return [
    say(t("say.rescue", { time: used + 1 })),
    say(t(`say.rescue_${rule}`, { people: chosen.length })),
    el(
      "div.say-coming",
      el("p.say-label", t("say.rescue_wait")),
      sayPeople(people, {
        one: (names) => names,
        few: t("say.rescue_few"),
        many: (count, numbers) => t("say.rescue_numbers", { count, numbers }),
      }),
    ),
  ];
}
