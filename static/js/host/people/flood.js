// Far more people come in than came before: what the host sees of it, and the two presses that end it.

import { announce, el, fill } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { FloodView } from "../../shared/protocol.d.ts" */

/**
 * Shown in `box` while a flood is told, until the host says that these people belong here.
 * @param {Desk} desk
 * @param {HTMLElement} box
 */
export function makeFlood(desk, box) {
  let welcome = 0;
  let drawn = "";

  function refresh() {
    const { flood, view, busy } = desk;
    const shown = flood && flood.people > 0 && flood.first !== welcome ? flood : null;
    const now = JSON.stringify([shown, view.locked, busy]);
    if (now === drawn) return;
    drawn = now;
    if (shown && box.hidden) announce(t("flood.title"));
    box.hidden = !shown;
    fill(box, shown && draw(shown));
  }

  /** @param {FloodView} flood */
  function draw({ first, people, unseen, before }) {
    const dismiss = () => {
      welcome = first;
      refresh();
    };
    const { locked } = desk.view;
    const disabled = desk.busy;
    const most = unseen * 2 > people;
    const remove = () => (most ? desk.removeUnseen(first) : desk.act("remove_joined", { first }));
    return [
      el("b", t("flood.title")),
      el("p", t("flood.people", { people, before }), " ", unseen > 0 && t("flood.unseen", { unseen })),
      el("p", t(locked ? "flood.locked" : "flood.do")),
      el(
        "div.row",
        !locked &&
          el(
            "button.button.small",
            { type: "button", disabled, onclick: () => desk.act("lock_room", { locked: true }) },
            t("flood.lock"),
          ),
        el(
          "button.button.small.danger",
          { type: "button", disabled, onclick: remove },
          most ? t("flood.remove_unseen", { people: unseen }) : t("flood.remove", { people }),
        ),
        el("button.button.small.quiet", { type: "button", onclick: dismiss }, t("flood.welcome")),
      ),
    ];
  }

  return { refresh };
}
