// The right side: the floor with search, standings by person, standings by team.

import { byId, el, fill, setText } from "../../shared/dom.js";
import { restWords, tieBreaks } from "../../shared/places.js";
import { t } from "../../shared/words.js";
import { live } from "../console/standings.js";
import { openContestant } from "./contestant.js";
import { namesakes } from "./namesakes.js";
import { makeNewcomers } from "./newcomers.js";
import { finder } from "./searching.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { RowView, HostView } from "../../shared/protocol.d.ts" */

const TABS = ["floor", "standings", "teams"];
const MOST = 300;

/** @param {RowView} row */
const onFloor = ({ state }) => state === "in" || state === "returned";

/** @param {Desk} desk */
export function makePeople(desk) {
  const box = byId("people");
  const state = { tab: "floor", shown: "everybody" };
  /** @param {RowView} row */
  const left = ({ state: where }) => where === "out" || where === "leaving";
  /** Where nobody left or can leave, there is nothing to tell apart. */
  const divided = () => Boolean(desk.view.hall.round?.eliminates) || desk.roster.some(left);
  const search = el("input.input", {
    type: "search",
    placeholder: t("search"),
    "aria-label": t("search"),
    oninput: () => list(),
  });
  const tabs = el("div.tabs", { role: "tablist" });
  const filters = el("div.row.filters", { role: "group", "aria-label": t("show") });
  const found = el("ul.roster.plain");
  const note = el("p.small.soft", { role: "status" });
  const newcomers = makeNewcomers(desk);
  const since = el(
    "button.button.small.quiet",
    { type: "button", onclick: () => newcomers.open() },
    t("newcomers.open"),
  );
  const floor = el("div.floor-list", search, filters, note, found, since);
  const rows = el("div.rows");
  fill(box, tabs, floor, rows);
  /** @type {{ view?: HostView, roster?: RowView[], away?: Set<number> }} */
  let seen = {};
  let drawn = "";
  /** @type {Set<number>} */
  let sameName = new Set();

  // Thousands of rows are not compared: a list that is another object has changed.
  function refresh() {
    const { view, roster, away } = desk;
    if (view === seen.view && roster === seen.roster && away === seen.away) return;
    if (roster !== seen.roster) sameName = namesakes(roster);
    const { standings, teams, more } = view;
    const { stage, floor, round } = view.hall;
    const now = JSON.stringify([standings, teams, more, stage, floor, round]);
    const same = now === drawn && roster === seen.roster && away === seen.away;
    seen = { view, roster, away };
    drawn = now;
    if (!same) draw();
    newcomers.refresh();
  }

  function draw() {
    /**
     * @param {"tab" | "shown"} key
     * @param {string} name
     */
    const press = (key, name) => () => {
      state[key] = name;
      draw();
    };
    fill(
      tabs,
      TABS.filter((tab) => tab !== "teams" || desk.data.teams.length).map((tab) =>
        el(
          "button.tab",
          { type: "button", role: "tab", "aria-selected": String(tab === state.tab), onclick: press("tab", tab) },
          t(`tab.${tab}`),
        ),
      ),
    );
    const shows = [
      "everybody",
      ...(divided() ? ["in", "out"] : []),
      ...["away", "same_name"].filter((shown) => desk.roster.some(wanted(shown))),
    ];
    if (!shows.includes(state.shown)) state.shown = "everybody";
    filters.hidden = shows.length === 1;
    fill(
      filters,
      shows.map((shown) =>
        el(
          "button.button.small",
          { type: "button", "aria-pressed": String(shown === state.shown), onclick: press("shown", shown) },
          t(`show.${shown}`, { count: desk.roster.filter(wanted(shown)).length }),
        ),
      ),
    );
    floor.hidden = state.tab !== "floor";
    since.hidden = !desk.roster.length || desk.view.hall.stage === "finished";
    rows.hidden = state.tab === "floor";
    if (state.tab === "floor") list();
    else fill(rows, state.tab === "teams" ? teamRows() : personRows());
  }

  /**
   * @param {string} shown
   * @returns {(row: RowView) => boolean}
   */
  const wanted = (shown) => (row) => {
    if (shown === "everybody") return true;
    if (shown === "away") return isAway(row);
    if (shown === "same_name") return sameName.has(row.number);
    return row.state !== "spectator" && onFloor(row) === (shown === "in");
  };

  /** When all is over people put their phones away. @param {RowView} row */
  const isAway = ({ number }) => desk.away.has(number) && desk.view.hall.stage !== "finished";

  /** @param {RowView} row */
  const marks = (row) => [isAway(row) && t("away"), sameName.has(row.number) && t("same_name")].filter(Boolean);

  function list() {
    const all = desk.roster.filter(wanted(state.shown)).filter(finder(search.value));
    setText(
      note,
      desk.roster.length
        ? all.length
          ? all.length > MOST
            ? t("too_many", { shown: MOST, all: all.length })
            : ""
          : t("nobody_found")
        : t("nobody_yet"),
    );
    fill(found, all.slice(0, MOST).map(line));
  }

  /** @param {RowView} row */
  const line = (row) =>
    el(
      "li",
      el(
        `button.person.${row.state}`,
        { type: "button", onclick: () => openContestant(desk, row, newcomers.open) },
        el("b.person-number.number", String(row.number)),
        el(
          "span.person-name",
          row.name,
          row.team && el("span.soft.small", row.team),
          marks(row).length > 0 && el("span.small.marks", marks(row).join(" · ")),
        ),
        el(hasPoints(row) ? "span.badge.score" : "span.badge", badge(row)),
      ),
    );

  /** Where nobody leaves, points are told instead of who is on the floor. @param {RowView} row */
  function hasPoints(row) {
    const { stage, round } = desk.view.hall;
    return stage !== "lobby" && !row.disqualified && round && !round.eliminates && onFloor(row);
  }

  /** @param {RowView} row */
  function badge(row) {
    if (desk.view.hall.stage === "lobby") return t("state.joined");
    if (row.disqualified) return t("contestant.disqualified");
    return hasPoints(row) ? t("points", row) : t(`state.${row.state}`);
  }

  function personRows() {
    const rows = live(desk.view);
    if (!rows.length && !desk.view.more?.has_something) return el("p.soft", t("standings_none"));
    const list = rows.map((row) => {
      const { rank, number, name, team, points, correct } = row;
      const note = [team, ...tieBreaks(row, rows)].filter(Boolean).join(" · ");
      return standing(rank, `${number} ${name}`, note, t("correct_points", { correct, points }));
    });
    return [el("ol.roster.plain", list), desk.view.more && el("p.small.soft", restWords(desk.view.more))];
  }

  function teamRows() {
    const { teams } = desk.view;
    if (!teams.length) return el("p.soft", t("standings_none"));
    return el(
      "ol.roster.plain",
      teams.map(({ rank, team, points, members, left }) =>
        standing(rank, team, t("team_facts", { members, left }), t("points", { points })),
      ),
    );
  }

  /**
   * @param {number} rank
   * @param {string} name
   * @param {string} note
   * @param {string} figures
   */
  const standing = (rank, name, note, figures) =>
    el(
      "li.person.plain-row",
      el("b.person-number.number", String(rank)),
      el("span.person-name", name, note && el("span.soft.small", note), el("span.small.number", figures)),
    );

  return { refresh };
}
