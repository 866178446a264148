// A rescue: who would return, changed before it is confirmed.

import { labelled, textInput } from "../../host/console/dialogs.js";
import { panel } from "../../host/console/panel.js";
import { el, fill, setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { BellDesk } from "./types.d.ts" */
/** @import { RowView } from "../../shared/protocol.d.ts" */

const HOW_MANY = ["all", "number", "percent"];
const ORDERS = ["latest", "score", "random", "hand"];

/** @param {BellDesk} desk */
export function rescue(desk) {
  /** @type {Set<number>} */
  let picked = new Set();
  /** @type {string | null} */
  let proposed = null;
  /** @type {any} */
  let rule = null;

  /** The hand-made choice the primary button confirms, or null for what was proposed. */
  function chosen() {
    const numbers = [...picked].sort((a, b) => a - b);
    const same = numbers.join() === [...desk.view.parts.golden_bell.numbers].sort((a, b) => a - b).join();
    return same ? null : { name: "rescue", fields: { numbers } };
  }

  function draw() {
    const { numbers, used, allowed } = desk.view.parts.golden_bell;
    if (numbers.join() !== proposed) {
      proposed = numbers.join();
      picked = new Set(numbers);
    }
    rule ??= { ...desk.round().settings.rescues?.[used] };
    const out = desk.roster.filter(({ state }) => ["out", "leaving"].includes(state));
    const places = new Map(numbers.map((number, place) => [number, place]));
    out.sort((a, b) => (places.get(a.number) ?? 1e6) - (places.get(b.number) ?? 1e6) || a.number - b.number);
    const total = el("p.rescue-total", { role: "status" });
    const say = () => {
      setText(total, t("rescue.total", { people: picked.size, out: out.length }));
      desk.keep("golden_bell", picked.size);
    };
    say();
    return [
      el("header", el("h2", t("rescue.title", { time: used + 1, allowed })), total),
      ruleForm(),
      el("p.hint", t("rescue.pick")),
      el(
        "ul.rescue-list.plain",
        out.map((row) => person(row, say)),
      ),
      el(
        "div.row",
        el("button.button", { type: "button", onclick: () => desk.act("decline_rescue") }, t("rescue.decline")),
      ),
    ];
  }

  /**
   * @param {RowView} row
   * @param {() => void} say
   */
  function person({ number, name, team }, say) {
    const input = el("input", { type: "checkbox", checked: picked.has(number) });
    input.addEventListener("change", () => {
      if (input.checked) picked.add(number);
      else picked.delete(number);
      say();
    });
    return el(
      "li",
      el("label.choice", input, el("span", el("b.number", `${number} `), name, team && el("span.soft.small", team))),
    );
  }

  /** Change how many and who first; the list is proposed anew. */
  function ruleForm() {
    const how = select("rescue.how.", HOW_MANY, rule.how_many);
    const amount = textInput({ type: "number", min: 1, max: 5000, value: rule.amount || 10 });
    const order = select("rescue.order.", ORDERS, rule.order);
    const amountField = labelled(t("rescue.amount"), amount);
    const show = () => {
      amountField.hidden = how.value === "all";
    };
    how.addEventListener("change", show);
    show();
    const form = el(
      "form.rescue-rule",
      labelled(t("rescue.how_many"), how),
      amountField,
      labelled(t("rescue.who_first"), order),
      el("button.button", t("rescue.again")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      rule = { how_many: how.value, amount: Number(amount.value), order: order.value };
      desk.act("open_rescue", rule);
    });
    return form;
  }

  /** @param {BellDesk} now */
  const drawnFrom = ({ view, roster }) => [
    view.parts.golden_bell,
    roster.filter(({ state }) => state !== "in").map(({ number }) => number),
  ];

  return { ...panel(draw, drawnFrom)(), overruled: chosen };
}

/**
 * @param {string} prefix
 * @param {string[]} values
 * @param {string} value
 */
const select = (prefix, values, value) =>
  fill(
    el("select.input"),
    values.map((each) => el("option", { value: each, selected: each === value }, t(prefix + each))),
  );
