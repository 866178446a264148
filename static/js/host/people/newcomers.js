// Taking out all who joined since a number: how many that is and who, before it is done.

import { el, fill, setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";
import { actForm, labelled, openDialog, textInput } from "../console/dialogs.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { RowView } from "../../shared/protocol.d.ts" */

const SHOWN = 6;

/**
 * `open(first)` asks whether to take out everybody from that number on; `refresh()` counts anew.
 * @param {Desk} desk
 */
export function makeNewcomers(desk) {
  let look = () => {};

  function open(first = desk.roster.at(-1)?.number) {
    const from = textInput({ type: "number", inputmode: "numeric", required: true, min: 1, step: 1, value: first });
    const told = el("p", { role: "status" });
    const names = el("ul.plain.small");
    const unseen = el("input", { type: "checkbox" });
    const send = () =>
      unseen.checked ? desk.removeUnseen(Number(from.value)) : desk.act("remove_joined", { first: Number(from.value) });
    const form = actForm(
      { words: t("newcomers.remove"), danger: true },
      send,
      labelled(t("newcomers.from"), from),
      el("label.choice", unseen, el("span", t("newcomers.unseen"))),
      told,
      names,
    );
    const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
    /** @param {RowView} row */
    const wanted = ({ number }) => number >= from.valueAsNumber && (!unseen.checked || desk.away.has(number));
    look = () => {
      const going = from.checkValidity() ? desk.roster.filter(wanted) : [];
      // Who never had a phone is known to the server alone.
      const sure = desk.view.hall.stage === "lobby" && !unseen.checked;
      setText(
        told,
        going.length
          ? t(sure ? "newcomers.going" : "newcomers.going_at_most", {
              people: going.length,
              first: going[0].number,
              last: going.at(-1)?.number,
            })
          : t("nobody_found"),
      );
      fill(names, latest(going));
      setText(button, going.length ? t("newcomers.remove_many", { people: going.length }) : t("newcomers.remove"));
      button.disabled = !going.length;
    };
    from.addEventListener("input", look);
    unseen.addEventListener("change", look);
    const dialog = openDialog(t("newcomers.title"), () => [el("p.soft", t("newcomers.hint")), form]);
    dialog.addEventListener("close", () => (look = () => {}));
    look();
  }

  return { open, refresh: () => look() };
}

/**
 * The latest, the newest first, and how many more.
 * @param {RowView[]} going
 */
function latest(going) {
  const rows = going
    .slice(-SHOWN)
    .reverse()
    .map((row) =>
      el("li", el("b.number", String(row.number)), ` ${row.name}`, row.team && el("span.soft", ` · ${row.team}`)),
    );
  const more = going.length - rows.length;
  return more > 0 ? [...rows, el("li.soft", t("newcomers.more", { people: more }))] : rows;
}
