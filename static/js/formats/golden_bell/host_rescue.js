// A rescue: who would return, ticked before it is confirmed.

import { labelled, textInput } from "../../host/console/dialogs.js";
import { panel } from "../../host/console/panel.js";
import { el, fill, setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { BellDesk } from "./types.d.ts" */
/** @import { RowView } from "../../shared/protocol.d.ts" */

const HOW_MANY = ["all", "number", "percent"];
const ORDERS = ["latest", "score", "random", "hand"];

/**
 * Ticks are the contest's, not this page's: each is sent, and every console shows the same list.
 * @param {BellDesk} desk
 */
export function rescue(desk) {
  /** Ticked or not here, and not yet the contest's. @type {Map<number, boolean> | null} */
  let ticked = null;
  /** What of it is under way. @type {Map<number, boolean> | null} */
  let sent = null;
  /** Whom the rule proposed: they stand first, whatever is ticked later. @type {number[] | null} */
  let first = null;
  /** @type {Map<number, HTMLInputElement>} */
  let boxes = new Map();
  let total = el("p.rescue-total", { role: "status" });
  /** @type {any} */
  let rule = null;

  const part = () => desk.view.parts.golden_bell;

  function list() {
    const numbers = new Set(part().numbers);
    for (const [number, on] of ticked ?? []) {
      if (on) numbers.add(number);
      else numbers.delete(number);
    }
    return numbers;
  }

  /** Boxes and sum as the list is now. */
  function agree() {
    if (ticked && !desk.busy) pass();
    const now = list();
    for (const [number, box] of boxes) box.checked = now.has(number);
    setText(total, t("rescue.total", { people: now.size, out: boxes.size }));
  }

  /** Send what was ticked, by and by: what was sent is answered once the desk is free again. */
  function pass() {
    if (ticked === sent) ticked = null;
    else {
      sent = ticked;
      desk.act("pick_rescued", { numbers: [...list()].sort((a, b) => a - b) });
    }
  }

  /**
   * @param {number} number
   * @param {boolean} on
   */
  function tick(number, on) {
    ticked = new Map([...(ticked ?? []), [number, on]]);
    agree();
  }

  function draw() {
    const { used, allowed } = part();
    rule ??= { ...desk.round().settings.rescues?.[used] };
    const out = desk.roster.filter(({ state, disqualified }) => ["out", "leaving"].includes(state) && !disqualified);
    const places = new Map((first ?? []).map((number, place) => [number, place]));
    out.sort((a, b) => (places.get(a.number) ?? 1e6) - (places.get(b.number) ?? 1e6) || a.number - b.number);
    total = el("p.rescue-total", { role: "status" });
    boxes = new Map();
    return [
      el("header", el("h2", t("rescue.title", { time: used + 1, allowed })), total),
      ruleForm(),
      el("p.hint", t("rescue.pick")),
      el("ul.rescue-list.plain", out.map(person)),
      el(
        "div.row",
        el("button.button", { type: "button", onclick: () => desk.act("decline_rescue") }, t("rescue.decline")),
      ),
    ];
  }

  /** @param {RowView} row */
  function person({ number, name, team }) {
    const input = el("input", { type: "checkbox" });
    input.addEventListener("change", () => tick(number, input.checked));
    boxes.set(number, input);
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
  function drawnFrom({ view, roster }) {
    const { by_hand: byHand, numbers, used, allowed } = view.parts.golden_bell;
    if (!first || !byHand) first = numbers;
    return [
      first,
      used,
      allowed,
      roster.filter(({ state, disqualified }) => state !== "in" && !disqualified).map(({ number }) => number),
    ];
  }

  const drawn = panel(draw, drawnFrom)();
  /** @param {BellDesk} now */
  function update(now) {
    drawn.update(now);
    agree();
  }
  return { node: drawn.node, update };
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
