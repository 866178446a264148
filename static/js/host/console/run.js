// The run of show: what was asked and what became of it, where we are, what comes.

import { byId, el, fill } from "../../shared/dom.js";
import { momentOf } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { openPastQuestion } from "./corrections.js";
import { mains } from "./planned.js";

/** @import { Desk, DeskData } from "../../shared/pages.d.ts" */
/** @import { HostView, LogRow, QuestionView } from "../../shared/protocol.d.ts" */

/** @typedef {DeskData["rounds"][number]} Planned */

const UPCOMING = 3;
const POOLS = /** @type {const} */ (["main", "reserve", "audience"]);

/** @param {Desk} desk */
export function makeRun(desk) {
  const list = byId("run");
  /** @type {HostView | null} */
  let seen = null;
  let drawn = "";
  /** @type {LogRow[]} */
  let logged = [];

  function refresh() {
    // The log comes before the view that goes with it.
    if (desk.view === seen) return;
    seen = desk.view;
    const { hall, draft, left_main: left } = desk.view;
    const state = JSON.stringify([hall.round, hall.stage, momentOf(hall), draft?.pool, draft?.ordinal, left]);
    if (state === drawn && desk.log === logged) return;
    drawn = state;
    logged = desk.log;
    fill(
      list,
      desk.data.rounds.map((round, index) => [heading(round, index), ...lines(round, index)]),
    );
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {Planned} round
   * @param {number} index
   */
  function heading(round, index) {
    const at = (desk.view.hall.round?.index ?? 0) - 1;
    const state = index < at ? "done" : index > at ? "coming" : desk.view.hall.stage === "playing" ? "now" : "done";
    return el(`li.run-round.${state}`, el("strong", round.name), el("span.small.soft", t(`run.${state}`)));
  }

  /**
   * @param {Planned} round
   * @param {number} index
   */
  function lines(round, index) {
    const { hall, draft } = desk.view;
    const at = (hall.round?.index ?? 0) - 1;
    const past = desk.log.filter((row) => row.round === index).map((row) => pastLine(row));
    if (!Object.values(round.questions).flat().length) return past;
    if (index > at) return [el("li.run-line.soft.small", inPools(sizes(round)))];
    if (index < at || hall.stage !== "playing") return past;
    return [...past, draft ? currentLine(draft) : nextLine(), ...upcoming(round)];
  }

  /** @param {Planned} round */
  const sizes = ({ questions }) => ({
    main: questions.main.length,
    reserve: questions.reserve.length,
    audience: questions.audience.length,
  });

  /**
   * How many questions each pool has that has any, in words.
   * @param {ReturnType<typeof sizes>} counts
   */
  const inPools = (counts) =>
    POOLS.filter((pool) => counts[pool] > 0)
      .map((pool) => t(`run.${pool}`, { count: counts[pool] }))
      .join(" · ");

  /** @param {LogRow} row */
  function pastLine(row) {
    if (row.kind === "returned")
      return el("li.run-line.small", { title: row.text }, t("log.returned", { people: row.text.split(",").length }));
    if (row.kind !== "asked") return el("li.run-line.small", t(`log.${row.kind}`, { text: row.text }));
    const facts = row.voided
      ? t("log.voided")
      : !row.answered
        ? t("log.nobody")
        : t(row.left ? "log.facts_left" : "log.facts", row);
    return el(
      "li.run-line",
      el(
        "button.run-button",
        { type: "button", title: row.text, onclick: () => openPastQuestion(desk, row) },
        el("span", t(`pool.${row.pool}`, row)),
        el("span.small.soft", facts),
      ),
    );
  }

  /** @param {QuestionView} draft */
  const currentLine = (draft) =>
    el(
      "li.run-line.current",
      { "aria-current": "step" },
      el("span", t(`pool.${draft.pool}`, draft)),
      el("span.small", t(`life.${momentOf(desk.view.hall)}`)),
    );

  const nextLine = () => el("li.run-line.current", { "aria-current": "step" }, el("span", t("run.between")));

  /**
   * The next few main questions, by the number alone and their first words.
   * @param {Planned} round
   */
  function upcoming(round) {
    const { left_main: left, left_reserve: reserve, left_audience: audience, replaced } = desk.view;
    const all = mains(round, replaced);
    const first = all.length - left;
    const next = all
      .slice(first, first + UPCOMING)
      .map((question, index) =>
        el(
          "li.run-line.coming.small",
          { title: question.text },
          el("span", t("pool.main", { ordinal: first + index + 1 })),
          el("span.run-text.soft", question.text),
        ),
      );
    const questions = inPools({ main: left, reserve, audience });
    return [...next, questions && el("li.run-line.small.soft", t("run.left", { questions }))];
  }

  return { refresh };
}
