// What the MC reads, big: the question and, once the answers are locked, the key and the reason.

import { secondsLeft } from "../../shared/clock.js";
import { byId, el, fill, pageData, setText } from "../../shared/dom.js";
import { own, timeRuns } from "../../shared/formats.js";
import { connect } from "../../shared/live.js";
import { questionPicture } from "../../shared/picture.js";
import { letter, t, tCode } from "../../shared/words.js";
import { makeDesk } from "../console/desk.js";
import { stepWords } from "../console/primary.js";
import { ranked } from "../console/standings.js";
import { people, person } from "./reading_out.js";

/** @import { DeskData, PrompterDesk } from "../../shared/pages.d.ts" */
/** @import { KeyView, PrizeView, ProjectorView, QuestionView, RoundView, StandingRow } from "../../shared/protocol.d.ts" */

/** @typedef {ProjectorView & { round: RoundView }} Playing */

const page = byId("main");
const connection = byId("connection");
const clock = byId("prompter-clock");
/** @type {unknown[]} */
const CLOSED = ["locked", "revealed"];
const NAMED = 6;

const desk = /** @type {PrompterDesk} */ (
  /** @type {unknown} */ (makeDesk(pageData(), { changed: refresh, refused() {} }))
);
let drawn = "";

function refresh() {
  if (!desk.view) return;
  const { hall, draft, key } = desk.view;
  const arrivals = hall.stage === "lobby" && [desk.place, desk.counts?.joined];
  const state = JSON.stringify([
    draft,
    key,
    desk.view.step,
    desk.view.parts,
    { ...hall, v: 0, now: 0, clock: 0 },
    arrivals,
  ]);
  if (state === drawn) return;
  drawn = state;
  // People coming in are no news to read out one by one.
  page.setAttribute("aria-live", hall.stage === "lobby" ? "off" : "polite");
  const place = draft ? t(`pool_of.${draft.pool}`, draft) : t(`stage.${hall.stage}`);
  setText(byId("where"), [hall.round?.name, place].filter(Boolean).join(" · "));
  fill(
    page,
    draft ? [own(hall).prompt?.(hall, desk.view.parts), ...reading(draft, key, hall)] : talk(hall),
    el("p.coming-next", t("prompter.next"), " ", el("strong", stepWords(desk).words)),
  );
}

/**
 * @param {QuestionView} question
 * @param {KeyView | null} key
 * @param {ProjectorView} hall
 */
function reading({ text, options, picture }, key, { life }) {
  return [
    el("p.read-text", text),
    picture && !CLOSED.includes(life) && questionPicture(picture),
    options.length > 0 &&
      el(
        "ol.read-options",
        options.map((option, position) => el("li", el("b", `${letter(position)}.`), " ", option)),
      ),
    CLOSED.includes(life) &&
      key &&
      el(
        "section.read-key",
        el("p", t("key_is", { key: key.key_text })),
        key.explanation && el("p.read-reason", key.explanation),
        el("p.read-source", key.citation),
      ),
  ];
}

/**
 * Between questions: where the contest is, and what there is to say about it.
 * @param {ProjectorView} hall
 */
function talk(hall) {
  const { result, talk: more } = own(hall);
  const said = result?.(hall);
  return [
    el("p.read-text", headline(/** @type {Playing} */ (hall))),
    ...news(/** @type {Playing} */ (hall)),
    said && el("p.read-key", said),
    more?.(hall),
  ];
}

/** Whether a question of the round was asked. */
const begun = () => desk.view.left_main < desk.round().questions.main.length + desk.view.replaced;

/** @param {Playing} hall */
function headline({ stage, title, round, floor, prizes }) {
  if (stage === "lobby") return title;
  if (stage === "finished") return prizes.find(({ shown }) => shown)?.name ?? t("ceremony.title");
  return round.eliminates && stage === "playing" ? t("floor_of", floor) : round.name;
}

/** @param {Playing} hall */
function news(hall) {
  if (hall.stage === "lobby") return welcome();
  if (hall.stage === "finished") return [winners(hall.prizes.find(({ shown }) => shown))];
  if (!begun()) return [el("p.read-lines", how(desk.round()))];
  if (!hall.round.eliminates) return [leading(ranked(hall))];
  const happened = own(hall).news?.(hall);
  /** @param {string} state */
  const changed = (state) => hall.squares.filter((square) => square.state === state);
  return [
    happened && el("p.read-key", happened),
    ...["leaving", "returned"].map((state) =>
      people(t(`changes.${state}`, { count: changed(state).length }), changed(state)),
    ),
  ];
}

/**
 * How a round is won, in a sentence.
 * @param {DeskData["rounds"][number]} round
 */
function how({ format, settings }) {
  const key = own({ round: { format } }).how?.(settings) ?? format;
  return t(`format.${key}`, { points: settings.points, penalty: settings.penalty });
}

function welcome() {
  const { place, counts } = desk;
  const pin = place?.pin.replace(/(?=(...)$)/, " ");
  return [
    place && el("p.read-lines", t("prompter.welcome", { site: new URL(place.join_url).host, pin })),
    counts && el("p.read-key", t("prompter.joined", { joined: counts.joined })),
  ];
}

/** @param {PrizeView | undefined} prize */
const winners = (prize) => prize && el("ul.read-options", prize.winners.map(person));

/** @param {StandingRow[]} rows */
function leading(rows) {
  if (!rows.length) return null;
  /** @param {StandingRow} row */
  const line = ({ rank, name, points }) => el("li", el("b", `${rank}.`), ` ${name} · ${t("points", { points })}`);
  return el(
    "section.read-lines",
    el("h2", t("prompter.leading")),
    el("ol.read-options", rows.slice(0, NAMED).map(line)),
  );
}

setInterval(() => {
  const { life = null, clock: times = null } = desk.view?.hall ?? {};
  const runs = times && timeRuns(desk.view.hall);
  const ms = runs
    ? times.deadline - Math.max(desk.live.now(), times.opens_at)
    : times && (life === "paused" || life === "held")
      ? times.left_ms
      : -1;
  setText(clock, ms < 0 ? "" : secondsLeft(ms));
}, 200);

/** @param {"view" | "counts" | "place"} part */
const hear = (part) => (/** @type {any} */ value) => desk.receive(part, value);
desk.live = connect({
  namespace: "/host",
  contest: desk.data.contest,
  on: { view: hear("view"), counts: hear("counts"), place: hear("place") },
  status(name, code) {
    connection.dataset.status = name;
    setText(
      connection,
      name === "refused"
        ? tCode(code)
        : name === "online"
          ? ""
          : t(name === "lost" ? "host_lost" : "connection.connecting"),
    );
  },
});
