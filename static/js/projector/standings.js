/** Standings by person and by team; equal ranks are shown equal. */
import { el, setText } from "../shared/dom.js";
import { restWords, tieBreaks, wholePlaces } from "../shared/places.js";
import { number, t } from "../shared/words.js";
import { paged, pagesOf } from "./pages.js";

/** @import { Child, Hall, Scene } from "../shared/pages.d.ts" */
/** @import { MoreView, ProjectorView, StandingRow, TeamRow } from "../shared/protocol.d.ts" */
/** @typedef {Pick<MoreView, "rank" | "people"> | null} Rest */

const ROWS = 10;
const STEP_MS = 8;

/** @param {Hall} hall */
export function persons(hall) {
  return table(
    "standings",
    hall,
    ({ standings, prized, more }) => wholePlaces(standings, Math.max(ROWS, prized), more),
    (row, bySurvival, rows) => [
      el(
        "span",
        { class: "who" },
        el("b", {}, row.name),
        el("small", {}, row.team),
        el("small", { class: "tie" }, tieBreaks(row, rows).join(" · ")),
        row.prize && el("em", {}, row.prize),
      ),
      bySurvival ? figure(row.survived, "survived") : figure(number(row.points), "points"),
      figure(row.correct, "correct"),
    ],
  );
}

/** @param {Hall} hall */
export function teams(hall) {
  return table(
    "team_standings",
    hall,
    ({ teams: rows }) => ({ rows, rest: null }),
    (row, bySurvival) => [
      el("span", { class: "who" }, el("b", {}, row.team || t("no_team"))),
      bySurvival ? figure(`${row.left}/${row.members}`, "on_floor") : figure(row.members, "members"),
      figure(number(Number(row.points)), "points"),
    ],
  );
}

/**
 * @param {string | number} value
 * @param {string} words
 */
function figure(value, words) {
  return el("span", { class: "figure" }, el("b", {}, value), el("small", {}, t(words)));
}

/**
 * Pages of the rows that `pick(view)` gives, each with the cells that `cells` makes of it.
 * @template {StandingRow | TeamRow} Row
 * @param {string} name
 * @param {Hall} hall
 * @param {(view: ProjectorView) => { rows: Row[], rest: Rest }} pick
 * @param {(row: Row, bySurvival: boolean, rows: Row[]) => Child} cells
 * @returns {Scene}
 */
function table(name, hall, pick, cells) {
  const list = el("ol", { class: "ranks" });
  const nothing = el("p", { class: "nothing" });
  const held = el("p", { class: "standings-held" });
  const left = el("p", { class: "standings-rest" });
  /** @type {(page: Row[]) => void} */
  let draw = () => {};
  const pages = paged((/** @type {Row[]} */ page) => draw(page));
  const element = el(
    "section",
    { class: `scene standings ${name}` },
    el("h1", { class: "scene-title" }, t(name), held, pages.mark),
    list,
    nothing,
    left,
  );
  let drawn = "";

  /** @param {Hall} hall */
  function update({ view }) {
    const { rows, rest } = ranked(view) ? pick(view) : { rows: [], rest: null };
    const why = whyNothing(name, view);
    const state = JSON.stringify([why, view.round?.eliminates, view.held, rows, rest]);
    if (state === drawn) return;
    drawn = state;
    setText(held, view.held ? t(view.held.ordinal ? "held_after" : "held_before", view.held) : "");
    held.hidden = !view.held;
    setText(left, restWords(rest) ?? "");
    left.hidden = !rest;
    nothing.hidden = rows.length > 0 || Boolean(rest);
    setText(nothing, why);
    list.classList.toggle("many", rows.length > 5);
    // Several rounds are ranked by their points together.
    const bySurvival = Boolean(view.round?.eliminates && view.round.of === 1);
    const parts = pagesOf(rows, ROWS);
    list.style.setProperty("--rows", String(Math.max(parts[0].length, 5)));
    draw = (page) =>
      list.replaceChildren(...page.map((row, place) => line(row.rank, cells(row, bySurvival, rows), place)));
    pages.put(parts);
  }
  update(hall);
  return { node: element, update, leave: pages.stop };
}

/**
 * Before anybody was right the order is that of the lot: no result to show.
 * @param {ProjectorView} view
 */
function ranked({ stage, standings, more }) {
  return stage === "finished" || more?.has_something || standings.some(({ correct, points }) => correct || points);
}

/**
 * What is said instead of rows: until the ceremony is over these would tell the prizes.
 * @param {string} name
 * @param {ProjectorView} view
 */
export function whyNothing(name, { prizes, teams, squares }) {
  if (prizes.some((prize) => prize.is_next)) return t("standings_held");
  const divided = teams.length || squares.some(({ team }) => team);
  if (name === "team_standings" && !divided) return t("team_standings_empty");
  return t("standings_empty");
}

/**
 * @param {number} rank
 * @param {Child} cells
 * @param {number} place
 */
function line(rank, cells, place) {
  const item = el("li", { data: { rank } }, el("span", { class: "rank" }, rank), cells);
  item.style.setProperty("--delay", `${place * STEP_MS}ms`);
  return item;
}
