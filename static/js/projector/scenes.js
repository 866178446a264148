/** The scenes of the hall; a name that nobody knows is blank. */
import { blank, prepare, round } from "./cards.js";
import { floor } from "./floor.js";
import { join } from "./join.js";
import { prizes } from "./prizes.js";
import { question } from "./question.js";
import { persons, teams } from "./standings.js";

/** @import { Scenes } from "../shared/pages.d.ts" */

/**
 * Each is made by `(hall)`, which is `{view, counts, place, now}`, and is complete then. A scene
 * with live numbers has `learn(hall)` too.
 * @type {Scenes}
 */
export const SCENES = {
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
