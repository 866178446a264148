// What the MC says of a buzzer's question: who may press, who answers, what became of it.

import { keySaid, names, questionSaid, say } from "../../host/prompter/saying.js";
import { el } from "../../shared/dom.js";
import { momentOf } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

/** @import { BuzzerDesk } from "./types.d.ts" */
/** @import { Child } from "../../shared/pages.d.ts" */
/** @import { Person } from "../../shared/protocol.d.ts" */

/**
 * @param {BuzzerDesk} desk
 * @returns {Child[] | undefined}
 */
export function script(desk) {
  const { hall, draft, parts } = desk.view;
  const { buzzer } = hall.parts;
  if (!buzzer || !draft || hall.life === "drawn") return undefined;
  const { aloud, answering, right, missed } = buzzer;
  const waiting = new Set(parts.buzzer?.waiting ?? []);
  const turn = answering.filter(({ number }) => waiting.has(number));
  const { seconds } = draft;
  switch (momentOf(hall)) {
    case "shown":
      return [...questionSaid(draft), el("p.say.begin", t("say.buzz_soon", { seconds }))];
    case "clock":
      return [passed(missed), el("p.say.begin", t("say.buzz_now", { seconds })), ...questionSaid(draft)];
    case "buzzed":
      return [say(t("say.buzzed"))];
    case "answering":
      return [
        passed(missed),
        say(t(aloud ? "say.turn_aloud" : "say.turn_phone", { who: names(turn.length ? turn : answering) })),
      ];
    case "paused":
      return [passed(missed), say(t("say.buzz_again"))];
    case "locked":
      return judged(answering, right, missed, aloud);
    default:
      return hall.reveal
        ? [told(right), ...keySaid(hall.reveal), hall.reveal.voided && say(t("say.voided"))]
        : undefined;
  }
}

/** @param {Person[]} people */
const passed = (people) => people.length > 0 && say(t("say.turn_missed", { who: names(people) }));

/** @param {Person[]} right */
const told = (right) => (right.length > 0 ? say(t("say.turn_right", { who: names(right) })) : say(t("say.right_none")));

/**
 * After the last verdict, before the key is in the open.
 * @param {Person[]} answering
 * @param {Person[]} right
 * @param {Person[]} missed
 * @param {boolean} aloud
 */
function judged(answering, right, missed, aloud) {
  const key = say(t("say.and_the_key"));
  if (right.length > 0) return [say(t("say.turn_right", { who: names(right) })), key];
  if (answering.length > 0 && !aloud) return [say(t("say.turn_had", { who: names(answering) })), key];
  const all = [...missed, ...answering];
  return all.length > 0 ? [passed(all), key] : [say(t("say.buzz_nobody")), key];
}
