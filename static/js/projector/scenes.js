/** Which scene a view asks for, and when a scene is the same one going on. */
import { own } from "../shared/formats.js";
import { blank, prepare, round } from "./cards.js";
import { floor } from "./floor.js";
import { join } from "./join.js";
import { prizes } from "./prizes.js";
import { question } from "./question.js";
import { persons, teams } from "./standings.js";

/**
 * Each makes `{element, refresh(hall)}`; `hall` is `{view, counts, place, now}`. A scene with
 * live numbers has `learn(hall)` too, one with a running clock `stop()`.
 */
const SCENES = {
  join,
  round,
  prepare,
  question,
  reveal: question,
  floor,
  standings: persons,
  teams,
  prizes,
  blank,
};

export function makeScene(hall) {
  const { scene } = hall.view;
  return (own(hall.view).scenes?.[scene] ?? SCENES[scene] ?? blank)(hall);
}

/** Views with equal keys refresh the scene in place; another key brings a new one. */
export function sceneKey(view) {
  const roundIndex = view.round?.index ?? 0;
  const asked = view.question ? `${view.question.pool}-${view.question.ordinal}` : "";
  if (view.scene === "question" || view.scene === "reveal") return `asked ${roundIndex} ${asked}`;
  if (view.scene === "prepare") return `prepare ${roundIndex} ${asked}`;
  if (view.scene === "round") return `round ${roundIndex}`;
  return view.scene;
}
