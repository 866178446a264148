// What the MC reads, as big as the page allows: what to say now, what only the MC sees, what is next.

import { secondsLeft } from "../../shared/clock.js";
import { byId, el, fill, pageData, setText } from "../../shared/dom.js";
import { own, timeRuns } from "../../shared/formats.js";
import { connect } from "../../shared/live.js";
import { t, tCode } from "../../shared/words.js";
import { makeDesk } from "../console/desk.js";
import { stepWords } from "../console/primary.js";
import { asBigAsFits } from "./fitting.js";
import { script } from "./script.js";

/** @import { PrompterDesk } from "../../shared/pages.d.ts" */

const page = byId("main");
const connection = byId("connection");
const clock = byId("prompter-clock");

const desk = /** @type {PrompterDesk} */ (
  /** @type {unknown} */ (makeDesk(pageData(), { changed: refresh, refused() {} }))
);
let drawn = "";

function refresh() {
  if (!desk.view) return;
  const { hall, draft, key } = desk.view;
  const told = hall.stage === "lobby" || hall.life === "locked";
  const live = told && [desk.place, desk.counts?.joined, desk.counts?.answered];
  const state = JSON.stringify([
    draft,
    key,
    desk.view.step,
    desk.view.parts,
    { ...hall, v: 0, now: 0, clock: hall.life === "paused" && hall.clock },
    live,
  ]);
  if (state === drawn) return;
  drawn = state;
  // People coming in are no news to read out one by one.
  page.setAttribute("aria-live", hall.stage === "lobby" ? "off" : "polite");
  const place = draft ? t(`pool_of.${draft.pool}`, draft) : t(`stage.${hall.stage}`);
  setText(byId("where"), [hall.round?.name, place].filter(Boolean).join(" · "));
  fill(
    page,
    el("div.say-now", script(desk)),
    // An account's own view has the key all the time; it is shown when nobody can answer.
    (hall.life === "locked" || own(hall).heard?.(hall)) && key && privately(key.key_text, key.explanation),
    el("p.coming-next", t("prompter.next"), " ", el("strong", stepWords(desk).words)),
  );
  asBigAsFits(page);
}

/**
 * The key before it is in the open.
 * @param {string} key
 * @param {string} explanation
 */
function privately(key, explanation) {
  return el(
    "aside.read-key",
    { "aria-label": t("prompter.private") },
    el("p.say-label", t("prompter.private")),
    el("p.say", t("key_is", { key })),
    explanation && el("p.read-reason", explanation),
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
