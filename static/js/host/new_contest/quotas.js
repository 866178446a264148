// The table of topics and difficulties: which pool is being divided, what adds up, what is too much.

import { t } from "../../shared/words.js";

const POOLS = { main: "questions", reserve: "reserve", audience: "audience" };
/** How many questions a pool has; hidden where the format uses none of them. */
const sizeOf = (pool) => document.querySelector(`[name="${POOLS[pool]}"]`);
const section = document.getElementById("quotas");
const tables = [...document.querySelectorAll(".quota-table")];
const banks = [...document.querySelectorAll('input[name="banks"]')];
const avoid = document.getElementById("avoid");
const months = document.getElementById("avoid_months");
let shown = "main";

const whole = (text) => Math.max(0, Math.floor(Number(text)) || 0);

/** Whether a question last used so many full months ago is left out of the draw. */
function leftOut(age) {
  return avoid.value === "ever" || (avoid.value === "recent" && age < whole(months.value));
}

function ages(cell) {
  return cell.dataset.used ? cell.dataset.used.split(" ").map(Number) : [];
}

function chosen() {
  const ids = new Set(banks.filter((bank) => bank.checked).map((bank) => bank.value));
  return tables.filter((table) => ids.has(table.dataset.bank));
}

function cells(table) {
  return [...table.querySelectorAll("td[data-have]")];
}

/** Say at a cell what it holds, and what is wrong when the pools ask for more. */
function tell(cell) {
  const stock = cell.querySelector(".stock");
  if (!stock) return;
  const used = ages(cell);
  const have = Number(cell.dataset.have) - used.filter(leftOut).length;
  const need = inputs(cell).reduce((sum, input) => sum + whole(input.value), 0);
  const error = cell.querySelector(".field-error");
  error.hidden = need <= have;
  error.textContent = need > have ? t("draw.few", { have, need }) : "";
  for (const input of inputs(cell)) input.ariaInvalid = String(need > have && whole(input.value) > 0);
}

function inputs(cell) {
  return [...cell.querySelectorAll("input[type=number]")];
}

function divided(pool) {
  const fields = chosen().flatMap((table) => [...table.querySelectorAll(`[data-pool="${pool}"] input`)]);
  return fields.reduce((sum, input) => sum + whole(input.value), 0);
}

function total() {
  const count = whole(sizeOf(shown).value);
  const sum = divided(shown);
  const key = sum > count ? "over" : sum === 0 ? "free" : sum === count ? "all_divided" : "divided";
  const line = document.getElementById("quota-total");
  line.textContent = t(`draw.${key}`, { count, divided: sum, free: count - sum });
  line.dataset.over = String(sum > count);
}

function tellAvoided() {
  const all = chosen().flatMap(cells);
  const used = all.flatMap(ages);
  const count = avoid.value === "any" ? used.length : used.filter(leftOut).length;
  const number = all.reduce((sum, cell) => sum + Number(cell.dataset.have), 0);
  const key = avoid.value === "any" ? "none_left_out" : "left_out";
  document.getElementById("avoided").textContent =
    number && used.length ? t(`draw.${key}`, { count, total: number }) : "";
}

function show(pool) {
  shown = pool;
  section.dataset.shown = pool;
  for (const button of section.querySelectorAll("#quota-pools button")) {
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
  const pools = document.getElementById("quota-pools");
  pools.hidden = false;
  for (const button of pools.children) {
    button.hidden = sizeOf(button.dataset.pool).type === "hidden";
    button.addEventListener("click", () => show(button.dataset.pool));
  }
  for (const field of [...banks, avoid, months, ...Object.keys(POOLS).map(sizeOf)]) {
    field.addEventListener("input", refresh);
  }
  section.addEventListener("input", refresh);
  show("main");
  refresh();
}
