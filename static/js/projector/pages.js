/** Pages that follow each other by themselves: what no screen holds at once is shown in parts. */
import { el, setText } from "../shared/dom.js";

const PAGE_MS = 8_000;

/**
 * In as few pages as hold `most` each, filled evenly; one page of nothing where there is nothing.
 * @template Item
 * @param {Item[]} items
 * @param {number} most
 * @returns {Item[][]}
 */
export function pagesOf(items, most) {
  const count = Math.max(1, Math.ceil(items.length / most));
  const each = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, page) => items.slice(page * each, (page + 1) * each));
}

/**
 * `put(pages)` begins with the first and goes round until `stop()`; `mark` says which one is on.
 * @template Page
 * @param {(page: Page) => void} draw
 */
export function paged(draw) {
  const mark = el("p", { class: "page-mark", hidden: true });
  /** @type {Page[]} */
  let pages = [];
  let at = 0;
  let timer = 0;

  function show() {
    draw(pages[at]);
    mark.hidden = pages.length < 2;
    setText(mark, `${at + 1}/${pages.length}`);
  }
  function next() {
    at = (at + 1) % pages.length;
    show();
  }
  const stop = () => clearInterval(timer);
  /** @param {Page[]} all */
  function put(all) {
    stop();
    pages = all;
    at = 0;
    if (pages.length > 1) timer = setInterval(next, PAGE_MS);
    show();
  }
  return { mark, put, stop };
}
