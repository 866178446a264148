// The question: read aloud, answered while the clock runs, locked.

import { countdown } from "../shared/clock.js";
import { announce, el, setText } from "../shared/dom.js";
import { own } from "../shared/formats.js";
import { t, tCode, timeOfDay } from "../shared/words.js";
import { answerText, questionName } from "./answers.js";
import { oneChoice, ordering, severalChoices } from "./choosing.js";
import { enlargeable } from "./enlarging.js";
import { phaseOf } from "./state.js";
import { makeRing, makeTeller } from "./timer.js";
import { typed } from "./typing.js";

/** @import { Answering, Asked, Input, PhoneTools, Seated } from "../shared/pages.d.ts" */
/** @import { QuestionView } from "../shared/protocol.d.ts" */

/** With so little time left whoever has not sent what stands there is told in red. */
const SOON_S = 5;

/** From so many signs of a question and its options on (see `lengthOf`). */
const LONG = 340;
const LONGER = 560;

/**
 * How each kind of question is answered.
 * @type {Record<string, (question: QuestionView, send: (answer: any) => void, answering?: Answering) => Input>}
 */
export const INPUTS = {
  one: oneChoice,
  true_false: oneChoice,
  several: severalChoices,
  order: ordering,
  text: typed,
  number: typed,
};

/**
 * The line beside the clock: what became of the answer, or why there is nothing to tap.
 * @param {Seated} state
 * @param {string} phase
 * @param {number} seconds
 * @param {boolean} isUnsent
 */
function statusOf({ mine, seat }, phase, seconds, isUnsent) {
  if (mine.sending !== null) return ["sending", t("sending")];
  if (mine.problem) return ["problem", tCode(mine.problem)];
  if (!seat.may_answer && phase !== "locked") return ["quiet", t("watching")];
  if (isUnsent && phase === "open" && seconds <= SOON_S) return ["problem", t("unsent.soon")];
  if (isUnsent) return ["unsent", t(mine.recorded ? "unsent.change" : "unsent")];
  if (phase === "reading") return ["quiet", t("reading")];
  if (mine.recorded) return ["recorded", t("recorded", { time: timeOfDay(mine.recorded.at) })];
  if (phase === "paused") return ["quiet", t("paused", { seconds })];
  if (phase !== "locked") return ["quiet", ""];
  return ["quiet", t(seat.may_answer ? "locked.none" : "locked")];
}

/**
 * @param {Seated} state
 * @param {string} phase
 * @param {number} seconds
 */
function moreOf({ mine }, phase, seconds) {
  if (phase === "paused" && (mine.recorded || mine.problem)) return t("paused", { seconds });
  if (phase === "locked" && mine.recorded) return t("locked");
  if (phase === "open" && mine.recorded && !mine.closed && mine.sending === null) return t("recorded.change");
  return "";
}

/**
 * Long texts are set smaller, so that the options beside them are on the screen too.
 * @param {QuestionView} question
 */
function lengthOf({ text, options }) {
  const signs = text.length + options.join("").length;
  return signs > LONGER ? "longer" : signs > LONG ? "long" : "";
}

/**
 * Build the screen of one question; `update(state)` follows it through reading, clock and lock.
 * @param {Asked} state
 * @param {Pick<PhoneTools, "live" | "send">} tools
 */
export function questionScreen(state, { live, send }) {
  const { question } = state.view;
  const records = Boolean(state.view.round?.may_change);
  const input = INPUTS[question.kind](question, send, { records, changed: () => sayStatus() });
  const ring = makeRing();
  const tellSeconds = makeTeller();
  const picture = enlargeable(question.picture);
  const status = el("p.answer-status", { role: "status" });
  const more = el("p.answer-more.small");
  const note = own(state.view).questionNote?.();
  let stop = () => {};
  let last = state;
  let shown = 0;

  const sayStatus = () => {
    const phase = phaseOf(last.view, live.now());
    const [tone, words] = statusOf(last, phase, shown, input.isUnsent?.() ?? false);
    status.dataset.tone = tone;
    setText(status, words);
  };

  /** @param {number} seconds */
  const paint = (seconds) => {
    const phase = phaseOf(last.view, live.now());
    const over = phase === "locked" || last.mine.closed;
    const open = phase === "open" && last.seat.may_answer && !over;
    shown = seconds;
    node.dataset.phase = phase;
    input.show(last.mine.sending ?? last.mine.recorded?.answer ?? null, { open, over });
    sayStatus();
    setText(more, moreOf(last, phase, seconds));
    note?.show(last.view, last.seat);
    ring.node.hidden = phase === "locked";
  };

  /** @param {{ seconds: number, part: number }} left */
  const follow = ({ seconds, part }) => {
    const running = phaseOf(last.view, live.now()) === "open";
    if (running) ring.show({ seconds, part });
    shown = seconds;
    sayStatus();
    picture.tell(running ? seconds : 0);
    if (running) tellSeconds(seconds);
    if (node.dataset.phase !== phaseOf(last.view, live.now())) paint(seconds);
  };

  /** @param {Asked} next */
  const update = (next) => {
    last = next;
    stop();
    const { view } = next;
    const total = question.seconds * 1000;
    if (view.life === "clock") {
      paint(question.seconds);
      const wait = live.whenServer(view.clock.opens_at, () => {
        stop = countdown(live.now, { deadline: view.clock.deadline, total }, follow);
      });
      if (live.now() < view.clock.opens_at) stop = wait;
      return;
    }
    const left = view.life === "paused" ? view.clock.left_ms : total;
    ring.show({ seconds: Math.ceil(left / 1000), part: total ? Math.min(1, left / total) : 1 });
    paint(Math.ceil(left / 1000));
  };

  const node = el(
    "section.question",
    { data: { kind: question.kind, asked: `${question.pool}-${question.ordinal}` } },
    el("div.question-top", el("div.question-where", el("p.question-name", questionName(question)), status), ring.node),
    el(
      "div.question-body",
      note?.node,
      el("h2.question-text", { data: { length: lengthOf(question) } }, question.text),
      picture.node,
    ),
    el("div.answering", input.node, more),
  );
  const leave = () => {
    stop();
    picture.leave();
  };
  announce(`${questionName(question)}. ${question.text}`);
  return { node, update, leave };
}

/**
 * What the contestant gave, in words, or nothing.
 * @param {Asked} state
 */
export function givenText({ view, mine }) {
  return mine.recorded ? answerText(view.question, mine.recorded.answer) : "";
}
