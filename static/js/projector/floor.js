/** The floor: a grid of numbered squares that go dark and light up again. */
import { el, setText } from "../shared/dom.js";
import { own } from "../shared/formats.js";
import { number, t } from "../shared/words.js";
import { fitGrid } from "./fit.js";

/** @import { Hall, Scene } from "../shared/pages.d.ts" */
/** @import { ProjectorView, Square } from "../shared/protocol.d.ts" */

/** More names than that would be too small to be read. */
const NAMES_UP_TO = 24;
const SHOW_MS = 2400;
const STEP_MS = 180;

/**
 * @param {Hall} hall
 * @returns {Scene}
 */
export function floor(hall) {
  const left = el("b", { class: "floor-left" });
  const started = el("span", { class: "floor-started" });
  const news = el("p", { class: "floor-news" });
  const teams = el("ul", { class: "floor-teams" });
  const grid = el("ol", { class: "floor-grid" });
  const element = el(
    "section",
    { class: "scene floor" },
    el("header", { class: "floor-head" }, el("p", { class: "floor-count" }, left, started), news, teams),
    grid,
  );
  /** @type {Map<number, HTMLElement>} */
  const cells = new Map();
  const fitSquares = fitGrid(
    grid,
    () => cells.size,
    1.25,
    () => innerHeight / 2.4,
  );

  /** @param {Hall} hall */
  function update({ view }) {
    const squares = view.squares.filter(({ state }) => state !== "spectator");
    element.classList.toggle("waiting", !squares.length);
    setText(left, number(view.floor.left));
    started.textContent = t("floor_left", { started: view.floor.started });
    setText(news, whatHappened(view, squares));
    teams.replaceChildren(...teamsLeft(view));
    teams.style.setProperty("--rows", teams.childElementCount > 4 ? "3" : "4");
    place(grid, cells, squares);
    fitSquares();
  }
  update(hall);
  return { node: element, update };
}

/**
 * @param {ProjectorView} view
 * @param {Square[]} squares
 */
function whatHappened(view, squares) {
  if (!squares.length) return t("floor_empty");
  const news = own(view).news?.(view);
  if (news) return news;
  /** @param {string} state */
  const count = (state) => squares.filter((square) => square.state === state).length;
  if (count("returned")) return t("floor_returned", { count: count("returned") });
  if (count("leaving")) return t("floor_leaving", { count: count("leaving") });
  return "";
}

/**
 * Who is left of each team that has anybody.
 * @param {ProjectorView} view
 */
function teamsLeft(view) {
  const teams = view.teams.filter(({ members }) => members);
  if (teams.length < 2 || teams.length > 6) return [];
  return teams.map(({ team, left, members }) =>
    el("li", {}, el("span", {}, team), el("b", {}, String(left)), `/${members}`),
  );
}

/**
 * Bring the cells in line with the squares; changed ones follow one by one.
 * @param {HTMLElement} grid
 * @param {Map<number, HTMLElement>} cells
 * @param {Square[]} squares
 */
function place(grid, cells, squares) {
  const named = squares.length <= NAMES_UP_TO;
  const numbers = new Set(squares.map((square) => square.number));
  for (const [gone, cell] of cells) {
    if (numbers.has(gone)) continue;
    cell.remove();
    cells.delete(gone);
  }
  const changing = squares.filter(({ state }) => state === "leaving" || state === "returned");
  const step = Math.min(STEP_MS, SHOW_MS / Math.max(changing.length, 1));
  const delays = new Map(changing.map((square, place) => [square.number, place * step]));
  grid.classList.toggle("named", named);
  for (const square of squares) {
    const cell = cells.get(square.number) ?? el("li", { class: "square" });
    cells.set(square.number, cell);
    if (cell.dataset.state !== square.state) cell.dataset.state = square.state;
    if (delays.has(square.number)) cell.style.setProperty("--delay", `${delays.get(square.number)}ms`);
    const label = named ? `${square.number} ${square.name}` : String(square.number);
    if (cell.dataset.label !== label) {
      cell.dataset.label = label;
      cell.replaceChildren(el("b", {}, String(square.number)), ...(named ? [el("span", {}, square.name)] : []));
    }
    if (!cell.isConnected || cell.parentNode !== grid) grid.append(cell);
  }
}
