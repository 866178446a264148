// What the audience chose to help, in words.

import { letter } from "../../shared/words.js";

/**
 * "A 12 · B 3".
 * @param {number[]} counts
 */
export const inWords = (counts) => counts.map((count, place) => `${letter(place)}\u00a0${count}`).join(" · ");
