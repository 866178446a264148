// Before the start: how people get in, and who is in, by team.

import { el } from "../dom.js";
import { t } from "../words.js";

export function lobby({ place, counts, view }) {
  const { joined = 0, online = 0, teams = [], latest = [] } = counts ?? {};
  return [
    el(
      "div.lobby",
      place && el("img.qr", { src: place.qr, alt: t("lobby.qr"), width: 220, height: 220 }),
      el(
        "div.stack",
        el("p.soft", t("lobby.open")),
        el("p.address", place?.join_url ?? "…"),
        el("p", t("lobby.pin"), " ", el("b.big-pin.number", place?.pin ?? "…")),
        el("p.lobby-count", el("b.number", String(joined)), " ", t("lobby.joined"), el("span.soft", " · ", t("lobby.online", { online }))),
        view.locked && el("p.note.warn", t("lobby.locked")),
      ),
    ),
    joined === 0
      ? el("p.note.info", t("lobby.nobody"))
      : [teamBars(teams, joined), el("p.soft.small", t("lobby.latest", { names: latest.slice(-6).reverse().join(", ") }))],
    el("p.note.info", t("lobby.start")),
  ];
}

function teamBars(teams, joined) {
  if (!teams.length) return null;
  return el(
    "ul.team-bars.plain",
    teams.map(([team, members]) =>
      el("li", el("span", team), el("progress", { max: Math.max(1, joined), value: members, "aria-label": team }), el("b.number", String(members)))),
  );
}
