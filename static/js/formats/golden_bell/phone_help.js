// The lifeline on a phone: the audience chooses, and the sole survivor sees what was chosen.

import { questionName } from "../../phone/answers.js";
import { enlargeable } from "../../phone/enlarging.js";
import { INPUTS } from "../../phone/question.js";
import { askedOf } from "../../phone/state.js";
import { announce, el, setText } from "../../shared/dom.js";
import { t, tCode, timeOfDay } from "../../shared/words.js";
import { inWords } from "./help_words.js";

/** @import { BellPhoneView, BellSeat, BellState, Helping } from "./types.d.ts" */
/** @import { Asked, Given, PhoneTools } from "../../shared/pages.d.ts" */

/** @type {Helping} */
const NOTHING = { asked: 0, given: null, at: 0, sending: false, problem: "" };
const OWN_WORDS = new Set(["too_late", "not_on_floor"]);

/**
 * The help as it stands after `event` with its payload; `state` is the phone's after it.
 * @param {{ view: BellPhoneView | null, parts: { golden_bell?: Helping } }} state
 * @param {string} event
 * @param {any} payload
 * @returns {Helping}
 */
export function helpAfter({ view, parts: { golden_bell: help = NOTHING } }, event, payload) {
  const asked = askedOf(view);
  const now = help.asked === asked ? help : { ...NOTHING, asked };
  if (event === "helping") return { ...now, given: payload.answer, sending: true, problem: "" };
  if (event !== "helped" || payload.asked !== asked || payload.ack.code === "replaced") return now;
  const { ack } = payload;
  return ack.ok ? { ...now, sending: false, at: ack.at } : { ...now, sending: false, problem: ack.code };
}

/**
 * Whether this phone helps now.
 * @param {BellState} state
 */
export const helps = ({ seat }) => Boolean(/** @type {BellSeat} */ (seat).parts.golden_bell?.may_help);

/** @param {Helping} help */
function statusOf({ sending, problem, at }) {
  if (sending) return ["sending", t("sending")];
  if (problem) return ["problem", OWN_WORDS.has(problem) ? t(`help.code.${problem}`) : tCode(problem)];
  return at ? ["recorded", t("help.recorded", { time: timeOfDay(at) })] : ["quiet", ""];
}

/**
 * The question again, for who helps: what is chosen is nobody's answer.
 * @param {BellState & Asked} state
 * @param {PhoneTools} tools
 */
export function helpScreen(state, { emit, put }) {
  const { question } = state.view;
  const { pool, ordinal } = question;
  const asked = askedOf(state.view);
  const name = state.view.parts.golden_bell.help?.asker?.name ?? "";
  const status = el("p.answer-status", { role: "status" });
  const picture = enlargeable(question.picture);

  /** @param {Given} answer */
  async function send(answer) {
    put("helping", { answer });
    const ack = await emit("give_help", { pool, ordinal, asked, answer }, `help ${asked}`);
    put("helped", { asked, ack });
  }

  const input = INPUTS[question.kind](question, send);
  const node = el(
    "section.question.help",
    { data: { kind: question.kind, asked: `${pool}-${ordinal}` } },
    el("div.question-top", el("div.question-where", el("p.question-name", questionName(question)), status)),
    el(
      "div.question-body",
      el("div.note.lifeline", el("h2.help-title", t("help.title", { name })), el("p", t("help.text"))),
      el("p.question-text", question.text),
      picture.node,
    ),
    el("div.answering", input.node),
  );
  announce(`${t("help.title", { name })}. ${t("help.text")} ${question.text}`);

  /** @param {BellState} next */
  function update({ parts: { golden_bell: help = NOTHING } }) {
    input.show(help.given, { open: !OWN_WORDS.has(help.problem), over: false });
    const [tone, words] = statusOf(help);
    status.dataset.tone = tone;
    setText(status, words);
  }
  return { node, update, leave: picture.leave };
}

/** What the lifeline says above the question of who does not choose. */
export function lifelineNote() {
  const node = el("p.note.lifeline", { role: "status", hidden: true });
  /**
   * @param {BellPhoneView} view
   * @param {BellSeat} seat
   */
  const show = ({ parts: { golden_bell: told } }, seat) => {
    node.hidden = !told.help;
    if (told.help) setText(node, lifelineWords(told.help, seat));
  };
  return { node, show };
}

/**
 * @param {NonNullable<BellPhoneView["parts"]["golden_bell"]["help"]>} help
 * @param {BellSeat} seat
 */
function lifelineWords({ asker, open, aloud, answers, chosen }, seat) {
  const name = asker?.name ?? "";
  if (aloud) return t("lifeline.aloud", { name });
  if (open) return asker?.number === seat.number ? t("lifeline.you") : t("lifeline.open", { name });
  if (!answers) return t("lifeline.nobody");
  const told = seat.parts.golden_bell?.chosen ?? [];
  const counts = told.length > 0 ? told : chosen;
  return counts.length > 0 ? t("lifeline.chosen", { chosen: inWords(counts) }) : t("lifeline.given", { answers });
}
