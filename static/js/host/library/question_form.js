// The form of one question: only the fields of the chosen kind are shown, options are added,
// moved and taken out. Letters stay where they are; what is typed and ticked moves.

const FEWEST = 2;
const MOST = 6;

/** @typedef {{ right: boolean, place: string, text: string }} Option */

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
const every = (root, selector) => /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(selector)]);

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
const first = (root, selector) => /** @type {HTMLInputElement} */ (root.querySelector(selector));

/**
 * What one option row holds.
 * @param {HTMLElement} row
 * @returns {Option}
 */
function read(row) {
  const [right, place, text] = inputs(row);
  return { right: right.checked, place: place.value, text: text.value };
}

/**
 * @param {HTMLElement} row
 * @param {Option} option
 */
function write(row, { right, place, text }) {
  const [ticked, number, words] = inputs(row);
  ticked.checked = right;
  number.value = place;
  words.value = text;
}

/** @param {HTMLElement} row */
function inputs(row) {
  return [first(row, 'input[type="checkbox"]'), first(row, 'input[type="number"]'), first(row, ".option-text")];
}

const EMPTY = { right: false, place: "", text: "" };

/** @param {HTMLElement} row */
function isEmpty(row) {
  const { right, place, text } = read(row);
  return !right && !place && !text.trim();
}

class Options {
  /** @param {HTMLElement} fields */
  constructor(fields) {
    this.rows = every(fields, "[data-option-row]");
    this.addButton = first(fields, "[data-add]");
    const used = this.rows.findLastIndex((row) => !isEmpty(row)) + 1;
    this.count = Math.max(used, used ? FEWEST : 4);
    this.addButton.addEventListener("click", () => this.add());
    this.rows.forEach((row, index) => {
      for (const button of every(row, "[data-move]"))
        button.addEventListener("click", () => this.move(index, Number(button.dataset.move)));
      first(row, "[data-remove]").addEventListener("click", () => this.remove(index));
    });
    this.show();
  }

  show() {
    this.rows.forEach((row, index) => {
      row.hidden = index >= this.count;
      first(row, '[data-move="-1"]').disabled = index === 0;
      first(row, '[data-move="1"]').disabled = index === this.count - 1;
      first(row, "[data-remove]").disabled = this.count <= FEWEST;
    });
    this.addButton.disabled = this.count >= Math.min(MOST, this.rows.length);
  }

  add() {
    this.count += 1;
    this.show();
    this.focus(this.count - 1);
  }

  /**
   * @param {number} index
   * @param {number} by
   */
  move(index, by) {
    const [one, other] = [this.rows[index], this.rows[index + by]];
    const moved = read(one);
    write(one, read(other));
    write(other, moved);
    this.focus(index + by);
    this.changed();
  }

  /** @param {number} index */
  remove(index) {
    for (let place = index; place < this.count - 1; place += 1) write(this.rows[place], read(this.rows[place + 1]));
    this.count -= 1;
    write(this.rows[this.count], EMPTY);
    this.show();
    this.focus(Math.min(index, this.count - 1));
    this.changed();
  }

  /** @param {number} index */
  focus(index) {
    inputs(this.rows[index])[2].focus();
  }

  /** Values set by a script make no event of their own. */
  changed() {
    this.rows[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  /**
   * Of a question with one answer, the last tick counts.
   * @param {EventTarget | null} ticked
   */
  only(ticked) {
    for (const row of this.rows) {
      const [right] = inputs(row);
      if (right !== ticked) right.checked = false;
    }
  }
}

/**
 * Bring one set of question fields to life.
 * @param {HTMLElement} fields
 */
export function setUp(fields) {
  const kind = first(fields, 'select[name="kind"]');
  const options = new Options(fields);
  const show = () => {
    for (const part of every(fields, "[data-kinds]"))
      part.hidden = !part.dataset.kinds?.split(" ").includes(kind.value);
  };
  for (const part of every(fields, "[data-with-script]")) part.hidden = false;
  kind.addEventListener("change", show);
  fields.addEventListener("change", (/** @type {any} */ { target }) => {
    const tick = target.matches('[data-option-row] input[type="checkbox"]') && target.checked;
    if (tick && kind.value === "one") options.only(target);
  });
  show();
}

for (const fields of every(document, "[data-question-form]")) setUp(fields);
