/** What may be chosen, told apart by letter and shape; and how it looks when revealed. */
import { el } from "../shared/dom.js";
import { shape } from "../shared/shapes.js";
import { letter, number, t } from "../shared/words.js";
import { penDrawing } from "./drawing.js";

/** @import { QuestionView, Reveal } from "../shared/protocol.d.ts" */

/**
 * The options of a choice, of true or false, or of an order.
 * @param {QuestionView} asked
 */
export function optionList(asked) {
  const items = asked.options.map((text, position) => option(text, position));
  const element = el("ul", { class: "options" }, items);

  /**
   * What was right; `counted`: with how many chose each.
   * @param {Reveal | null} shown
   */
  function reveal(shown, counted = true) {
    items.forEach((item, position) => {
      item.classList.remove("right", "dim");
      item.querySelector(".share")?.remove();
      item.querySelector(".place")?.remove();
      if (!shown || shown.voided) return;
      if (asked.kind === "order") putInOrder(item, /** @type {number[][]} */ (shown.key)[0].indexOf(position));
      else
        markOption(
          item,
          /** @type {number[][]} */ (shown.key).some((answer) => answer.includes(position)),
        );
      if (counted && shown.counts.length) item.append(share(shown.counts[position], shown.answered));
    });
  }

  /**
   * How many chose each, before anything is revealed; nothing where that is not told.
   * @param {readonly number[]} counts
   */
  function tell(counts) {
    const all = counts.reduce((sum, count) => sum + count, 0);
    items.forEach((item, position) => {
      item.querySelector(".share")?.remove();
      if (counts.length > 0) item.append(share(counts[position], all));
    });
  }
  return { element, reveal, tell, parts: items };
}

/**
 * @param {string} text
 * @param {number} position
 */
function option(text, position) {
  return el(
    "li",
    { class: "option", data: { option: position } },
    el("span", { class: "plate" }, shape(position), el("b", {}, letter(position))),
    el("span", { class: "option-text" }, text),
  );
}

/**
 * @param {HTMLElement} item
 * @param {boolean} isRight
 */
function markOption(item, isRight) {
  item.classList.add(isRight ? "right" : "dim");
}

/**
 * @param {HTMLElement} item
 * @param {number} place
 */
function putInOrder(item, place) {
  item.classList.add("right");
  item.style.setProperty("order", String(place));
  item.append(el("span", { class: "place" }, String(place + 1)));
}

/**
 * @param {number} count
 * @param {number} answered
 */
function share(count, answered) {
  const bar = el("span", { class: "share" }, el("b", {}, number(count)));
  bar.style.setProperty("--share", String(answered ? count / answered : 0));
  return bar;
}

/** @param {QuestionView} asked */
const typed = ({ kind }) => ({ sign: penDrawing, words: t(kind === "number" ? "type_number" : "type_text") });

/**
 * For text and numbers: how the answer is given, on the phone unless the format says otherwise.
 * @param {QuestionView} asked
 * @param {{ sign: () => Node, words: string }} said
 */
export function answerPad(asked, { sign, words } = typed(asked)) {
  const element = el("div", { class: "pad" });

  /** @param {Reveal | null} shown */
  function reveal(shown) {
    element.classList.toggle("right", Boolean(shown && !shown.voided));
    if (shown && !shown.voided) {
      element.replaceChildren(
        el("span", { class: "pad-note" }, t("right_answer")),
        el("b", { class: "pad-key" }, shown.key_text),
      );
    } else {
      element.replaceChildren(sign(), el("span", { class: "pad-note" }, words));
    }
  }
  reveal(null);
  return { element, reveal, tell() {}, parts: [element] };
}
