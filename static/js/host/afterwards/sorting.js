// Tables marked `data-sortable`: a press on a column's name sorts by it, one more the other way round.

const value = (row, column) => Number(row.cells[column].dataset.value);

function sort(table, heading) {
  const column = heading.cellIndex;
  const rising = heading.ariaSort !== "ascending";
  for (const other of heading.parentElement.cells) other.ariaSort = null;
  heading.ariaSort = rising ? "ascending" : "descending";
  const rows = [...table.tBodies[0].rows];
  rows.sort((one, other) => (value(one, column) - value(other, column)) * (rising ? 1 : -1));
  table.tBodies[0].append(...rows);
}

for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const button of table.querySelectorAll(".sorter")) {
    button.addEventListener("click", () => sort(table, button.closest("th")));
  }
}
