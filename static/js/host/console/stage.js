// The middle of the console: one panel for where the contest is.

import { byId, fill } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { makeStage as makeScenes } from "../../shared/one_scene.js";
import { between } from "./between.js";
import { ceremony } from "./ceremony.js";
import { lobby } from "./lobby.js";
import { question } from "./question.js";

/** @import { Desk, Scenes } from "../../shared/pages.d.ts" */

/** @type {Scenes} */
const PANELS = { lobby, question, between, ceremony };

/** @param {Desk} desk */
export function makeStage(desk) {
  const box = byId("stage");
  const scenes = makeScenes(PANELS, (node) => fill(box, node));

  function name() {
    const { hall, draft } = desk.view;
    if (hall.stage === "lobby") return "lobby";
    if (hall.stage === "finished") return "ceremony";
    if (draft) return "question";
    return own(hall).sceneOf?.(desk.view) ?? "between";
  }

  function refresh() {
    const panel = name();
    if (scenes.show(desk.view.hall, panel, panel, desk)) box.dataset.panel = panel;
    scenes.scene().update(desk);
  }

  return { refresh };
}
