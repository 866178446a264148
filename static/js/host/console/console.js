// The console: connects, keeps the desk up to date and lets each part draw itself.

import { announce, byId, el, fill, pageData, setText } from "../../shared/dom.js";
import { all } from "../../shared/formats.js";
import { connect } from "../../shared/live.js";
import { t, tCode } from "../../shared/words.js";
import { makeFlood } from "../people/flood.js";
import { makePeople } from "../people/people.js";
import { makeDesk } from "./desk.js";
import { showHelp } from "./help.js";
import { makeLost } from "./lost.js";
import { makePrimary } from "./primary.js";
import { makeRun } from "./run.js";
import { makeScenes } from "./scenes.js";
import { makeStage } from "./stage.js";
import { makeClockStrip } from "./timer.js";
import { makeTrouble } from "./trouble.js";

/** @import { DeskData } from "../../shared/pages.d.ts" */

/** @type {DeskData} */
const data = pageData();
const connection = byId("connection");
const refusal = byId("refusal");

const desk = makeDesk(data, { changed: refresh, refused });
const stage = makeStage(desk);
const primary = makePrimary(desk);
const added = all().flatMap(([, { makeParts = [] }]) => makeParts.map((make) => make(desk)));
const strips = [makeClockStrip(desk), makeLost(desk), makeFlood(desk, byId("flood"))];
const parts = [stage, primary, ...added, ...strips, makeRun(desk), makeScenes(desk), makePeople(desk)];

function refresh() {
  if (!desk.view) return;
  for (const part of parts) part.refresh();
  showBar();
}

function showBar() {
  const { hall } = desk.view;
  const round = hall.round && data.rounds.length > 1 && t("round_place", hall.round);
  const where = [round, t(`stage.${hall.stage}`)].filter(Boolean).join(" · ");
  setText(byId("where"), where);
  const { joined = 0, online = 0 } = desk.counts ?? {};
  const pin = desk.place ? `${t("pin")} ${desk.place.pin}` : "";
  const { capacity } = data;
  const count = capacity && joined >= capacity ? "hall_full" : "hall_count";
  const people = t(count, { joined, online, capacity });
  const told = [pin, ...people.split(" · ")].filter(Boolean);
  fill(
    byId("hall-count"),
    told.map((part, place) => [el("span", place < told.length - 1 ? `${part} ·` : part), " "]),
  );
}

/**
 * Say plainly why nothing happened; the desk says when the words go.
 * @param {string} code
 */
function refused(code) {
  refusal.hidden = !code;
  setText(refusal, code ? words(code) : "");
}

/** @type {Record<string, string>} */
const OWN = { stale: "stale", no_change: "refused.no_change", not_on_floor: "refused.not_on_floor" };
/** @param {string} code */
const words = (code) => (code in OWN ? t(OWN[code]) : tCode(code));

/**
 * @param {string} name
 * @param {string} code
 */
function status(name, code) {
  connection.dataset.status = name;
  /** @type {Record<string, string>} */
  const lines = { connecting: "connection.connecting", lost: "host_lost" };
  setText(connection, name === "refused" ? tCode(code) : name === "online" ? "" : t(lines[name]));
  document.body.classList.toggle("offline", name !== "online");
  if (name === "lost") announce(t("host_lost"));
}

byId("help").addEventListener("click", () => showHelp(data));
document.addEventListener("keydown", (/** @type {any} */ event) => {
  if (event.key !== "?" || event.target.closest("input, textarea, select, dialog")) return;
  showHelp(data);
});
// After a click the focus goes back to the page, so that the space bar means the next step.
document.addEventListener("click", (/** @type {any} */ event) => {
  const button = event.target.closest("button, summary, a");
  if (event.detail && button && !button.closest("dialog")) button.blur();
});
document.addEventListener("change", (/** @type {any} */ { target }) => {
  const clicked = target.type === "checkbox" && !target.matches(":focus-visible");
  if (clicked && !target.closest("dialog")) target.blur();
});

/** @param {"view" | "counts" | "place" | "flood"} part */
const hear = (part) => (/** @type {any} */ value) => desk.receive(part, value);
desk.live = connect({
  namespace: "/host",
  contest: data.contest,
  on: {
    view: hear("view"),
    counts: hear("counts"),
    roster: desk.receiveRoster,
    log: desk.receiveLog,
    presence: desk.receivePresence,
    flood: hear("flood"),
    place: hear("place"),
    trouble: makeTrouble(byId("trouble")),
  },
  status,
});
