/** Sizing to the screen: nothing scrolls, nothing is cut. */

/** @type {Map<Element, () => void>} */
const refits = new Map();

const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) refit(target);
});

// Text set in a font that has just come takes another room in a box of the same size.
document.fonts.addEventListener("loadingdone", () => [...refits.keys()].forEach(refit));

/** @param {Element} box */
function refit(box) {
  if (box.isConnected) {
    refits.get(box)?.();
    return;
  }
  watcher.unobserve(box);
  refits.delete(box);
}

/**
 * Give `box` the largest `--fit` (between `least` and `most`, in units of --u) at which
 * nothing in it overflows either way; again whenever the box changes its size. `parts` are
 * what must hold its own content: the box, or boxes within it.
 * @param {HTMLElement} box
 * @param {number} least
 * @param {number} most
 * @param {HTMLElement[]} parts
 */
export function fit(box, least, most, parts = [box]) {
  const measure = () => {
    if (!box.clientHeight) return;
    let low = least;
    let high = most;
    /** @param {number} size */
    const fits = (size) => {
      box.style.setProperty("--fit", String(size));
      return parts.every(holds);
    };
    if (fits(most)) return;
    for (let step = 0; step < 8; step += 1) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    fits(low);
  };
  return watch(box, measure);
}

/** @param {Element} part */
function holds({ scrollHeight, clientHeight, scrollWidth, clientWidth }) {
  return scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1;
}

/**
 * Columns that make `count` cells of `ratio` (width to height) as large as they can be
 * in `width` × `height`; the answer's `size` is a cell's width in the same unit.
 * @param {number} count
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 */
export function bestGrid(count, width, height, ratio) {
  let best = { columns: 1, rows: Math.max(count, 1), size: 0 };
  for (let columns = 1; columns <= Math.max(count, 1); columns += 1) {
    const rows = Math.ceil(count / columns);
    const size = Math.min(width / columns, (height / rows) * ratio);
    if (size > best.size) best = { columns, rows, size };
  }
  return best;
}

/**
 * Lay `grid`'s cells out by `bestGrid`, again whenever its size changes.
 * @param {HTMLElement} grid
 * @param {() => number} count
 * @param {number} ratio
 * @param {() => number} [most]
 */
export function fitGrid(grid, count, ratio, most) {
  const measure = () => {
    const { clientWidth, clientHeight } = grid;
    if (!clientWidth || !clientHeight) return;
    const { columns, size } = bestGrid(count(), clientWidth, clientHeight, ratio);
    const cell = Math.floor(Math.min(size, most ? most() : size));
    grid.style.setProperty("--columns", String(columns));
    grid.style.setProperty("--cell", `${cell}px`);
    grid.dataset.small = String(cell < 34);
  };
  return watch(grid, measure);
}

/**
 * @param {HTMLElement} box
 * @param {() => void} measure
 */
function watch(box, measure) {
  refits.set(box, measure);
  watcher.observe(box);
  return measure;
}
