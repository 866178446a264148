// People as the MC reads them out.

import { el } from "../../shared/dom.js";

/** @import { Person } from "../../shared/protocol.d.ts" */

const NAMED = 6;

/**
 * A few people by name, many by number.
 * @param {string} title
 * @param {Person[]} several
 */
export function people(title, several) {
  if (!several.length) return null;
  const named = several.length <= NAMED;
  return el(
    "section.read-lines",
    el("h2", title),
    named
      ? el("ul.read-options", several.map(person))
      : el(
          "p.number",
          several
            .map(({ number }) => number)
            .sort((a, b) => a - b)
            .join(", "),
        ),
  );
}

/** @param {Person} person */
export const person = ({ number, name, team }) => el("li", [`${number} ${name}`, team].filter(Boolean).join(" · "));
