// What the projector shows, and the switches: sound, standings held, door.

import { byId, el, fill } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { Acts, Scene } from "../../shared/protocol.d.ts" */

/** @type {Scene[]} */
const SCENES = ["auto", "join", "floor", "standings", "teams", "prizes", "blank"];

/** @param {Desk} desk */
export function makeScenes(desk) {
  const box = byId("scenes");
  let drawn = "";

  function refresh() {
    const { scene_sent: sent, hall, frozen, locked } = desk.view;
    const state = JSON.stringify([sent, hall.scene, hall.stage, hall.muted, frozen, locked]);
    if (state === drawn) return;
    drawn = state;
    fill(
      box,
      el("h3", t("projector_shows"), " ", el("span.badge", t(`scene.${hall.scene}`))),
      el(
        "div.scene-buttons",
        { role: "group", "aria-label": t("send_scene") },
        SCENES.filter(offered).map((scene) => sceneButton(scene, sent)),
      ),
      el(
        "div.switches",
        toggle(hall.muted, "mute", { muted: !hall.muted }),
        hall.stage !== "finished" && toggle(frozen, "freeze", { frozen: !frozen }),
        toggle(locked, "lock_room", { locked: !locked }),
      ),
    );
  }

  /** @param {Scene} scene */
  const offered = (scene) => scene !== "teams" || desk.data.teams.length > 0;

  /**
   * @param {Scene} scene
   * @param {string} sent
   */
  const sceneButton = (scene, sent) =>
    el(
      "button.button.small",
      { type: "button", "aria-pressed": String(scene === sent), onclick: () => desk.act("send_scene", { scene }) },
      t(`send.${scene}`),
    );

  /**
   * @template {"mute" | "freeze" | "lock_room"} Name
   * @param {boolean} on
   * @param {Name} act
   * @param {Acts[Name]} fields
   */
  const toggle = (on, act, fields) =>
    el(
      "button.button.small",
      { type: "button", "aria-pressed": String(Boolean(on)), onclick: () => desk.act(act, fields) },
      t(`${act}.${on ? "on" : "off"}`),
    );

  return { refresh };
}
