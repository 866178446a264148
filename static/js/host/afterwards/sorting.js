// Tables marked `data-sortable`: a press on a column's name sorts by it, one more the other way round.

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
const value = (row, column) => Number(row.cells[column].dataset.value);

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} heading
 */
function sort(table, heading) {
  const column = heading.cellIndex;
  const row = /** @type {HTMLTableRowElement} */ (heading.parentElement);
  const rising = heading.ariaSort !== "ascending";
  for (const other of row.cells) other.ariaSort = null;
  heading.ariaSort = rising ? "ascending" : "descending";
  const rows = [...table.tBodies[0].rows];
  rows.sort((one, other) => (value(one, column) - value(other, column)) * (rising ? 1 : -1));
  table.tBodies[0].append(...rows);
}

/** @type {NodeListOf<HTMLTableElement>} */
const tables = document.querySelectorAll("table[data-sortable]");
for (const table of tables) {
  for (const button of table.querySelectorAll(".sorter")) {
    button.addEventListener("click", () => sort(table, /** @type {HTMLTableCellElement} */ (button.closest("th"))));
  }
}
