// Between questions and rounds: what just happened, what may be done besides the next step.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { prizesBy } from "../../shared/prizes_by.js";
import { t } from "../../shared/words.js";
import { actForm, openDialog } from "./dialogs.js";
import { doubts } from "./doubts.js";
import { panel } from "./panel.js";
import { first } from "./standings.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { Square } from "../../shared/protocol.d.ts" */

const NAMED = 40;

/** @param {Desk} desk */
function draw(desk) {
  const { hall } = desk.view;
  const { result, news, offer } = own(hall);
  const [said, happened, basis] = [result?.(hall), news?.(hall), prizesBy(hall)];
  return [
    said && el("p.winner", said),
    hall.round?.eliminates &&
      el("p.floor-left", el("b.number", String(hall.floor.left)), " ", t("floor_left", hall.floor)),
    happened && el("p.note.info", happened),
    changes(hall.squares, "leaving"),
    changes(hall.squares, "returned"),
    offer?.(desk),
    acts(desk),
    basis && el("p.small.soft", basis),
    doubts(desk.view),
    first(desk.view, 8),
  ];
}

export const between = panel(draw, ({ view, log }) =>
  [view.hall, log.length, view.parts, view.can, view.left_audience, view.standings, view.doubts].map((part) => ({
    .../** @type {object} */ (part),
    v: 0,
    now: 0,
  })),
);

/**
 * @param {Square[]} squares
 * @param {string} state
 */
function changes(squares, state) {
  const people = squares.filter((square) => square.state === state);
  if (!people.length) return null;
  const names = people
    .slice(0, NAMED)
    .map(({ number, name }) => `${number} ${name}`)
    .join(", ");
  return el(
    `div.changes.${state}`,
    el("h3", t(`changes.${state}`, { count: people.length })),
    el("p.small", names, people.length > NAMED && "…"),
  );
}

/** @param {Desk} desk */
function acts(desk) {
  const { hall, step, left_audience: audience } = desk.view;
  /** @type {[can: string, act: any, words: string, press?: () => void][]} */
  const offers = [
    ["audience", "draw_audience_question", t("draw_audience", { left: audience })],
    ...(own(hall).acts?.(desk) ?? []),
    ["finish_round", "finish_round", t("finish_early"), () => askToFinish(desk)],
  ];
  /** @param {typeof offers[number]} offer */
  const wanted = ([can]) => desk.can(can) && can !== step;
  return el(
    "div.row",
    offers
      .filter(wanted)
      .map(([, act, words, press = () => desk.act(act)]) =>
        el("button.button", { type: "button", onclick: press }, words),
      ),
  );
}

/**
 * Ending a round before its last question is no matter of one press.
 * @param {Desk} desk
 */
function askToFinish(desk) {
  const left = desk.view.left_main;
  openDialog(t("finish_early"), () =>
    actForm(
      { words: t("finish_early.sure"), danger: true },
      () => desk.act("finish_round"),
      el("p", t("finish_early.means", { left })),
    ),
  );
}
