/** A question from its showing to its reveal: one scene that changes in place. */
import { el, setText } from "../shared/dom.js";
import { momentOf, own } from "../shared/formats.js";
import { questionPicture } from "../shared/picture.js";
import { number, t } from "../shared/words.js";
import { fit } from "./fit.js";
import { answerPad, optionList } from "./options.js";
import { explanation, outcome } from "./reveal.js";
import { makeTimer } from "./timer.js";

/** @import { AskedView, Hall, Scene } from "../shared/pages.d.ts" */
/** @import { Counts, QuestionView } from "../shared/protocol.d.ts" */

/** Letters of an option that read well beside a picture. */
const BESIDE = 60;

/** @param {Pick<QuestionView, "pool" | "ordinal" | "of">} question */
export function questionLabel({ pool, ordinal, of }) {
  return t(`question_${pool}`, { ordinal, of });
}

/**
 * @param {Hall} hall
 * @returns {Scene}
 */
export function question(hall) {
  const asked = hall.view.question;
  if (!asked) return { node: el("section", { class: "scene" }), update() {} };
  const timer = makeTimer(hall.now);
  const count = answeredCount();
  const added = own(hall.view).question?.(hall) ?? {};
  const below = added.below ?? count.element;
  const side = el("aside", { class: "ask-side" }, timer.element, below);
  const choice = asked.options.length ? optionList(asked) : answerPad(asked, added.pad);
  const { element: choices, reveal, tell, parts } = choice;
  const ask = el("div", { class: "ask-panel" }, el("p", { class: "ask-text" }, asked.text));
  const element = el(
    "section",
    { class: `scene ask ${layout(asked)}` },
    el("p", { class: "ask-label" }, questionLabel(asked), added.beside),
    asked.picture && questionPicture(asked.picture),
    ask,
    side,
    added.band,
    choices,
  );
  const fitAsk = fit(ask, asked.picture ? 1.3 : 1.6, 5.4);
  const fitChoices = fit(choices, 1.2, asked.options.length > 2 ? 3.6 : 6, parts);

  /** @param {Hall} hall */
  function update({ view, counts }) {
    if (!view.question) return;
    element.dataset.life = momentOf(view) ?? "";
    timer.show(/** @type {AskedView} */ (view));
    count.show(counts, added.answered?.(view));
    added.show?.(view);
    if (view.reveal) {
      element.classList.toggle("voided", view.reveal.voided);
      reveal(view.reveal, added.counted);
      side.replaceChildren(added.outcome?.(view) ?? outcome(view.reveal));
      element.querySelector(".because")?.remove();
      element.append(...explanation(view.reveal));
    } else if (!side.contains(timer.element)) {
      element.querySelector(".because")?.remove();
      side.replaceChildren(timer.element, below);
      reveal(null);
    }
    if (!view.reveal) tell(added.chosen?.(view) ?? []);
    fitAsk();
    fitChoices();
  }
  update(hall);
  /** @param {Hall} hall */
  const learn = ({ view, counts }) => count.show(counts, added.answered?.(view));
  const leave = () => {
    timer.stop();
    added.stop?.();
  };
  return { node: element, update, learn, leave };
}

/**
 * A picture stands beside text and options, or beside the text alone where options are long.
 * @param {QuestionView} question
 */
function layout({ picture, options }) {
  if (!picture) return "";
  return options.some(({ length }) => length > BESIDE) ? "illustrated broad" : "illustrated";
}

/** How many have answered: "63/100", with a bar. */
function answeredCount() {
  const share = el("b");
  const filled = el("span", { class: "answered-fill" });
  const bar = el("span", { class: "answered-bar" }, filled);
  const caption = el("span");
  const element = el("p", { class: "answered" }, share, caption, bar);
  const fitShare = fit(share, 1.6, 3.9);

  /**
   * @param {Counts | null} counts
   * @param {string | false | undefined} words
   */
  function show(counts, words) {
    setText(caption, words || t("answered"));
    element.hidden = !counts;
    if (!counts) return;
    const { answered, eligible } = counts;
    setText(share, `${number(answered)}/${number(eligible)}`);
    filled.style.setProperty("--share", String(eligible ? answered / eligible : 0));
    fitShare();
  }
  return { element, show };
}
