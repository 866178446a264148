/** When a scene is the same one going on: views with equal keys change it in place. */

/** @import { ProjectorView } from "../shared/protocol.d.ts" */

/**
 * Another key brings a new scene.
 * @param {Pick<ProjectorView, "scene" | "round" | "question">} view
 */
export function sceneKey(view) {
  const asked = view.question?.asked ?? 0;
  if (view.scene === "question" || view.scene === "reveal") return `asked ${asked}`;
  if (view.scene === "prepare") return `prepare ${asked}`;
  if (view.scene === "round") return `round ${view.round?.index ?? 0}`;
  return view.scene;
}
