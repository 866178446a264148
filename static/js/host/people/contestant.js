// One contestant: what the host, or a marshal beside the host, may put right.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { answerInput } from "../console/corrections.js";
import { actForm, labelled, openDialog, textInput } from "../console/dialogs.js";
import { sayDone } from "../console/done.js";
import { previewForm } from "../console/previews.js";
import { seatCode } from "./seat_code.js";

/** @import { Desk } from "../../shared/pages.d.ts" */
/** @import { ProjectorView, RowView } from "../../shared/protocol.d.ts" */

/** The numbers of teams come after those of all people. */
const TEAMS_AFTER = 1_000_000;
/** @param {RowView} row */
const isPerson = ({ number }) => number <= TEAMS_AFTER;

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
    el(
      "p.soft",
      [
        row.team,
        t(stage === "lobby" ? "state.joined" : `state.${row.state}`),
        desk.away.has(row.number) && t("away"),
        row.disqualified && t("contestant.disqualified"),
        stage !== "lobby" && t("correct_points", row),
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    stage === "playing" && own(hall).contestantForm?.(desk, row),
    stage === "playing" && boardForm(desk, row),
    isPerson(row) && seatCode(desk, row),
    stage === "playing" && floorForm(desk, row),
    ["playing", "between"].includes(stage) && scoreForm(desk, row),
    stage !== "lobby" && prizesForm(desk, row),
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
    const { pool, ordinal, asked } = draft;
    const entered = await desk.enterAnswer({ number, pool, ordinal, asked, answer: answer.value() });
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
function floorForm(desk, { number, state, disqualified }) {
  if (disqualified) return null;
  if (state !== "in" && state !== "returned") {
    const words = t(state === "spectator" ? "contestant.admit" : "contestant.return");
    return actForm({ words }, () => desk.act("rescue", { numbers: [number] }));
  }
  const reason = textInput({ required: true, maxlength: 200 });
  const send = () => desk.act("eliminate", { number, reason: reason.value.trim() });
  return actForm({ words: t("contestant.eliminate"), danger: true }, send, labelled(t("contestant.reason"), reason));
}

/**
 * Whether prizes are considered at all; who is out of them is off the floor, too.
 * @param {Desk} desk
 * @param {RowView} row
 */
function prizesForm(desk, { number, disqualified }) {
  const reason = textInput({ required: true, maxlength: 200 });
  const fields = () => ({ number, reason: reason.value.trim(), disqualified: !disqualified });
  return previewForm(
    desk,
    { words: t(disqualified ? "contestant.requalify" : "contestant.disqualify"), danger: !disqualified },
    "disqualify",
    fields,
    !disqualified && el("p.hint", t("contestant.disqualify_hint")),
    labelled(t("contestant.reason"), reason),
  );
}

/**
 * @param {Desk} desk
 * @param {RowView} row
 */
function scoreForm(desk, { number }) {
  const points = textInput({ type: "number", required: true, step: 1, min: -100000, max: 100000 });
  const reason = textInput({ required: true, maxlength: 200 });
  const fields = () => ({ number, points: Number(points.value), reason: reason.value.trim() });
  return previewForm(
    desk,
    { words: t("contestant.score") },
    "correct_score",
    fields,
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
