// What the MC reads, big: the question and, once the answers are locked, the key and the reason.

import { el, fill, pageData, setText } from "../dom.js";
import { secondsLeft } from "../clock.js";
import { connect } from "../live.js";
import { letter, t, tCode } from "../words.js";
import { makeDesk } from "./desk.js";
import { stepWords } from "./primary.js";

const page = document.getElementById("main");
const connection = document.getElementById("connection");
const clock = document.getElementById("prompter-clock");
const CLOSED = ["locked", "revealed"];

const desk = makeDesk(pageData(), { changed: refresh, refused() {} });
let drawn = "";

function refresh() {
  const { hall, draft, key } = desk.view;
  const state = JSON.stringify([draft, key, hall.life, hall.stage, hall.floor, hall.winner, hall.prizes, hall.rescue, desk.view.step]);
  if (state === drawn) return;
  drawn = state;
  const place = draft ? t(`pool_of.${draft.pool}`, draft) : t(`stage.${hall.stage}`);
  setText(document.getElementById("where"), [hall.round?.name, place].filter(Boolean).join(" · "));
  fill(page, draft ? reading(draft, key, hall) : talk(hall), el("p.coming-next", t("prompter.next"), " ", el("strong", stepWords(desk).words)));
}

function reading({ text, options }, key, { life }) {
  return [
    el("p.read-text", text),
    options.length > 0 && el("ol.read-options", options.map((option, position) => el("li", el("b", `${letter(position)}.`), " ", option))),
    CLOSED.includes(life) &&
      el("section.read-key", el("p", t("key_is", { key: key.key_text })), key.explanation && el("p.read-reason", key.explanation), el("p.read-source", key.citation)),
  ];
}

function talk({ stage, title, floor, winner, bell_silent: silent, prizes, rescue }) {
  const prize = prizes.filter(({ shown }) => shown)[0];
  return [
    el("p.read-text", stage === "lobby" ? title : prize ? prize.name : t("floor_of", floor)),
    prize && el("ul.read-options", prize.winners.map(({ number, name, team }) => el("li", [`${number} ${name}`, team].filter(Boolean).join(" · ")))),
    winner && el("p.read-key", t("winner", winner)),
    silent && el("p.read-key", t("bell_silent")),
    rescue.length > 0 && el("p.read-key", t("prompter.rescue", { people: rescue.length })),
  ];
}

setInterval(() => {
  const { life, clock: times } = desk.view?.hall ?? {};
  const ms = life === "clock" ? times.deadline - Math.max(desk.live.now(), times.opens_at) : life === "paused" ? times.left_ms : -1;
  setText(clock, ms < 0 ? "" : secondsLeft(ms));
}, 200);

const hear = (part) => (value) => desk.receive(part, value);
desk.live = connect({
  namespace: "/host",
  contest: desk.data.contest,
  on: { view: hear("view"), counts: hear("counts") },
  status(name, code) {
    connection.dataset.status = name;
    setText(connection, name === "refused" ? tCode(code) : name === "online" ? "" : t(name === "lost" ? "host_lost" : "connection.connecting"));
  },
});
