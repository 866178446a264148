// Between questions: where the contestant stands, and what comes next.

import { announce, el, fill } from "../shared/dom.js";
import { own } from "../shared/formats.js";
import { t } from "../shared/words.js";
import { questionName } from "./answers.js";
import { hasFloor, isLastRound } from "./state.js";

/** @import { Child, PhoneTools, Scene, Seated } from "../shared/pages.d.ts" */
/** @import { PhoneView, SeatView } from "../shared/protocol.d.ts" */

/** @typedef {{ sign?: Child, title: string, lines?: Child[], extra?: Child, tone?: string }} Said */

/**
 * A screen that says a few things in the middle: a sign, a title, lines.
 * @param {string} name
 * @param {Said} parts
 */
function said(name, { sign = null, title, lines = [], extra = null, tone = "" }) {
  return el(
    "section.said",
    { data: { screen: name, tone } },
    sign,
    el("h2", title),
    lines.filter(Boolean).map((line) => el("p", line)),
    extra,
  );
}

const dots = () => el("span.dots", { "aria-hidden": "true" }, el("i"), el("i"), el("i"));

/** @param {SeatView} seat */
const badge = (seat) => el("div.big-number.number", { "aria-hidden": "true" }, seat.number);

/**
 * A screen whose words follow from the state alone.
 * @param {(state: any, tools: PhoneTools) => HTMLElement} describe
 * @returns {() => Scene}
 */
function plain(describe) {
  return () => {
    const node = el("div.plain");
    let told = "";
    return {
      node,
      update(state, tools) {
        const screen = describe(state, tools);
        fill(node, screen);
        const title = /** @type {HTMLElement} */ (screen.querySelector("h2")).textContent;
        if (title !== told) announce(screen.innerText || title);
        told = title;
      },
    };
  };
}

/**
 * @param {Seated} state
 * @param {PhoneTools} tools
 */
const lobby = ({ seat }, { awake }) =>
  said("lobby", {
    sign: badge(seat),
    title: t("lobby.title"),
    lines: [
      t("lobby.you", { number: seat.number, name: seat.name }),
      seat.team && t("lobby.team", { team: seat.team }),
      seat.note === "spectator" ? t("lobby.spectator") : t("lobby.wait"),
    ],
    extra: el("p.note.small", t(awake() ? "awake.kept" : "awake.advice")),
  });

/** @param {Seated} state */
const prepare = ({ view }) =>
  said("prepare", {
    sign: dots(),
    title: t("prepare.title"),
    lines: [view.question && el("b.coming", questionName(view.question)), t("prepare.text")],
    tone: "ready",
  });

/**
 * What the format has to say of what just happened.
 * @param {PhoneView} view
 */
const news = (view) => own(view).news?.(view);

/** @param {Seated} state */
const stayed = ({ view, seat }) => ({
  title: t(view.floor.left === 1 ? "floor.sole" : "floor.on"),
  lines: [news(view), view.floor.left > 1 && t("floor.left", { left: view.floor.left }), t("floor.next")],
  sign: badge(seat),
  tone: "on",
});

/** @param {Seated} state */
function leftFloor({ view, seat, lastMain }) {
  const justNow = seat.left_after === lastMain;
  const { survived, left_after } = seat;
  const thanks = survived > 0 ? t("left.after", { survived }) : t("left.first");
  // A reserve question comes after the last main one, which those who left at it have survived.
  const left = t(survived < left_after ? "left.at" : "left.past", { ordinal: left_after });
  // A page opened again between two questions cannot know which one was the last.
  const unknown = lastMain === 0;
  const next = [t("left.watch"), own(view).hope?.(), t("left.audience")].filter(Boolean);
  return {
    sign: badge(seat),
    title: justNow ? t("left.title") : left,
    lines: [
      (justNow || unknown) && thanks,
      !justNow && news(view),
      !justNow && t("floor.left", { left: view.floor.left }),
    ],
    extra: el(
      "ul.next",
      next.map((line) => el("li", line)),
    ),
    tone: "left",
  };
}

/** @type {Record<string, (state: Seated) => Said>} */
const FLOOR = {
  on_floor: stayed,
  left: leftFloor,
  returned: ({ seat }) => ({
    sign: badge(seat),
    title: t("returned.title"),
    lines: [t("returned.text")],
    tone: "returned",
  }),
  spectator: ({ view, seat }) => ({
    sign: badge(seat),
    tone: "left",
    title: t("spectator.title"),
    lines: [hasFloor(view) && t("floor.left", { left: view.floor.left }), t("spectator.text")],
  }),
};

/**
 * @param {Seated} state
 * @returns {Said}
 */
const scored = ({ view, seat }) => {
  const { points, correct } = seat.total;
  return {
    title: t("points.title"),
    sign: view.frozen ? null : el("p.score.number", t("points", { points })),
    lines: [view.frozen ? t("frozen") : t("correct", { correct }), t("floor.next")],
  };
};

/** @param {Seated} state */
const floor = (state) => {
  const { view, seat } = state;
  const describe = hasFloor(view) || seat.note === "spectator" ? (FLOOR[seat.note] ?? stayed) : scored;
  return said("floor", describe(state));
};

/** @param {Seated} state */
const between = ({ view }) =>
  said("between", {
    sign: dots(),
    title: t("round.over"),
    lines: [view.round?.name, t(isLastRound(view) ? "end.wait" : "round.next")],
  });

/**
 * With what keeps a screen on that its browser lets go dark: phones are looked at for a minute
 * between two questions, and touched by nobody.
 * @param {(state: any) => HTMLElement} describe
 * @returns {(state: Seated, tools: PhoneTools) => HTMLElement}
 */
const keptOn = (describe) => (state, tools) => {
  const screen = describe(state);
  if (!tools.awake()) screen.append(el("p.soft.small", t("awake.touch")));
  return screen;
};

const waiting = () => said("waiting", { sign: dots(), title: t("connection.connecting") });

/** @type {Record<string, () => Scene>} */
export const STANDING = {
  waiting: plain(waiting),
  lobby: plain(lobby),
  prepare: plain(keptOn(prepare)),
  floor: plain(keptOn(floor)),
  between: plain(keptOn(between)),
};

export { dots, plain, said };
