// A spoken answer: who gave it, and two buttons that judge it in place of the primary one.

import { STILL_MS } from "../../host/console/desk.js";
import { announce, byId, el, fill } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @import { BuzzerDesk } from "./types.d.ts" */
/** @import { Person } from "../../shared/protocol.d.ts" */

/** @type {Record<string, boolean>} */
const KEYS = { KeyD: true, KeyS: false };

/** @typedef {Person & { right: boolean | null }} Holder */

/**
 * Those who have the turn, each with the verdict so far (null: none).
 * @param {BuzzerDesk["view"]} view
 */
function holders({ hall, parts }) {
  const right = new Map(parts.buzzer.buzzes.map((row) => [row.number, row.right]));
  return hall.parts.buzzer.answering.map((person) => ({ ...person, right: right.get(person.number) ?? null }));
}

/** @param {BuzzerDesk} desk */
export function makeVerdict(desk) {
  const box = el("div.verdict", { id: "verdict", role: "group", "aria-label": t("judge.title"), hidden: true });
  const primary = byId("primary");
  primary.after(box);
  let drawn = "";
  let since = 0;

  const judging = () => desk.view?.step === "judge" && Boolean(desk.view.parts.buzzer);

  /**
   * A press meant for the button that stood here a moment ago judges nobody.
   * @param {number} number
   * @param {boolean} right
   */
  function judge(number, right) {
    if (!judging() || desk.busy || performance.now() - since < STILL_MS) return;
    desk.act("judge_turn", { number, right });
  }

  document.addEventListener("keydown", (/** @type {any} */ event) => {
    if (!judging() || !(event.code in KEYS)) return;
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, dialog") || document.querySelector("dialog[open]")) return;
    const first = holders(desk.view).find(({ right }) => right === null);
    if (first) judge(first.number, KEYS[event.code]);
    event.preventDefault();
  });

  function refresh() {
    box.hidden = !judging();
    primary.hidden = judging();
    const state = judging() ? JSON.stringify([desk.view.acted, holders(desk.view)]) : "";
    if (state !== drawn) {
      drawn = state;
      since = performance.now();
      if (state) draw();
    }
    for (const button of box.querySelectorAll("button")) button.setAttribute("aria-disabled", String(desk.busy));
  }

  function draw() {
    const people = holders(desk.view);
    const first = people.find(({ right }) => right === null);
    fill(
      box,
      people.map((person) => row(person, person === first)),
    );
    announce(
      t("turn.answering", {
        people: people
          .filter(({ right }) => right === null)
          .map(({ number, name }) => `${number} ${name}`)
          .join(", "),
      }),
    );
  }

  /**
   * @param {Holder} person
   * @param {boolean} byKey
   */
  const row = (person, byKey) =>
    el(
      "div.verdict-row",
      el(
        "p.verdict-name",
        el("span", el("b.number", `${person.number} `), person.name),
        person.team && el("span.small.soft", person.team),
      ),
      person.right === null
        ? [button(person, "right", byKey), button(person, "wrong", byKey)]
        : el(`span.badge.${person.right ? "key" : "stage-playing"}`, t(person.right ? "judge.right" : "judge.wrong")),
    );

  /**
   * @param {Holder} person
   * @param {"right" | "wrong"} verdict
   * @param {boolean} byKey
   */
  const button = (person, verdict, byKey) =>
    el(
      `button.button.verdict-${verdict}`,
      {
        type: "button",
        "aria-label": t(`judge.${verdict}_of`, person),
        onclick: () => judge(person.number, verdict === "right"),
      },
      el("span", t(`judge.${verdict}`)),
      byKey && el("kbd.small", t(`judge.${verdict}_key`)),
    );

  return { refresh };
}
