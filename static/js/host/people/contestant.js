// One contestant: what the host, or a marshal beside the host, may put right.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { answerInput } from "../console/corrections.js";
import { actForm, labelled, openDialog, textInput } from "../console/dialogs.js";
import { sayDone } from "../console/done.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { ProjectorView, RowView } from "../../shared/protocol.d.ts" */

/**
 * `removeSince(number)` asks about everybody from this number on.
 * @param {Desk} desk
 * @param {RowView} row
 * @param {(number: number) => void} removeSince
 */
export function openContestant(desk, row, removeSince) {
  const { hall } = desk.view;
  const { stage } = hall;
  /** @param {() => void} close */
  const since = (close) => () => {
    close();
    removeSince(row.number);
  };
  openDialog(t("contestant.title", row), (close) => [
    el("p.soft", [row.team, t(`state.${row.state}`), t("correct_points", row)].filter(Boolean).join(" · ")),
    stage === "playing" && own(hall).contestantForm?.(desk, row),
    stage === "playing" && boardForm(desk, row),
    stage === "playing" && floorForm(desk, row),
    ["playing", "between"].includes(stage) && scoreForm(desk, row),
    nameForm(desk, row),
    el(
      "p",
      el(
        "a",
        { href: `/host/contests/${desk.data.contest}/figures/${row.number}`, target: "_blank" },
        `${t("contestant.figures")} ↗`,
      ),
    ),
    stage === "lobby" &&
      actForm({ words: t("contestant.remove"), danger: true }, () =>
        desk.act("remove_contestant", { number: row.number }),
      ),
    stage !== "finished" &&
      el("p", el("button.button.quiet", { type: "button", onclick: since(close) }, t("newcomers.since"))),
  ]);
}

/**
 * A raised board entered for a phone that died; kept as such in the journal.
 * @param {Desk} desk
 * @param {RowView} row
 */
function boardForm(desk, { number, name }) {
  const { draft, hall } = desk.view;
  if (!draft || !mayEnter(hall, number)) return null;
  const answer = answerInput(draft);
  const send = async () => {
    const { pool, ordinal } = draft;
    const entered = await desk.enterAnswer({ number, pool, ordinal, answer: answer.value() });
    if (entered) sayDone(t("contestant.entered", { number, name }));
    return entered;
  };
  return actForm(
    { words: t("contestant.enter") },
    send,
    el("fieldset.field", el("legend", t("contestant.board")), el("p.hint", t("contestant.board_hint")), answer.node),
  );
}

/**
 * @param {ProjectorView} hall
 * @param {number} number
 */
const mayEnter = (hall, number) =>
  own(hall).mayEnter?.(hall, number) ?? ["clock", "paused", "locked"].includes(hall.life ?? "");

/**
 * @param {Desk} desk
 * @param {RowView} row
 */
function floorForm(desk, { number, state }) {
  if (state !== "in" && state !== "returned") {
    return actForm({ words: t("contestant.return") }, () => desk.act("rescue", { numbers: [number] }));
  }
  const reason = textInput({ required: true, maxlength: 200 });
  const send = () => desk.act("eliminate", { number, reason: reason.value.trim() });
  return actForm({ words: t("contestant.eliminate"), danger: true }, send, labelled(t("contestant.reason"), reason));
}

/**
 * @param {Desk} desk
 * @param {RowView} row
 */
function scoreForm(desk, { number }) {
  const points = textInput({ type: "number", required: true, step: 1, min: -100000, max: 100000 });
  const reason = textInput({ required: true, maxlength: 200 });
  const send = () => desk.act("correct_score", { number, points: Number(points.value), reason: reason.value.trim() });
  return actForm(
    { words: t("contestant.score") },
    send,
    el("div.columns", labelled(t("contestant.points"), points), labelled(t("contestant.reason"), reason)),
  );
}

/**
 * @param {Desk} desk
 * @param {RowView} row
 */
function nameForm(desk, { number, name, team }) {
  const called = textInput({ required: true, maxlength: 40, value: name });
  const teams = el(
    "select.input",
    ["", ...desk.data.teams].map((each) => el("option", { value: each, selected: each === team }, each || "—")),
  );
  const send = () => desk.act("correct_contestant", { number, name: called.value.trim(), team: teams.value });
  return actForm(
    { words: t("contestant.save") },
    send,
    el(
      "div.columns",
      labelled(t("contestant.name"), called),
      desk.data.teams.length > 0 && labelled(t("contestant.team"), teams),
    ),
  );
}
