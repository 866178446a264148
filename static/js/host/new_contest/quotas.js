// The table of topics and difficulties: which pool is being divided, what adds up, what is too much.

import { byId } from "../../shared/dom.js";
import { t } from "../../shared/words.js";

/** @type {Record<string, string>} */
const POOLS = { main: "questions", reserve: "reserve", audience: "audience" };
/**
 * How many questions a pool has; hidden where the format uses none of them.
 * @param {string} pool
 */
const sizeOf = (pool) => /** @type {HTMLInputElement} */ (document.querySelector(`[name="${POOLS[pool]}"]`));
const section = document.getElementById("quotas");
const tables = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".quota-table")]);
const banks = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('input[name="banks"]')]);
const avoid = /** @type {HTMLSelectElement} */ (document.getElementById("avoid"));
const months = /** @type {HTMLInputElement} */ (document.getElementById("avoid_months"));
let shown = "main";

/** @param {string} text */
const whole = (text) => Math.max(0, Math.floor(Number(text)) || 0);

/**
 * Whether a question last used so many full months ago is left out of the draw.
 * @param {number} age
 */
function leftOut(age) {
  return avoid.value === "ever" || (avoid.value === "recent" && age < whole(months.value));
}

/** @param {HTMLElement} cell */
function ages(cell) {
  return cell.dataset.used ? cell.dataset.used.split(" ").map(Number) : [];
}

function chosen() {
  const ids = new Set(banks.filter((bank) => bank.checked).map((bank) => bank.value));
  return tables.filter((table) => ids.has(table.dataset.bank ?? ""));
}

/** @param {HTMLElement} table */
function cells(table) {
  return /** @type {HTMLElement[]} */ ([...table.querySelectorAll("td[data-have]")]);
}

/**
 * Say at a cell what it holds, and what is wrong when the pools ask for more.
 * @param {HTMLElement} cell
 */
function tell(cell) {
  const stock = cell.querySelector(".stock");
  if (!stock) return;
  const used = ages(cell);
  const have = Number(cell.dataset.have) - used.filter(leftOut).length;
  const need = inputs(cell).reduce((sum, input) => sum + whole(input.value), 0);
  const error = /** @type {HTMLElement} */ (cell.querySelector(".field-error"));
  error.hidden = need <= have;
  error.textContent = need > have ? t("draw.few", { have, need }) : "";
  for (const input of inputs(cell)) input.ariaInvalid = String(need > have && whole(input.value) > 0);
}

/** @param {HTMLElement} cell */
function inputs(cell) {
  return /** @type {HTMLInputElement[]} */ ([...cell.querySelectorAll("input[type=number]")]);
}

/** @param {string} pool */
function divided(pool) {
  const fields = chosen().flatMap((table) => [...table.querySelectorAll(`[data-pool="${pool}"] input`)]);
  return /** @type {HTMLInputElement[]} */ (fields).reduce((sum, input) => sum + whole(input.value), 0);
}

function total() {
  const count = whole(sizeOf(shown).value);
  const sum = divided(shown);
  const key = sum > count ? "over" : sum === 0 ? "free" : sum === count ? "all_divided" : "divided";
  const line = byId("quota-total");
  line.textContent = t(`draw.${key}`, { count, divided: sum, free: count - sum });
  line.dataset.over = String(sum > count);
}

function tellAvoided() {
  const all = chosen().flatMap(cells);
  const used = all.flatMap(ages);
  const count = avoid.value === "any" ? used.length : used.filter(leftOut).length;
  const number = all.reduce((sum, cell) => sum + Number(cell.dataset.have), 0);
  const key = avoid.value === "any" ? "none_left_out" : "left_out";
  byId("avoided").textContent = number && used.length ? t(`draw.${key}`, { count, total: number }) : "";
}

/** @param {string} pool */
function show(pool) {
  shown = pool;
  if (section) section.dataset.shown = pool;
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#quota-pools button"));
  for (const button of buttons) {
    button.ariaPressed = String(button.dataset.pool === pool);
  }
  total();
}

function refresh() {
  const offered = new Set(chosen());
  for (const table of tables) {
    table.hidden = !offered.has(table);
    cells(table).forEach(tell);
  }
  total();
  tellAvoided();
}

/** Follow the form; call once. */
export function followQuotas() {
  if (!section) return;
  const pools = byId("quota-pools");
  pools.hidden = false;
  for (const button of /** @type {Iterable<HTMLElement>} */ (pools.children)) {
    const { pool = "" } = button.dataset;
    button.hidden = sizeOf(pool).type === "hidden";
    button.addEventListener("click", () => show(pool));
  }
  for (const field of [...banks, avoid, months, ...Object.keys(POOLS).map(sizeOf)]) {
    field.addEventListener("input", refresh);
  }
  section.addEventListener("input", refresh);
  show("main");
  refresh();
}
