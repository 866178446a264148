// What the clock lost while the server stood still, and the button that gives it back.

import { announce, byId, el, fill } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { Desk } from "../../shared/pages.d.ts" */

/** @param {number} ms */
const seconds = (ms) => Math.floor(ms / 1000);

/** @param {Desk} desk */
export function makeLost(desk) {
  const box = byId("lost");
  let told = "";

  function refresh() {
    const { lost, hall } = desk.view;
    const left = Math.ceil((lost?.left_ms ?? 0) / 1000);
    const over = hall.life === "locked";
    const now = lost ? JSON.stringify([lost, over]) : "";
    if (now === told) return;
    told = now;
    box.hidden = !lost;
    if (!lost) return;
    const said = t(over ? "lost_over" : "lost", { stopped: seconds(lost.stopped_ms), left });
    const give = t("give_back", { seconds: seconds(lost.lost_ms) });
    const onclick = () => desk.act("give_back_time");
    fill(box, el("p", said), el("button.button", { type: "button", onclick }, give));
    announce(said);
  }

  return { refresh };
}
