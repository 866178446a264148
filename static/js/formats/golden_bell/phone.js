// What a Golden Bell round adds to a phone: the bell, the rescue, the lifeline, who was spared.

import { dots, plain, said } from "../../phone/standing.js";
import { isLastRound } from "../../phone/state.js";
import { register } from "../../shared/formats.js";
import { bell } from "../../shared/shapes.js";
import { t } from "../../shared/words.js";
import { helpAfter, helpScreen, helps, lifelineNote } from "./phone_help.js";

/** @import { BellState } from "./types.d.ts" */

const BETWEEN_QUESTIONS = new Set(["floor", "between"]);

/** @param {BellState} state */
const ring = ({ view, seat }) => {
  const { winner } = view.parts.golden_bell;
  const next = view.stage === "between" && !isLastRound(view) && t("round.next");
  if (!winner) {
    const lines = [t("bell.silent.text"), next];
    return said("bell", { sign: bell(), title: t("bell.silent"), lines, tone: "silent" });
  }
  const { name, number, team } = winner;
  const mine = seat.note === "winner" || number === seat.number;
  return said("bell", {
    sign: bell(),
    title: t(mine ? "winner.you" : "winner.other"),
    lines: [t("winner.name", { name, number: String(number) }), team, next],
    tone: "winner",
  });
};

/** @param {BellState} state */
const rescue = ({ seat }) =>
  said("rescue", {
    sign: dots(),
    title: t("rescue.title"),
    lines: [t(seat.note === "left" ? "rescue.left" : "rescue.on")],
    tone: "ready",
  });

/**
 * @param {BellState} state
 * @param {string} name
 */
function sceneOf(state, name) {
  const { view } = state;
  if (name === "question" && helps(state)) return "help";
  if (!BETWEEN_QUESTIONS.has(name)) return name;
  const { rescue: open, winner, bell_silent: silent } = view.parts.golden_bell;
  if (open) return "rescue";
  return winner || silent ? "bell" : name;
}

register("golden_bell", {
  scenes: { bell: plain(ring), rescue: plain(rescue), help: helpScreen },
  sceneOf,
  after: helpAfter,
  news: ({ parts }) => parts.golden_bell.spared && t("floor.spared"),
  hope: () => t("left.rescue"),
  questionNote: lifelineNote,
});
