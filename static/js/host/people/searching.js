// Searching people by number, by name or by team.

/** @import { RowView } from "../../shared/protocol.d.ts" */

/**
 * "Nguyễn Thị Đào" → "nguyen thi dao", so that search needs no diacritics.
 * @param {string} text
 */
export const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

/**
 * Whether a row has every word of what is sought: the beginning of a number, a part of name or team.
 * @param {string} sought
 * @returns {(row: RowView) => boolean}
 */
export function finder(sought) {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  return ({ number, name, team }) =>
    words.every((word) =>
      /^\d+$/.test(word) ? String(number).startsWith(word) : plain(`${name} ${team}`).includes(word),
    );
}
