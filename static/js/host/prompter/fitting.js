// Letters as big as the page allows: whoever reads stands an arm's length away.

/** The smallest and the largest letters, in rem; below the smallest the page scrolls. */
const LEAST = 1.25;
const MOST = 7;
const STEPS = 9;

/** @type {HTMLElement | null} */
let fitted = null;

new ResizeObserver(() => fitted && fit(fitted)).observe(document.documentElement);
document.fonts.addEventListener("loadingdone", () => fitted && fit(fitted));

/**
 * Give `page` the largest `--read` at which it holds what it says; again when the window changes.
 * @param {HTMLElement} page
 */
export function asBigAsFits(page) {
  fitted = page;
  fit(page);
}

/** @param {HTMLElement} page */
function fit(page) {
  /** @param {number} size */
  const holds = (size) => {
    page.style.setProperty("--read", `${size}rem`);
    const said = /** @type {HTMLElement} */ (page.firstElementChild);
    return (
      page.scrollHeight <= page.clientHeight &&
      page.scrollWidth <= page.clientWidth &&
      said.scrollHeight <= said.clientHeight &&
      said.scrollWidth <= said.clientWidth
    );
  };
  if (!page.firstElementChild || holds(MOST)) return;
  let [low, high] = [LEAST, MOST];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  holds(low);
}
