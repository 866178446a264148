// Words, numbers and times for people. The server puts the words on the page as JSON (#words).

const block = document.getElementById("words");
/** @type {Record<string, string>} */
const words = block ? JSON.parse(block.textContent) : {};
const language = document.documentElement.lang || "vi";
const numbers = new Intl.NumberFormat(language);
const thousandths = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/**
 * The words for `key`, with each `{name}` replaced from `values`; numbers as people write them.
 *
 * Every key has words, which a test holds. One without is a mistake of ours: nothing is shown for
 * it, and the tests in a browser fail.
 *
 * @param {string} key
 * @param {any} values
 */
export function t(key, values = {}) {
  const text = words[key];
  if (text === undefined) {
    globalThis.reportError?.(new Error(`no words for ${key}`));
    return "";
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value) : String(value);
  });
}

/**
 * The words for a code the server answered with ("too_late").
 * @param {string} code
 */
export function tCode(code) {
  const key = `code.${code}`;
  return key in words ? words[key] : t("code.unknown", { code });
}

/**
 * 20125 → "20.125".
 * @param {number} value
 */
export function number(value) {
  return numbers.format(value);
}

/**
 * 5710 (ms) → "5,710": to the thousandth, so that times stand below each other.
 * @param {number} ms
 */
export function seconds(ms) {
  return thousandths.format(ms / 1000);
}

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");

/**
 * Server time (ms) → "20:14:03" on this device's clock face.
 * @param {number} ms
 */
export function timeOfDay(ms) {
  const at = new Date(ms);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/**
 * Server time (ms) → "28/7/2026".
 * @param {number} ms
 */
export function date(ms) {
  const at = new Date(ms);
  return `${at.getDate()}/${at.getMonth() + 1}/${at.getFullYear()}`;
}

/**
 * Position of an option (from 0) → its letter.
 * @param {number} position
 */
export function letter(position) {
  return "ABCDEF"[position] ?? "";
}
