// What a round of dice adds to a phone: a button to throw, and what was thrown.

import { said } from "../../phone/standing.js";
import { el, fill } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

const SCREENS_OF_OTHERS = new Set(["floor"]);

/** That this phone threw: the seat tells how many eyes only after the host's next act. */
function remember({ view, parts: { dice } }, event, payload) {
  if (view?.stage !== "playing") return undefined;
  return event === "thrown" ? payload.round : dice;
}

/** The first seat of a round may come after its first view. */
function lines({ view, seat, parts }) {
  const eyes = seat.parts.dice?.eyes;
  if (eyes) return [t("dice.eyes", { eyes })];
  if (view.parts.dice.over) return [t("dice.over")];
  return parts.dice === view.round.index ? [t("dice.thrown")] : [];
}

function dice(_state, { emit, put, current }) {
  const node = el("div.plain");
  const button = el("button.button.primary.throw", { type: "button", onclick: () => send() }, t("dice.throw"));

  async function send() {
    const { ok } = await emit("throw_dice", {}, "throw");
    if (ok) put("thrown", { round: current().view.round.index });
  }

  function update(now) {
    const told = lines(now);
    fill(node, said("dice", { title: t("dice.title"), lines: told, extra: told.length ? null : button }));
  }
  return { node, update };
}

/** Those who threw are told how many eyes with the end, not that it is over. */
const awaitsSeat = ({ before, view }) => (view.parts.dice.over && !before.parts.dice?.over) || undefined;

register("dice", {
  scenes: { dice },
  sceneOf: (_state, name) => (SCREENS_OF_OTHERS.has(name) ? "dice" : name),
  after: remember,
  awaitsSeat,
});
