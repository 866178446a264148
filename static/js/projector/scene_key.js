/** When a scene is the same one going on: views with equal keys change it in place. */

/** @import { ProjectorView } from "../shared/protocol.d.ts" */

/**
 * Another key brings a new scene.
 * @param {Pick<ProjectorView, "scene" | "round" | "question">} view
 */
export function sceneKey(view) {
  const roundIndex = view.round?.index ?? 0;
  const asked = view.question ? `${view.question.pool}-${view.question.ordinal}` : "";
  if (view.scene === "question" || view.scene === "reveal") return `asked ${roundIndex} ${asked}`;
  if (view.scene === "prepare") return `prepare ${roundIndex} ${asked}`;
  if (view.scene === "round") return `round ${roundIndex}`;
  return view.scene;
}
