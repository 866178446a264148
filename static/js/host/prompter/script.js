// What the MC says now, in full sentences; a format puts its own in the place of these.

import { el } from "../../shared/dom.js";
import { own } from "../../shared/formats.js";
import { t } from "../../shared/words.js";
import { ranked } from "../console/standings.js";
import { keySaid, list, questionSaid, say, sayPeople, who } from "./saying.js";

/** @import { Child, DeskData, PrompterDesk } from "../../shared/pages.d.ts" */
/** @import { ProjectorView, QuestionView, RoundView } from "../../shared/protocol.d.ts" */

/** @typedef {ProjectorView & { round: RoundView }} Playing */

/** So many places are read out, or as many as take a prize. */
const PLACES = 3;
const MOST_PLACES = 7;

/**
 * @param {PrompterDesk} desk
 * @returns {Child[]}
 */
export function script(desk) {
  const { hall, draft } = desk.view;
  const pause = hall.scene === "blank" && !hall.life && say(t("say.break"));
  const mine = hall.stage === "playing" && own(hall).script?.(desk);
  if (mine) return [pause, mine];
  if (draft) return asking(desk, draft);
  return [pause, talking(desk)];
}

/**
 * A question, from its drawing to its key.
 * @param {PrompterDesk} desk
 * @param {QuestionView} draft
 * @returns {Child[]}
 */
function asking({ view: { hall }, counts }, draft) {
  const { ordinal, seconds, pool } = draft;
  switch (hall.life) {
    case "drawn":
      return [say(t(`say.prepare_${pool}`, { ordinal })), el("div.say-coming", questionSaid(draft, { coming: true }))];
    case "shown":
      return [...questionSaid(draft), el("p.say.begin", t("say.begin", { seconds }))];
    case "clock":
      return [el("p.say.begin", t("say.begin", { seconds })), ...questionSaid(draft)];
    case "paused":
      return [say(t("say.paused", { seconds: Math.ceil((hall.clock?.left_ms ?? 0) / 1000) }))];
    case "revealed":
      return revealed(hall);
    default: {
      const { answered = 0, eligible = 0 } = counts ?? {};
      return [
        say(t("say.locked")),
        eligible > 0 && say(t("say.answered", { answered, eligible })),
        say(t("say.and_the_key")),
      ];
    }
  }
}

/**
 * @param {ProjectorView} hall
 * @returns {Child[]}
 */
function revealed({ reveal }) {
  if (!reveal) return [];
  const { right, eligible, voided } = reveal;
  const share = right > 0 ? say(t("say.right", { right, eligible })) : say(t("say.right_none"));
  return [...keySaid(reveal), voided ? say(t("say.voided")) : eligible > 0 && share];
}

/**
 * Between questions.
 * @param {PrompterDesk} desk
 * @returns {Child[]}
 */
function talking(desk) {
  const hall = /** @type {Playing} */ (desk.view.hall);
  if (hall.stage === "lobby") return welcome(desk);
  if (hall.stage === "finished") return ceremony(hall);
  if (hall.stage === "between") return roundOver(desk);
  if (!begun(desk)) return opening(desk);
  return hall.round.eliminates ? floor(hall) : places(hall);
}

/** @param {PrompterDesk} desk */
function welcome({ place, counts, view: { hall } }) {
  const pin = place?.pin.replace(/(?=(...)$)/, " ");
  return [
    say(t("say.hello", { title: hall.title })),
    place && say(t("say.join", { site: new URL(place.join_url).host, pin })),
    counts && say(t("say.joined", { joined: counts.joined })),
  ];
}

/**
 * Whether a question of the round was asked.
 * @param {PrompterDesk} desk
 */
const begun = ({ view, round }) => view.left_main < round().questions.main.length + view.replaced;

/** @param {PrompterDesk} desk */
function opening(desk) {
  const { round, floor } = /** @type {Playing} */ (desk.view.hall);
  const { settings, questions } = desk.round();
  const { name, index, of, eliminates } = round;
  const count = questions.main.length;
  return [
    of > 1 ? say(t("say.round", { index, name })) : say(t("say.round_only", { name })),
    el("p.say", how(desk.round())),
    count > 0 && say(t("say.round_size", { count, seconds: settings.seconds })),
    eliminates && say(t("say.floor_full", { left: floor.left })),
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

/**
 * Who left and who came back, and how many are left.
 * @param {Playing} hall
 */
export function floor(hall) {
  const news = own(hall).news?.(hall);
  /** @param {string} state */
  const those = (state) => hall.squares.filter((square) => square.state === state);
  const [leaving, returned] = [those("leaving"), those("returned")];
  return [
    news && el("p.say", news),
    sayPeople(leaving, {
      one: (names) => t("say.leaving", { names }),
      few: t("say.leaving_few"),
      many: (count, numbers) => t("say.leaving_many", { count, numbers }),
    }),
    sayPeople(returned, {
      one: (names) => t("say.returned", { names }),
      few: t("say.returned_few"),
      many: (count, numbers) => t("say.returned_many", { count, numbers }),
    }),
    !news && !leaving.length && !returned.length && say(t("say.leaving_none")),
    left(hall),
  ];
}

/** @param {ProjectorView} hall */
function left({ floor: { left: people }, squares }) {
  if (people > 1) return say(t("say.left", { left: people }));
  const last = squares.find(({ state }) => ON_FLOOR.has(state));
  return people === 1 && last ? say(t("say.left_one", { who: who(last) })) : say(t("say.left_none"));
}

const ON_FLOOR = new Set(["in", "returned"]);

/**
 * The best, from the lowest of them up.
 * @param {ProjectorView} hall
 */
export function places(hall) {
  if (hall.held) return [say(t("say.held"))];
  const most = Math.min(Math.max(PLACES, hall.prized), MOST_PLACES);
  const rows = ranked(hall)
    .filter(({ points }) => points > 0)
    .slice(0, most)
    .reverse();
  if (!rows.length) return [say(t("say.standings_none"))];
  return [
    say(t("say.standings")),
    ...rows.map((row) => say(t("say.place", { rank: String(row.rank), who: who(row), points: row.points }))),
  ];
}

/** @param {PrompterDesk} desk */
function roundOver(desk) {
  const hall = /** @type {Playing} */ (desk.view.hall);
  const next = desk.data.rounds[hall.round.index];
  const result = own(hall).result?.(hall);
  return [
    say(t("say.round_over", { name: hall.round.name })),
    result ? el("p.say", result) : places(hall),
    next ? say(t("say.round_next", { name: next.name })) : say(t("say.results_soon")),
  ];
}

/** @param {ProjectorView} hall */
function ceremony({ title, prizes }) {
  const shown = prizes.find((prize) => prize.shown);
  const next = prizes.find((prize) => prize.is_next);
  if (!shown)
    return [
      say(t("say.ceremony", { title })),
      next ? say(t("say.prize_first", { prize: next.name })) : say(t("say.end")),
    ];
  return [
    el("p.say.key", t("say.prize", { prize: shown.name })),
    list(shown.winners),
    next
      ? [say(t("say.congratulations")), el("p.say-label", t("say.prize_next", { prize: next.name }))]
      : say(t("say.end")),
  ];
}
