/** The hall page: hears the contest, shows its scene, sounds its cues. */
import { byId, el, pageData, setText } from "../shared/dom.js";
import { connect } from "../shared/live.js";
import { t, tCode } from "../shared/words.js";
import { cueBetween } from "./cues.js";
import { watchFullScreen, watchOperator, watchSound } from "./room.js";
import { play, setMuted } from "./sound.js";
import { makeStage } from "./stage.js";

/** @import { Hall } from "../shared/pages.d.ts" */
/** @import { ProjectorView } from "../shared/protocol.d.ts" */

const page = document.documentElement;
const crest = byId("crest");
const mark = byId("mark");
const stage = makeStage(byId("stage"));
/** @type {Hall} */
const hall = { view: /** @type {any} */ (null), counts: null, place: null, now: () => line.now() };
let cancelShowing = () => {};

const line = connect({
  namespace: "/projector",
  contest: pageData().contest,
  on: {
    view: (view) => {
      cancelShowing();
      // A question drawn ahead of its instant waits for it, here as on every phone.
      cancelShowing = line.whenServer(view.clock?.show_at ?? 0, () => present(view));
    },
    counts: (counts) => learn({ counts }),
    place: (place) => learn({ place }),
  },
  status: showStatus,
});

/** @param {ProjectorView} view */
function present(view) {
  const before = hall.view;
  hall.view = view;
  page.dataset.scene = view.scene;
  crest.replaceChildren(el("b", {}, view.title), el("span", {}, view.round?.name));
  setMuted(view.muted);
  stage.show(hall);
  const cue = cueBetween(before, view);
  if (cue) play(cue);
}

/** @param {Partial<Hall>} news */
function learn(news) {
  Object.assign(hall, news);
  stage.learn(hall);
}

/**
 * A lost line is a small mark in the corner; the show stays as it was.
 * @param {string} status
 * @param {string} code
 */
function showStatus(status, code) {
  mark.dataset.status = status;
  setText(mark, status === "online" ? "" : status === "refused" ? tCode(code) : t("lost"));
}

watchOperator(page);
watchFullScreen(page);
watchSound(byId("operator"));
