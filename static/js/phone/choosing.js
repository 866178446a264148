// Answering by tapping options: one, several, or all in order.

import { el, fill } from "../shared/dom.js";
import { shape, tick } from "../shared/shapes.js";
import { letter, t } from "../shared/words.js";

/** @import { Answering, Child, Input, Moment } from "../shared/pages.d.ts" */
/** @import { QuestionView } from "../shared/protocol.d.ts" */

/** @typedef {ReturnType<typeof optionButton>} OptionButton */

/**
 * An option as people see it everywhere on the phone: letter, shape, colour, text; a note below.
 * @param {number} position
 * @param {string} text
 * @param {Child} note
 */
export function optionFace(position, text, note = null) {
  return [el("span.option-mark", shape(position), el("b", letter(position))), el("span.option-text", text, note)];
}

/**
 * @param {number} position
 * @param {string} text
 * @param {() => void} onclick
 */
function optionButton(position, text, onclick) {
  const badge = el("span.option-badge");
  const node = el(
    "button.option",
    { type: "button", data: { option: position }, "aria-pressed": "false", onclick },
    optionFace(position, text),
    badge,
  );
  return { node, badge };
}

/**
 * @param {QuestionView} question
 * @param {(position: number) => void} tap
 */
function optionButtons(question, tap) {
  return question.options.map((text, position) => optionButton(position, text, () => tap(position)));
}

/**
 * Switched off but readable and reachable: nothing vanishes for a screen reader.
 * @param {OptionButton[]} buttons
 * @param {boolean} enabled
 */
function enable(buttons, enabled) {
  for (const { node } of buttons) node.setAttribute("aria-disabled", String(!enabled));
}

/**
 * @param {OptionButton} button
 * @param {Child} badge
 * @param {boolean} chosen
 */
function mark(button, badge, chosen) {
  button.node.setAttribute("aria-pressed", String(chosen));
  fill(button.badge, chosen ? badge : null);
}

/**
 * One of the options: a tap sends it.
 * @param {QuestionView} question
 * @param {(answer: number[]) => void} send
 * @returns {Input}
 */
export function oneChoice(question, send) {
  let enabled = false;
  const buttons = optionButtons(question, (position) => enabled && send([position]));
  return {
    node: el(
      "div.options",
      buttons.map(({ node }) => node),
    ),
    show(given, { open }) {
      enabled = open;
      enable(buttons, open);
      for (const [position, button] of buttons.entries()) mark(button, tick(), given?.[0] === position);
    },
  };
}

/** @type {Answering} */
const BY_BUTTON = { records: false, changed: () => {} };

/**
 * What "several" and "order" share: a draft, and how it is recorded: by itself each time that it
 * is an answer, or by the send button where an answer may not be changed.
 * @param {{
 *   send: (draft: number[]) => void,
 *   draw: (draft: number[]) => void,
 *   ready: (draft: number[]) => boolean,
 *   hint: string,
 *   tools?: (acts: { undo: () => void, clear: () => void }) => HTMLButtonElement[],
 * }} parts
 * @param {Answering} answering
 */
function drafted({ send, draw, ready, hint, tools = () => [] }, { records, changed }) {
  /** @type {number[]} */
  let draft = [];
  /** @type {number[] | null} */
  let given = null;
  let enabled = false;
  let touched = false;
  /** @param {number[]} next */
  const change = (next) => {
    if (!enabled) return;
    touched = true;
    draft = next;
    refresh();
    if (records && ready(draft) && !sameAsGiven()) send(draft);
    else changed();
  };
  const submit = el("button.button.primary.big.wide", { type: "button", onclick: () => enabled && send(draft) });
  const extra = tools({ undo: () => change(draft.slice(0, -1)), clear: () => change([]) });
  const sameAsGiven = () => given !== null && draft.join() === given.join();
  const refresh = () => {
    draw(draft);
    submit.hidden = records;
    submit.textContent = given === null ? t("send") : t("send.again");
    submit.disabled = !enabled || !ready(draft) || sameAsGiven();
    for (const button of extra) button.disabled = !enabled || draft.length === 0;
  };
  return {
    /** @param {(draft: number[]) => number[]} next */
    tap: (next) => change(next(draft)),
    isUnsent: () => enabled && !sameAsGiven() && (draft.length > 0 || given !== null),
    footer: el("div.send", el("p.hint", hint), extra.length > 0 && el("div.row.tools", extra), submit),
    /**
     * @param {number[] | null} answer
     * @param {Moment} moment
     */
    show(answer, { open, over }) {
      // What the server has is the draft after a reconnect and at the end, never over a newer one.
      if (over || !touched) draft = [...(answer ?? [])];
      given = answer;
      enabled = open;
      refresh();
    },
  };
}

/**
 * Several of the options: toggles.
 * @param {QuestionView} question
 * @param {(answer: number[]) => void} send
 * @param {Answering} answering
 */
export function severalChoices(question, send, answering = BY_BUTTON) {
  /**
   * @param {number} position
   * @returns {(draft: number[]) => number[]}
   */
  const toggle = (position) => (draft) =>
    draft.includes(position) ? draft.filter((other) => other !== position) : [...draft, position].sort((a, b) => a - b);
  const buttons = optionButtons(question, (position) => form.tap(toggle(position)));
  const form = drafted(
    {
      send,
      hint: t(answering.records ? "several.records" : "several.hint"),
      ready: (draft) => draft.length > 0,
      draw(draft) {
        for (const [position, button] of buttons.entries()) mark(button, tick(), draft.includes(position));
      },
    },
    answering,
  );
  return assembled(buttons, form, "several");
}

/**
 * All options in the right order: tapped one after another.
 * @param {QuestionView} question
 * @param {(answer: number[]) => void} send
 * @param {Answering} answering
 */
export function ordering(question, send, answering = BY_BUTTON) {
  /**
   * @param {number} position
   * @returns {(draft: number[]) => number[]}
   */
  const append = (position) => (draft) => (draft.includes(position) ? draft : [...draft, position]);
  const buttons = optionButtons(question, (position) => form.tap(append(position)));
  /** @param {number} place */
  const badge = (place) =>
    el("b.place.number", el("span.unseen", t("order.place", { place })), el("span", { "aria-hidden": "true" }, place));
  const form = drafted(
    {
      send,
      hint: t(answering.records ? "order.records" : "order.hint"),
      ready: (draft) => draft.length === question.options.length,
      draw: (draft) =>
        buttons.forEach((button, position) => {
          const place = draft.indexOf(position) + 1;
          mark(button, badge(place), place > 0);
        }),
      tools: ({ undo, clear }) => [
        el("button.button", { type: "button", onclick: undo }, t("order.undo")),
        el("button.button", { type: "button", onclick: clear }, t("order.clear")),
      ],
    },
    answering,
  );
  return assembled(buttons, form, "order");
}

/**
 * @param {OptionButton[]} buttons
 * @param {ReturnType<typeof drafted>} form
 * @param {string} kind
 * @returns {Input}
 */
function assembled(buttons, form, kind) {
  return {
    node: el(
      "div.options",
      { data: { kind } },
      buttons.map(({ node }) => node),
      form.footer,
    ),
    isUnsent: form.isUnsent,
    show(given, when) {
      enable(buttons, when.open);
      form.show(given, when);
    },
  };
}
