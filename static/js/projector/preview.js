/** The editor's preview: a question in the hall, drawn by the projector's own scene. */
import { el } from "../shared/dom.js";
import { hear } from "../shared/preview.js";
import { makeScene } from "./scenes.js";

const crest = document.getElementById("crest");
const stage = document.getElementById("stage");
let scene = null;

hear(({ title, round, question, reveal }) => {
  const named = reveal ? "reveal" : "question";
  const life = reveal ? "revealed" : "shown";
  document.documentElement.dataset.scene = named;
  crest.replaceChildren(el("b", {}, title), el("span", {}, round));
  scene?.stop?.();
  const view = { scene: named, life, question, reveal, clock: null, parts: {} };
  scene = makeScene({ view, counts: null, place: null, now: () => 0 });
  stage.replaceChildren(scene.element);
  scene.refresh({ view, counts: null });
});
