// The form of one question: only the fields of the chosen kind are shown, options are added,
// moved and taken out. Letters stay where they are; what is typed and ticked moves.

const FEWEST = 2;
const MOST = 6;

/** What one option row holds. */
function read(row) {
  const [right, place, text] = inputs(row);
  return { right: right.checked, place: place.value, text: text.value };
}

function write(row, { right, place, text }) {
  const [ticked, number, words] = inputs(row);
  ticked.checked = right;
  number.value = place;
  words.value = text;
}

function inputs(row) {
  return [
    row.querySelector('input[type="checkbox"]'),
    row.querySelector('input[type="number"]'),
    row.querySelector(".option-text"),
  ];
}

const EMPTY = { right: false, place: "", text: "" };

function isEmpty(row) {
  const { right, place, text } = read(row);
  return !right && !place && !text.trim();
}

class Options {
  constructor(fields) {
    this.rows = [...fields.querySelectorAll("[data-option-row]")];
    this.addButton = fields.querySelector("[data-add]");
    const used = this.rows.findLastIndex((row) => !isEmpty(row)) + 1;
    this.count = Math.max(used, used ? FEWEST : 4);
    this.addButton.addEventListener("click", () => this.add());
    this.rows.forEach((row, index) => {
      for (const button of row.querySelectorAll("[data-move]"))
        button.addEventListener("click", () => this.move(index, Number(button.dataset.move)));
      row.querySelector("[data-remove]").addEventListener("click", () => this.remove(index));
    });
    this.show();
  }

  show() {
    this.rows.forEach((row, index) => {
      row.hidden = index >= this.count;
      row.querySelector('[data-move="-1"]').disabled = index === 0;
      row.querySelector('[data-move="1"]').disabled = index === this.count - 1;
      row.querySelector("[data-remove]").disabled = this.count <= FEWEST;
    });
    this.addButton.disabled = this.count >= Math.min(MOST, this.rows.length);
  }

  add() {
    this.count += 1;
    this.show();
    this.focus(this.count - 1);
  }

  move(index, by) {
    const [one, other] = [this.rows[index], this.rows[index + by]];
    const moved = read(one);
    write(one, read(other));
    write(other, moved);
    this.focus(index + by);
    this.changed();
  }

  remove(index) {
    for (let place = index; place < this.count - 1; place += 1) write(this.rows[place], read(this.rows[place + 1]));
    this.count -= 1;
    write(this.rows[this.count], EMPTY);
    this.show();
    this.focus(Math.min(index, this.count - 1));
    this.changed();
  }

  focus(index) {
    inputs(this.rows[index])[2].focus();
  }

  /** Values set by a script make no event of their own. */
  changed() {
    this.rows[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Of a question with one answer, the last tick counts. */
  only(ticked) {
    for (const row of this.rows) {
      const [right] = inputs(row);
      if (right !== ticked) right.checked = false;
    }
  }
}

/** Bring one set of question fields to life. */
export function setUp(fields) {
  const kind = fields.querySelector('select[name="kind"]');
  const options = new Options(fields);
  const show = () => {
    for (const part of fields.querySelectorAll("[data-kinds]"))
      part.hidden = !part.dataset.kinds.split(" ").includes(kind.value);
  };
  for (const part of fields.querySelectorAll("[data-with-script]")) part.hidden = false;
  kind.addEventListener("change", show);
  fields.addEventListener("change", ({ target }) => {
    const tick = target.matches('[data-option-row] input[type="checkbox"]') && target.checked;
    if (tick && kind.value === "one") options.only(target);
  });
  show();
}

for (const fields of document.querySelectorAll("[data-question-form]")) setUp(fields);
