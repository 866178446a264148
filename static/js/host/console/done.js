// Says that something was done which shows nowhere else, for as long as it takes to read it.

import { byId, setText } from "../../shared/dom.js";

const READ_MS = 8_000;
let over = 0;

/** @param {string} words */
export function sayDone(words) {
  const note = byId("done");
  note.hidden = false;
  setText(note, words);
  clearTimeout(over);
  over = setTimeout(() => {
    note.hidden = true;
    setText(note, "");
  }, READ_MS);
}
