// A question for who buzzes first: the bell, whose turn it is, the answer of who has it.

import { questionName } from "../../phone/answers.js";
import { optionFace } from "../../phone/choosing.js";
import { enlargeable } from "../../phone/enlarging.js";
import { INPUTS } from "../../phone/question.js";
import { makeRing, makeTeller } from "../../phone/timer.js";
import { announce, el, fill, setText } from "../../shared/dom.js";
import { momentOf } from "../../shared/formats.js";
import { t, tCode, timeOfDay } from "../../shared/words.js";
import { makeBell } from "./phone_bell.js";
import { askedRun, bellOf, hasTurn } from "./phone_buzz.js";
import { followTime } from "./phone_time.js";
import { turnPanel } from "./phone_turn.js";

/** @import { BuzzerState } from "./types.d.ts" */
/** @import { PhoneTools, Seated } from "../../shared/pages.d.ts" */
/** @import { QuestionView } from "../../shared/protocol.d.ts" */

/** @type {Set<unknown>} */
const BELL = new Set(["shown", "clock", "paused", "buzzed"]);

/**
 * What to think about before one buzzes: the options as they are, nothing to tap.
 * @param {QuestionView} question
 */
function optionsToRead({ options }) {
  /**
   * @param {string} text
   * @param {number} position
   */
  const line = (text, position) => el("li.option", { data: { option: position } }, optionFace(position, text));
  return options.length > 0 ? el("ul.options.to-read", options.map(line)) : null;
}

/**
 * The line under the inputs of who answers on the phone.
 * @param {Seated} state
 * @param {boolean} inTime
 */
function statusOf({ mine }, inTime) {
  if (mine.sending !== null) return ["sending", t("sending")];
  if (mine.problem) return ["problem", tCode(mine.problem)];
  if (mine.recorded) return ["recorded", t("recorded", { time: timeOfDay(mine.recorded.at) })];
  return ["quiet", inTime ? "" : t("locked.none")];
}

/**
 * The inputs for the one answer of who has the turn.
 * @param {QuestionView} question
 * @param {PhoneTools["send"]} send
 */
function answerForm(question, send) {
  const input = INPUTS[question.kind](question, send);
  const status = el("p.answer-status", { role: "status" });
  const title = el("h2.turn-title", t("turn.you"));
  return {
    node: el("div.answering", title, el("p.turn-final", t("turn.final")), input.node, status),
    /**
     * @param {Seated} state
     * @param {boolean} inTime
     */
    show(state, inTime) {
      const { mine } = state;
      const given = mine.sending ?? mine.recorded?.answer ?? null;
      const open = inTime && given === null && !mine.closed;
      input.show(given, { open, over: mine.recorded !== null });
      const [tone, words] = statusOf(state, inTime);
      status.dataset.tone = tone;
      setText(status, words);
    },
  };
}

/** @param {Pick<PhoneTools, "emit" | "put" | "current">} tools */
async function press({ emit, put, current }) {
  const { view } = /** @type {BuzzerState} */ (current());
  const { pool, ordinal, asked } = view.question;
  const { opens_at } = view.parts.buzzer;
  const run = askedRun(view);
  // Sent before anything is drawn: every millisecond counts.
  const sent = emit("buzz", { pool, ordinal, asked, opens_at }, `buzz ${run}`);
  put("buzzing");
  put("buzzed", { run, ack: await sent });
}

/**
 * Build the screen of one question; `update(state)` follows it from the bell to the lock.
 * @param {BuzzerState} state
 * @param {PhoneTools} tools
 */
export function buzzerScreen(state, { live, send, ...tools }) {
  const { question } = state.view;
  const ring = makeRing();
  const tellSeconds = makeTeller();
  const picture = enlargeable(question.picture);
  const bell = makeBell(() => press(tools));
  const form = answerForm(question, send);
  const options = optionsToRead(question);
  const place = el("div.buzzer-place");
  let last = state;

  const onPhone = () => hasTurn(last) && !last.view.parts.buzzer.aloud;

  const paint = () => {
    const { view } = last;
    const now = live.now();
    const answers = onPhone();
    const moment = momentOf(view);
    const panel = answers ? "form" : BELL.has(moment) ? "bell" : "turn";
    node.dataset.life = moment;
    node.dataset.panel = panel;
    ring.node.hidden = view.life === "locked";
    if (options) options.hidden = answers;
    if (panel === "form") form.show(last, now < view.clock.deadline);
    if (panel === "bell") bell.show(last, bellOf(last, now));
    show(panel === "form" ? form.node : panel === "bell" ? bell.node : turnPanel(last));
  };

  // What is there already stays: a field put in again would lose the keyboard.
  /** @param {HTMLElement} content */
  const show = (content) => {
    if (place.firstElementChild?.isEqualNode(content)) return;
    fill(place, content);
    if (hasTurn(last)) called();
    else if (content !== bell.node) announce(content.innerText);
  };

  const called = () => {
    picture.leave();
    navigator.vibrate?.([150, 80, 150]);
    announce(`${t("turn.you")}. ${t(last.view.parts.buzzer.aloud ? "turn.aloud" : "turn.final")}`);
    window.scrollTo(0, 0);
    place.querySelector("input")?.focus({ preventScroll: true });
  };

  const time = followTime(question, live, {
    changed: paint,
    show(seconds, part, buzzing) {
      ring.show({ seconds, part });
      picture.tell(buzzing ? seconds : 0);
      if (buzzing) tellSeconds(seconds);
    },
  });

  /** @param {BuzzerState} next */
  const update = (next) => {
    last = next;
    time.follow(next.view);
    paint();
  };

  const node = el(
    "section.question.buzzer",
    { data: { kind: question.kind, asked: `${question.pool}-${question.ordinal}` } },
    el("div.question-top", el("p.question-name", questionName(question)), ring.node),
    el("div.question-body", el("h2.question-text", question.text), picture.node, options),
    place,
  );
  announce(`${questionName(question)}. ${question.text}`);
  return {
    node,
    update,
    leave() {
      time.stop();
      bell.leave();
      picture.leave();
    },
  };
}
