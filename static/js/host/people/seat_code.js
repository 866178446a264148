// Giving a seat back: a code that opens it on another device, once, within minutes.

import { el, fill } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { RowView } from "../../shared/protocol.d.ts" */

const LOOK_MS = 2_000;

/**
 * A button that shows the code of this contestant's seat, and what became of it.
 * @param {Desk} desk
 * @param {RowView} row
 */
export function seatCode(desk, { number, name }) {
  const box = el("div.act-form.seat-code");
  let looking = 0;

  const offer = async () => {
    const made = await desk.ask("reopen_seat", { number });
    if (made.ok) show(made);
  };
  const close = async () => {
    clearTimeout(looking);
    if ((await desk.ask("close_seat", { number })).ok) rest(t("seat.closed"));
  };

  /** @param {Awaited<ReturnType<typeof offer>> | any} made */
  function show({ link, qr, digits, expires_at }) {
    const until = new Date(expires_at).toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });
    fill(
      box,
      el(
        "div.lobby",
        el("img.qr", { src: qr, alt: t("seat.qr", { number }), width: 220, height: 220 }),
        el(
          "div.stack",
          el("p", t("seat.scan", { number, name })),
          el("p", t("seat.type", { site: new URL(link).host })),
          el("p", el("b.big-pin.number", digits.replace(/(\d{3})(?=\d)/g, "$1 "))),
          el("p.soft.small", t("seat.until", { until })),
        ),
      ),
      el("button.button.quiet", { type: "button", onclick: close }, t("seat.close")),
    );
    look();
  }

  // Asked as long as somebody looks at it: the other device tells nobody here.
  function look() {
    looking = setTimeout(async () => {
      if (!box.isConnected) return;
      const { state } = /** @type {any} */ (await desk.live.send("seat_code", { number }));
      if (state === "opened") fill(box, el("p.note.right", { role: "status" }, t("seat.opened", { number })));
      else if (state === "over") rest(t("seat.over"));
      else look();
    }, LOOK_MS);
  }

  /** @param {string} said */
  function rest(said = "") {
    fill(
      box,
      el("p.hint", { role: "status" }, said || t("seat.hint")),
      el("button.button", { type: "button", onclick: offer }, t("seat.open")),
    );
  }
  rest();
  return box;
}
