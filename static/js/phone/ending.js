// The end of the contest, and the ways a page can lose its seat.

import { el } from "../shared/dom.js";
import { bell } from "../shared/shapes.js";
import { t } from "../shared/words.js";
import { plain, said } from "./standing.js";

/** @import { PhoneTools, Seated } from "../shared/pages.d.ts" */

/**
 * @param {string} label
 * @param {number} value
 */
const fact = (label, value) => el("div.fact", el("dt", label), el("dd.number", value));

/** @param {Seated} state */
function facts({ view, seat }) {
  const { points, correct, survived } = seat.total;
  // As the hall shows it: several rounds are ranked by their points together.
  const bySurvival = Boolean(view.round?.eliminates && view.round.of === 1);
  return el(
    "dl.facts",
    fact(t("end.correct"), correct),
    bySurvival ? fact(t("end.survived"), survived) : fact(t("end.points"), points),
  );
}

/** @param {Seated} state */
const end = (state) => {
  const { seat } = state;
  const spectator = seat.note === "spectator";
  return said("end", {
    sign: seat.prize ? bell() : null,
    title: t("end.title"),
    lines: [seat.disqualified ? t("end.disqualified") : seat.rank === null && !spectator && t("end.wait")],
    tone: seat.prize ? "winner" : "",
    extra: el(
      "div.stack",
      seat.rank !== null && el("p.rank.number", t("end.rank", { rank: seat.rank })),
      seat.prize && el("p.prize", seat.prize),
      !spectator && facts(state),
      el("p", t("end.thanks")),
    ),
  });
};

/**
 * @param {string} href
 * @param {string} words
 */
const link = (href, words) => el("a.button.primary.big", { href }, words);

/**
 * @param {unknown} _state
 * @param {PhoneTools} tools
 */
const removed = (_state, { door }) =>
  said("removed", { title: t("removed.title"), lines: [t("removed.text")], extra: link(door, t("removed.again")) });

const moved = () => said("moved", { title: t("moved.title"), lines: [t("moved.text"), t("moved.wrong")] });

const missing = () =>
  said("missing", { title: t("missing.title"), lines: [t("missing.text")], extra: link("/", t("missing.door")) });

const taken = () =>
  said("taken", {
    title: t("taken.title"),
    lines: [t("taken.text")],
    extra: el("button.button.primary.big", { type: "button", onclick: () => location.reload() }, t("taken.here")),
  });

export const ENDING = {
  end: plain(end),
  removed: plain(removed),
  moved: plain(moved),
  missing: plain(missing),
  taken: plain(taken),
};
