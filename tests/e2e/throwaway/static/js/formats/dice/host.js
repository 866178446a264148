// What a round of dice adds to console and prompter: a panel, and an act to end the throwing.

import { panel } from "../../host/console/panel.js";
import { el, setText } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

/** The panel, and the line in it that follows the counters: panels are drawn after acts only. */
const line = el("p.dice-thrown");

function draw(desk) {
  const {
    hall,
    parts: { dice },
  } = desk.view;
  return [
    line,
    hall.parts.dice.over && el("p.dice-eyes", t("dice.eyes", dice)),
    desk.can("end_throwing") &&
      el("button.button.end", { type: "button", onclick: () => desk.act("end_throwing") }, t("dice.end")),
  ];
}

const dice = panel(draw, ({ view }) => [view.parts.dice, view.hall.parts.dice, view.can]);

function counter(desk) {
  const refresh = () => {
    const { answered: thrown = 0, eligible: of = 0 } = desk.counts ?? {};
    setText(line, t("dice.thrown", { thrown, of }));
  };
  return { refresh };
}

register("dice", {
  scenes: { dice },
  makeParts: [counter],
  sceneOf: ({ hall }) => (hall.stage === "playing" ? "dice" : undefined),
});
