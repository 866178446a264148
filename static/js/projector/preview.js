/** The editor's preview: a question in the hall, drawn by the projector's own scene. */
import { byId, el } from "../shared/dom.js";
import { makeStage } from "../shared/one_scene.js";
import { hear } from "../shared/preview.js";
import { SCENES } from "./scenes.js";

const crest = byId("crest");
const place = byId("stage");
const stage = makeStage(SCENES, (node) => place.replaceChildren(node));

hear(({ title, round, question, reveal }) => {
  const named = reveal ? "reveal" : "question";
  const life = reveal ? "revealed" : "shown";
  document.documentElement.dataset.scene = named;
  crest.replaceChildren(el("b", {}, title), el("span", {}, round));
  /** @type {any} */
  const view = { scene: named, life, question, reveal, clock: null, parts: {} };
  const hall = { view, counts: null, place: null, now: () => 0 };
  // Each time anew: any word of it may have changed.
  stage.show(view, named, Symbol(), hall);
  stage.scene().update(hall);
});
