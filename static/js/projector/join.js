/** Come in: QR, address, PIN, and who is in by team. */
import { el } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { fit } from "./fit.js";
import { clauses } from "./title.js";

/** @import { Hall, Place, Scene } from "../shared/pages.d.ts" */
/** @import { Counts } from "../shared/protocol.d.ts" */

const TEAMS = 12;
/** A team's name of more signs is set smaller. */
const LONG_NAME = 34;
/** An address of more signs takes several lines. */
const LONG = 26;

/**
 * @param {Hall} hall
 * @returns {Scene}
 */
export function join(hall) {
  const title = el("h1", { class: "join-title" }, clauses(hall.view.title));
  const code = el("img", { class: "join-code", alt: "" });
  const address = el("p", { class: "join-address" });
  const pin = el("p", { class: "join-pin" });
  const wifi = el("p", { class: "join-wifi", hidden: "" });
  const crowd = el("div", { class: "join-crowd" });
  const element = el(
    "section",
    { class: "scene join" },
    title,
    el("div", { class: "join-plate" }, code, el("p", {}, t("join_scan"))),
    el(
      "div",
      { class: "join-way" },
      wifi,
      el("p", { class: "join-step" }, t("join_open")),
      address,
      el("p", { class: "join-step" }, t("join_pin")),
      pin,
    ),
    crowd,
  );
  const fitAddress = fit(address, 2, 6.4);
  fit(title, 2, 5);

  /** @param {Hall} hall */
  function update({ counts, place }) {
    code.hidden = !place;
    if (place && code.getAttribute("src") !== place.qr) code.setAttribute("src", place.qr);
    const typed = place ? shortAddress(place.join_url) : "…";
    const long = typed.length > LONG;
    if (address.textContent !== typed) address.replaceChildren(...(long ? broken(typed) : [typed]));
    address.classList.toggle("long", long);
    pin.textContent = place ? grouped(place.pin) : "…";
    wifi.hidden = !place?.wifi;
    if (place?.wifi) wifi.replaceChildren(...network(place));
    fitAddress();
    crowd.replaceChildren(...(counts?.joined ? present(counts) : [nobody()]));
  }
  update(hall);
  return { node: element, update, learn: update };
}

/**
 * The network that phones need.
 * @param {Place} place
 */
function network({ wifi, wifi_password: password }) {
  const name = [t("join_wifi"), " ", el("b", {}, wifi)];
  return password ? [...name, " · ", t("join_wifi_password"), " ", el("b", {}, password)] : name;
}

function nobody() {
  return el("p", { class: "join-nobody" }, t("join_nobody"));
}

/**
 * @param {Counts} counts
 * @returns {Node[]}
 */
function present({ joined, teams, latest }) {
  const total = el("p", { class: "join-total" }, el("b", {}, String(joined)), t("join_total"));
  const names = el(
    "p",
    { class: "join-latest" },
    latest.slice(0, 8).map((name) => el("span", {}, name)),
  );
  if (!teams.length) return [total, names];
  const largest = teams.toSorted((one, other) => other[1] - one[1]).slice(0, TEAMS);
  const list = el("ul", { class: "join-teams" }, teams.filter((one) => largest.includes(one)).map(team));
  const others = teams.length - largest.length;
  if (others > 0) list.append(el("li", {}, t("join_other_teams", { count: others })));
  list.style.setProperty("--columns", largest.length > 4 ? "3" : "2");
  list.classList.toggle("many", largest.length > 6 || largest.some(([name]) => name.length > LONG_NAME));
  return [total, list, names];
}

/** @param {[string, number]} row */
function team([name, members]) {
  return el("li", {}, el("span", {}, name || t("no_team")), el("b", {}, String(members)));
}

/**
 * The address people type: no scheme, and no path, since the PIN is asked there.
 * @param {string} url
 */
function shortAddress(url) {
  return new URL(url, location.href).host;
}

/**
 * The address with places where it may be broken: behind its dots and dashes.
 * @param {string} address
 */
function broken(address) {
  return address.split(/(?<=[.:-])/u).flatMap((part, place) => (place ? [el("wbr"), part] : [part]));
}

/** @param {string} pin */
function grouped(pin) {
  return pin.length === 6 ? `${pin.slice(0, 3)} ${pin.slice(3)}` : pin;
}
