// What an act would change, seen before it is done: the key, who leaves, who returns, the places.

import { el, fill } from "../../shared/dom.js";
import { t } from "../../shared/words.js";
import { actForm, openDialog } from "./dialogs.js";

/** @import { Child, Desk } from "../../shared/pages.d.ts" */
/** @import { Acts, AnswerGroup, AskedView, Person, PlaceChange, PreviewView } from "../../shared/protocol.d.ts" */

const ANSWERS = 8;

/**
 * A form whose button shows what the act would change; it is done by the button below that.
 * @template {keyof Acts} Name
 * @param {Desk} desk
 * @param {{ words: string, danger?: boolean }} button
 * @param {Name} act
 * @param {() => Acts[Name]} fields
 * @param {...Child} children
 */
export function previewForm(desk, button, act, fields, ...children) {
  const place = el("div.preview", { "aria-live": "polite" });
  const look = async () => {
    const said = fields();
    const seen = await desk.ask("preview", { act, based_on: desk.view.acted, ...said });
    fill(place, seen.ok && confirmation(seen.preview, button, () => desk.act(act, said)));
    place.scrollIntoView({ block: "nearest" });
    return false;
  };
  return el("div.stack", actForm({ words: `${button.words}…` }, look, children), place);
}

/**
 * The same in a dialog of its own, for an act that needs nothing to be filled in.
 * @template {keyof Acts} Name
 * @param {Desk} desk
 * @param {string} words
 * @param {Name} act
 * @param {Acts[Name]} fields
 */
export async function openPreview(desk, words, act, fields) {
  const seen = await desk.ask("preview", { act, based_on: desk.view.acted, ...fields });
  if (!seen.ok) return;
  openDialog(words, () => confirmation(seen.preview, { words }, () => desk.act(act, fields)));
}

/**
 * @param {PreviewView} preview
 * @param {{ words: string, danger?: boolean }} button
 * @param {() => Promise<boolean>} send
 */
const confirmation = (preview, { words, danger = false }, send) =>
  el(
    "div.stack",
    actForm({ words: t("preview.confirm", { act: words }), danger }, send, changes(preview)),
    preview.moving > 0 && placesTable(preview.places),
  );

/** @param {PreviewView} preview */
function changes({ before, after, leaving, leaves, returning, returns, moving, winner_from, winner_to }) {
  const same = !leaving && !returning && !moving && winner_from?.number === winner_to?.number;
  return el(
    "section.stack",
    el("h3.small", t("preview.title")),
    before && after && question(before, after),
    same && el("p", t("preview.nobody")),
    leaving > 0 && el("p", t("preview.leaves", crowd(leaving, leaves))),
    returning > 0 && el("p", t("preview.returns", crowd(returning, returns))),
    winner_from?.number !== winner_to?.number &&
      el("p", t("preview.bell", { from: named(winner_from), to: named(winner_to) })),
    moving > 0 && el("p", t("preview.moving", { count: moving })),
  );
}

/** @param {Person | null} person */
const named = (person) => (person ? `${person.number} ${person.name}` : t("preview.none"));

/**
 * @param {AskedView} before
 * @param {AskedView} after
 */
const question = (before, after) =>
  el(
    "div",
    el(
      "p",
      before.key_text === after.key_text
        ? t("preview.key", { key: before.key_text })
        : t("preview.keys", { from: before.key_text, to: after.key_text }),
    ),
    before.voided !== after.voided && el("p", t(after.voided ? "preview.voided" : "preview.counted")),
    !after.voided && answersList(after.answers),
  );

/** @param {AnswerGroup[]} answers */
const answersList = (answers) =>
  el(
    "ul.plain",
    answers.slice(0, ANSWERS).map((group) => answerLine(group)),
  );

/**
 * How often an answer was given, and whether it is taken as right; `otherwise` stands where not.
 * @param {AnswerGroup} group
 * @param {Child} otherwise
 */
export const answerLine = ({ count, text, right }, otherwise = null) =>
  el(
    "li.answer-line",
    el("b.number", String(count)),
    el("span.answer-text", text),
    right ? el("span.badge.key", t("right")) : otherwise,
  );

/**
 * How many, and the names of the first of them.
 * @param {number} count
 * @param {Person[]} people
 */
function crowd(count, people) {
  const names = people.map(named).join(", ");
  return { count, names: count > people.length ? `${names}…` : names };
}

/** @param {PlaceChange[]} places */
const placesTable = (places) =>
  el(
    "table.standings",
    el(
      "thead",
      el(
        "tr",
        [t("preview.who"), t("preview.rank"), t("preview.prize")].map((each) => el("th", { scope: "col" }, each)),
      ),
    ),
    el(
      "tbody",
      places.map((each) =>
        el(
          "tr",
          el("td", named(each.competitor)),
          el("td.number", arrow(each.rank_from, each.rank_to)),
          el("td", arrow(each.prize_from, each.prize_to)),
        ),
      ),
    ),
  );

/**
 * @param {string | number | null} from
 * @param {string | number | null} to
 */
const arrow = (from, to) => (from === to ? String(from || "–") : `${from || "–"} → ${to || "–"}`);
