// Before the start: how people get in, and who is in, by team.

import { byId, el, fill, setText } from "../../shared/dom.js";
import { t } from "../../shared/words.js";
import { projectorLink, rolesLink } from "./link.js";
import { panel } from "./panel.js";

/** @import { Desk, Scene } from "../../shared/pages.d.ts" */

/** @param {Desk} desk */
function draw({ data, place, view }) {
  return [
    el(
      "div.lobby",
      place && el("img.qr", { src: place.qr, alt: t("lobby.qr"), width: 220, height: 220 }),
      el(
        "div.stack",
        el("p.soft", t("lobby.open")),
        el("p.address", place ? address(place.join_url) : "…"),
        el("p", t("lobby.pin"), " ", el("b.big-pin.number", place?.pin ?? "…")),
        el("p.lobby-count", { id: "lobby-count" }),
        el("p.note.warn", { id: "lobby-full", hidden: true }),
        view.locked && el("p.note.warn", t("lobby.locked")),
      ),
    ),
    el("div.stack", { id: "lobby-people" }),
    el("p.note.info", t("lobby.start")),
    data.way_in &&
      el(
        "p.small",
        el("a", { href: data.way_in, target: "_blank" }, t("lobby.way_in"), " ↗"),
        place?.wifi && el("span.soft", " · ", t("lobby.wifi", { wifi: place.wifi })),
      ),
    el("details", el("summary", t("link.title")), projectorLink(data.projector), rolesLink(data.roles)),
  ];
}

const makeDrawn = panel(draw, ({ place, view }) => [place, view.locked]);

/** @returns {Scene} */
export function lobby() {
  const drawn = makeDrawn();
  /** @param {Desk} desk */
  const update = (desk) => {
    drawn.update(desk);
    showArrivals(desk);
  };
  return { node: drawn.node, update };
}

/**
 * The numbers of the lobby, apart from the rest: they change while somebody presses a button.
 * @param {Desk} desk
 */
function showArrivals({ data: { capacity }, counts }) {
  const { joined = 0, online = 0, teams = [], latest = [] } = counts ?? {};
  const count = byId("lobby-count");
  fill(
    count,
    el("b.number", String(joined)),
    " ",
    t("lobby.joined"),
    el("span.soft", " · ", t("lobby.online", { online })),
  );
  const full = byId("lobby-full");
  full.hidden = !capacity || joined < capacity;
  setText(full, full.hidden ? "" : t("lobby.full", { joined, capacity }));
  const names = latest.slice(-6).reverse().join(", ");
  fill(
    byId("lobby-people"),
    joined === 0
      ? el("p.note.info", t("lobby.nobody"))
      : [teamBars(teams, joined), el("p.soft.small", t("lobby.latest", { names }))],
  );
}

/**
 * An address that is broken before its path, never inside the PIN.
 * @param {string} url
 */
function address(url) {
  const path = new URL(url).pathname;
  return [url.slice(0, -path.length), el("wbr"), path];
}

/**
 * @param {[string, number][]} teams
 * @param {number} joined
 */
function teamBars(teams, joined) {
  if (!teams.length) return null;
  return el(
    "ul.team-bars.plain",
    teams.map(([team, members]) =>
      el(
        "li",
        el("span", team),
        el("progress", { max: Math.max(1, joined), value: members, "aria-label": team }),
        el("b.number", String(members)),
      ),
    ),
  );
}
